"""Import decisions — indlæs handlingsliste: a spreadsheet is looked through line by line before anything is written."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.partnership.queries import units_at_table
from rundbord.tasks import actions, queries
from rundbord.tasks.rules import ListedDecision, judged_list, warning_mark
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.uploaded_sheets import text_of
from rundbord.web.uploaded_tables import Column, UnreadableTable, table_rows, written

COLUMNS = (
    Column(name="what", headings=("Beslutning", "Opgave", "Handling", "Aktion", "Hvad")),
    Column(name="owner", headings=("Enhed", "Ansvarlig enhed", "Ansvarlig", "Tovholder", "Hvem")),
    Column(name="due_on", headings=("Frist", "Deadline", "Senest", "Hvornår")),
    Column(name="why", headings=("Hvorfor", "Begrundelse", "Baggrund"), is_required=False),
    Column(name="area", headings=("Område", "Sted"), is_required=False),
    Column(name="decided_on", headings=("Besluttet", "Beslutningsdato", "Dato"), is_required=False),
    Column(name="status", headings=("Status", "Stand"), is_required=False),
    Column(name="result", headings=("Resultat", "Udfald", "Bemærkning", "Bemærkninger", "Note"), is_required=False),
    Column(name="review_on", headings=("Gennemgang", "Opfølgning", "Evalueres"), is_required=False),
)


class ImportDecisionsForm(forms.Form):
    """A file, or the table itself: what was uploaded stands in the text, where it can be mended."""

    file = forms.FileField(
        label="Regneark", required=False, help_text="Excel (.xlsx) eller CSV. Det første ark læses. Højst 1.000 linjer."
    )
    table = forms.CharField(
        label="Tabellen",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "wrap": "off"}),
        help_text="Indsæt linjer fra et regneark, eller ret i dem, du har lagt op.",
    )

    def clean(self) -> dict[str, object]:
        """Let the file's text take the place of the typed one."""
        fields = super().clean() or {}
        if upload := fields.get("file"):
            try:
                fields["table"] = text_of(upload.read())
            except UnreadableTable as error:
                self.add_error("file", str(error))
        elif not str(fields.get("table", "")).strip():
            self.add_error("file", "Vælg en fil, eller indsæt tabellen nedenfor.")
        return fields


@screen(Permission.DECIDE, writes=True)
def import_decisions(request: SignedInRequest) -> HttpResponse:
    """Show what would be imported; import it when asked to, and when every line is right."""
    form = ImportDecisionsForm(request.POST or None, request.FILES or None)
    listed: list[ListedDecision] = []
    mark = ""
    if request.method == "POST" and form.is_valid():
        table = str(form.cleaned_data["table"])
        listed, mark = _looked_through(form, table, request)
        if "apply" in request.POST and listed:
            attempt(form, lambda: actions.import_decisions(listed, by=request.actor))
            if form.is_valid():
                return redirect("tasks:register")
            listed, mark = _looked_through(form, table, request)
        form.data = {"table": table}
    context = {
        "form": form,
        "listed": listed,
        "wrong": sum(1 for row in listed if row.errors),
        "fresh": sum(1 for row in listed if not row.is_known),
        "known": sum(1 for row in listed if row.is_known),
        "mark": mark,
        "is_kept": bool(mark) and request.POST.get("kept") == mark,
    }
    return page(request, "tasks/import_decisions.html", context)


@screen(Permission.DECIDE)
def decision_table_template(request: SignedInRequest) -> HttpResponse:
    """Give an empty table with one example line."""
    unit = units_at_table(request.actor)[0]
    day = f"{timezone.localdate():%d.%m.%Y}"
    example = ["Gå en fælles runde", unit.name, day, "Uro ved stationen", "", day, "åben", "", ""]
    response = HttpResponse(written(COLUMNS, [example]), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="beslutninger-skabelon.csv"'
    return response


def _looked_through(
    form: ImportDecisionsForm, table: str, request: SignedInRequest
) -> tuple[list[ListedDecision], str]:
    """Judge the lines; warnings that the user has kept word for word are no errors."""
    try:
        rows = [(row.line, row.cells) for row in table_rows(table, COLUMNS)]
    except UnreadableTable as error:
        form.add_error("table", str(error))
        return [], ""
    listed = judged_list(rows, queries.around_list(request.actor, is_warned=True))
    mark = warning_mark(listed)
    if mark and request.POST.get("kept") == mark:
        listed = judged_list(rows, queries.around_list(request.actor, is_warned=False))
    return queries.with_known(listed, request.actor), mark
