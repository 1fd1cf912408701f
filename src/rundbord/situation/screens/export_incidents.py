"""Export incidents — hent regneark: the list as it is filtered, marked with who fetched it, when and why so few."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.partnership.models import Area
from rundbord.situation import actions
from rundbord.situation.models import Incident
from rundbord.situation.queries import incidents as queries
from rundbord.situation.screens.inbox_cards import when_of, where_of
from rundbord.situation.screens.incidents_form import IncidentsForm
from rundbord.situation.screens.spreadsheet import Sheet, spreadsheet
from rundbord.situation.vocabulary import Category, Nature
from rundbord.vocabulary import label_of
from rundbord.web import SignedInRequest, screen

MOST_ROWS = 10_000
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_COLUMNS = ("Hvornår", "Overskrift", "Kategori", "Art", "Område", "Sted", "Bekræftet", "Status", "Ændret")


@screen(Permission.EXPORT_INCIDENTS)
def export_incidents(request: SignedInRequest) -> HttpResponse:
    """Answer with the spreadsheet, and log that it was fetched."""
    form = IncidentsForm(request.GET, areas=Area.objects.filter(closed_at=None).order_by("sort_key"))
    wanted = form.wanted(last_picture_at=queries.last_published_at(request.actor))
    rows = actions.export_incidents(wanted, most=MOST_ROWS, by=request.actor)
    now = timezone.localtime()
    book = spreadsheet(_list_of(rows), _origin(request, form, len(rows)), made_at=now)
    response = HttpResponse(book, content_type=_XLSX)
    response["Content-Disposition"] = f'attachment; filename="haendelser-{now:%Y-%m-%d-%H%M}.xlsx"'
    return response


def _list_of(rows: list[Incident]) -> Sheet:
    return Sheet(name="Hændelser", header=_COLUMNS, rows=[_cells(row) for row in rows])


def _cells(incident: Incident) -> tuple[str, ...]:
    return (
        when_of(incident),
        incident.heading,
        label_of(Category, incident.category),
        label_of(Nature, incident.nature),
        incident.area.name if incident.area else "",
        where_of(incident),
        "Ja" if incident.is_confirmed else "Nej",
        "Afsluttet" if incident.closed_at else "Åben",
        f"{timezone.localtime(incident.changed_at):%d.%m.%Y %H.%M}",
    )


def _origin(request: SignedInRequest, form: IncidentsForm, count: int) -> Sheet:
    actor = request.actor
    told = [
        ("Hentet af", f"{actor.user_name}, {actor.user_title}, {actor.authority_name}"),
        ("Hentet", f"{timezone.localtime():%d.%m.%Y kl. %H.%M}"),
        ("Partnerskab", actor.partnership_name),
        ("Filter", "; ".join(form.in_words()) or "Intet: alle hændelser"),
        ("Rækker", f"{count}{' (de nyeste; resten er udeladt)' if count == MOST_ROWS else ''}"),
        ("Brug", "Kun til kriminalitetsforebyggelse i partnerskabet. Arket følger ikke med, når hændelser rettes."),
    ]
    return Sheet(name="Om arket", header=("Hvad", "Indhold"), rows=told)
