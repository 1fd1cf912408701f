"""Import streets — indlæs gader: a table that says in which area each street lies."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect

from rundbord.access.permissions import Permission
from rundbord.partnership import actions, queries
from rundbord.partnership.models import Area
from rundbord.partnership.rules import street_key
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.uploaded_tables import Column, TableRow, UnreadableTable, decoded, table_rows, written

COLUMNS = (
    Column(name="street", headings=("Gade", "Vej", "Vejnavn", "Gadenavn", "Adresse")),
    Column(name="area", headings=("Område", "Bydel", "Boligområde", "Distrikt")),
)
MOST_ROWS = 5000
_MOST_IN_STREET = 120


@dataclass(frozen=True, kw_only=True)
class ProposedStreet:
    """One row as it would be imported."""

    line: int
    street: str
    area_name: str
    area: Area | None
    errors: tuple[str, ...]


class ImportStreetsForm(forms.Form):
    """A file, or the table itself."""

    file = forms.FileField(label="CSV-fil", required=False, help_text=f"Højst {MOST_ROWS} rækker.")
    table = forms.CharField(
        label="Tabellen",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "wrap": "off"}),
        help_text="Indsæt rækker fra et regneark, eller ret i dem, du har lagt op.",
    )

    def clean(self) -> dict[str, object]:
        """Let the file's text take the place of the typed one."""
        fields = super().clean() or {}
        if upload := fields.get("file"):
            try:
                fields["table"] = decoded(upload.read())
            except UnreadableTable as error:
                self.add_error("file", str(error))
        elif not str(fields.get("table", "")).strip():
            self.add_error("file", "Vælg en fil, eller indsæt tabellen nedenfor.")
        return fields


@screen(Permission.EDIT_AREAS, writes=True)
def import_streets(request: SignedInRequest) -> HttpResponse:
    """Show what would be imported; import it when asked to, and when every row is right."""
    form = ImportStreetsForm(request.POST or None, request.FILES or None)
    proposed: list[ProposedStreet] = []
    if request.method == "POST" and form.is_valid():
        table = str(form.cleaned_data["table"])
        proposed = _proposed(form, table)
        if "apply" in request.POST and proposed and not any(row.errors for row in proposed):
            attempt(form, lambda: actions.import_streets(_streets(proposed), by=request.actor))
            if form.is_valid():
                return redirect("partnership:areas")
        form.data = {"table": table}
    context = {"form": form, "proposed": proposed, "wrong": sum(1 for row in proposed if row.errors)}
    return page(request, "partnership/import_streets.html", context)


@screen(Permission.EDIT_AREAS)
def street_table_template(request: SignedInRequest) -> HttpResponse:
    """Give an empty table with one example row."""
    area = queries.areas().first()
    content = written(COLUMNS, [["Eksempelvej", area.name if area else ""]])
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="gader-skabelon.csv"'
    return response


def _proposed(form: ImportStreetsForm, table: str) -> list[ProposedStreet]:
    try:
        rows = table_rows(table, COLUMNS, most_rows=MOST_ROWS)
    except UnreadableTable as error:
        form.add_error("table", str(error))
        return []
    by_name = {area.name.casefold(): area for area in queries.areas()}
    area_of_key: dict[str, Area | None] = {}
    return [_judged(row, by_name, area_of_key) for row in rows]


def _judged(row: TableRow, by_name: dict[str, Area], area_of_key: dict[str, Area | None]) -> ProposedStreet:
    street, area_name = " ".join(row.cells["street"].split()), row.cells["area"]
    area, key = by_name.get(area_name.casefold()), street_key(street)
    checks = {
        "Gadens navn mangler.": not key,
        "Gadens navn er for langt.": len(street) > _MOST_IN_STREET,
        f"Området »{area_name}« findes ikke.": area is None,
        "Gaden står også med et andet område.": key in area_of_key and area_of_key[key] != area,
    }
    area_of_key.setdefault(key, area)
    errors = tuple(sentence for sentence, applies in checks.items() if applies)
    return ProposedStreet(line=row.line, street=street, area_name=area_name, area=area, errors=errors)


def _streets(proposed: list[ProposedStreet]) -> list[tuple[str, Area]]:
    return [(row.street, row.area) for row in proposed if row.area]
