"""Exports as screens show them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.departure.models import Export
from rundbord.departure.queries.parts import parts_of
from rundbord.departure.rules.times import state_of
from rundbord.departure.vocabulary import ExportState

MOST_SHOWN = 20
_MARKS = {ExportState.ORDERED: "warning", ExportState.READY: "warning"}


@dataclass(frozen=True, kw_only=True)
class ExportRow:
    """An export, how it stands, and whether the actor may fetch it."""

    export: Export
    state: ExportState
    may_fetch: bool

    @property
    def mark(self) -> str:
        """Give the kind of the badge."""
        return _MARKS.get(self.state, "neutral")

    @property
    def parts(self) -> int:
        """Give how many parts it is fetched in."""
        return parts_of(self.export.bytes)

    @property
    def shown_parts(self) -> list[tuple[int, str]]:
        """Give the number of each part, and what its button says."""
        return [(number, f"Hent del {number}" if self.parts > 1 else "Hent") for number in range(1, self.parts + 1)]


def exports(actor: Actor) -> list[ExportRow]:
    """List the own authority's, newest first."""
    shown = Export.objects.filter(authority_id=actor.authority_id).order_by("-ordered_at", "-id")[:MOST_SHOWN]
    return [_row(each, actor) for each in shown]


def export_row(export_id: UUID, actor: Actor) -> ExportRow:
    """Find one of the own authority's."""
    found = Export.objects.filter(pk=export_id, authority_id=actor.authority_id).first()
    if found is None:
        raise Http404
    return _row(found, actor)


def _row(export: Export, actor: Actor) -> ExportRow:
    state = state_of(built_at=export.built_at, fetched_at=export.fetched_at, now=timezone.now())
    can_be = state in {ExportState.READY, ExportState.FETCHED}
    return ExportRow(export=export, state=state, may_fetch=can_be and export.ordered_by == actor.user_id)
