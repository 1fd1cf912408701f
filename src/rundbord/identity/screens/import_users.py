"""Import users — indlæs brugere: a table is uploaded or pasted, looked through, and imported whole or not at all."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.identity import actions, queries
from rundbord.identity.models import User
from rundbord.identity.rules import roles_of
from rundbord.identity.rules.user_table import ProposedUser, Surroundings, judged
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.uploaded_tables import Column, UnreadableTable, decoded, table_rows, written

COLUMNS = (
    Column(name="name", headings=("Navn", "Fulde navn", "Medarbejder", "Funktion")),
    Column(name="sign_in_name", headings=("Brugernavn", "Bruger", "Bruger-id", "Login", "Initialer")),
    Column(name="email", headings=("Mailadresse", "E-mail", "Mail", "E-mailadresse"), is_required=False),
    Column(name="unit", headings=("Enhed", "Afdeling", "Team", "Organisation")),
    Column(name="role", headings=("Rolle", "Brugerrolle", "Rettighed")),
    Column(name="starts_on", headings=("Første dag", "Fra", "Start", "Startdato"), is_required=False),
    Column(name="ends_on", headings=("Sidste dag", "Til", "Slut", "Slutdato"), is_required=False),
)


class ImportUsersForm(forms.Form):
    """A file, or the table itself: what was uploaded stands in the text, where it can be mended."""

    file = forms.FileField(label="CSV-fil", required=False, help_text="Gem regnearket som CSV. Højst 1.000 rækker.")
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


@screen(Permission.ADMINISTER_USERS, writes=True)
def import_users(request: SignedInRequest) -> HttpResponse:
    """Show what would be imported; import it when asked to, and when every row is right."""
    form = ImportUsersForm(request.POST or None, request.FILES or None)
    proposed: list[ProposedUser] = []
    if request.method == "POST" and form.is_valid():
        table = str(form.cleaned_data["table"])
        proposed = _proposed(form, table, actor=request.actor)
        if "apply" in request.POST and proposed:
            attempt(form, lambda: actions.import_users(proposed, by=request.actor))
            if form.is_valid():
                return redirect("identity:users")
            proposed = _proposed(form, table, actor=request.actor)
        form.data = {"table": table}
    return page(
        request,
        "identity/import_users.html",
        {"form": form, "proposed": proposed, "wrong": sum(1 for row in proposed if row.errors)},
    )


@screen(Permission.ADMINISTER_USERS)
def user_table_template(request: SignedInRequest) -> HttpResponse:
    """Give an empty table with one example row in the authority's own words."""
    unit = queries.open_units(request.actor).first()
    role = roles_of(AuthorityKind(request.actor.authority_kind))[0]
    example = ["Gademedarbejder, Nord", "gade.nord", "", unit.name if unit else "", role.label, "", ""]
    response = HttpResponse(written(COLUMNS, [example]), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="brugere-skabelon.csv"'
    return response


def _proposed(form: ImportUsersForm, table: str, *, actor: Actor) -> list[ProposedUser]:
    try:
        rows = table_rows(table, COLUMNS)
    except UnreadableTable as error:
        form.add_error("table", str(error))
        return []
    around = Surroundings(
        kind=AuthorityKind(actor.authority_kind),
        units={unit.name.casefold(): unit.pk for unit in queries.open_units(actor)},
        taken=frozenset(User.objects.values_list("sign_in_name", flat=True)),
        today=timezone.localdate(),
    )
    return judged([(row.line, row.cells) for row in rows], around)
