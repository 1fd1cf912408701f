"""Import background — indlæs baggrundstal: a table is added up, and kept for the partnership's municipalities."""

from __future__ import annotations

from dataclasses import asdict

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.feeds.models import BackgroundFigure, BackgroundImport
from rundbord.feeds.queries.background import municipality_names
from rundbord.feeds.rules.check_sums import COUNTRY, Checked, checked, is_municipality
from rundbord.feeds.rules.items import Malformed
from rundbord.feeds.rules.json_stat import Cell, Table, read_table
from rundbord.feeds.rules.municipalities import is_same_municipality
from rundbord.feeds.vocabulary import Origin

_BATCH = 1000
_NONE_OF_OURS = "Ingen af partnerskabets kommuner står i tabellen."


def import_background(content: bytes, *, origin: Origin, by: Actor) -> BackgroundImport:
    """Replace the figures that the table holds for the partnership's municipalities and the country."""
    by.must(Permission.EDIT_FEEDS)
    try:
        table = read_table(content)
    except Malformed as error:
        raise Refused({"document": [str(error)]}) from error
    cells = _ours(table)
    imported = _note(table, checked(table), len(cells), origin=origin, by=by)
    BackgroundFigure.objects.bulk_create(
        [_figure(cell, table, imported) for cell in cells],
        batch_size=_BATCH,
        update_conflicts=True,
        unique_fields=["partnership", "table", "offence", "area", "period"],
        update_fields=["value", "area_name", "offence_name", "imported"],
    )
    audit.record(Event.BACKGROUND_IMPORTED, about=imported, by=by, details={"figures": len(cells)})
    return imported


def _ours(table: Table) -> list[Cell]:
    names = municipality_names()
    ours = {
        area
        for area, label in table.areas.items()
        if is_municipality(area) and any(is_same_municipality(name, label) for name in names)
    }
    if not ours:
        raise Refused({"document": [_NONE_OF_OURS]})
    return [cell for cell in table.cells if cell.area in ours or cell.area == COUNTRY]


def _note(table: Table, sums: Checked, figures: int, *, origin: Origin, by: Actor) -> BackgroundImport:
    return BackgroundImport.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        table=table.table.value,
        origin=origin.value,
        source_updated=table.updated,
        imported_at=timezone.now(),
        imported_by=by.user_id,
        first_period=table.periods[0],
        last_period=table.periods[-1],
        figures=figures,
        check_sum=sums.check_sum.value,
        differences=[asdict(difference) for difference in sums.differences],
    )


def _figure(cell: Cell, table: Table, imported: BackgroundImport) -> BackgroundFigure:
    return BackgroundFigure(
        partnership_id=imported.partnership_id,
        table=table.table.value,
        area=cell.area,
        area_name=table.areas[cell.area][:80],
        offence=cell.offence,
        offence_name=table.offences.get(cell.offence, "")[:160],
        period=cell.period,
        value=cell.value,
        imported=imported,
    )
