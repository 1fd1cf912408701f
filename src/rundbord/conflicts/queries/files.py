"""One conflict with all that belongs to it, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from django.db.models import Model
from django.http import Http404
from django.utils import timezone

from rundbord.conflicts.models import (
    Conflict,
    ConflictArea,
    ConflictEvent,
    ConflictGroup,
    ConflictRevision,
    Review,
    TensionChange,
)
from rundbord.conflicts.queries.cards import (
    EventLine,
    MotiveCard,
    RiskCard,
    StepCard,
    WindowCard,
    line_of,
    motives_of,
    risks_of,
    steps_of,
    windows_of,
)
from rundbord.conflicts.queries.lists import ConflictRow, rows_of
from rundbord.conflicts.rules.risks import WindowState
from rundbord.conflicts.vocabulary import Tension
from rundbord.partnership.models import Area

_MOST_EVENTS_ON_MAP = 20
Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, kw_only=True)
class ConflictFile:
    """A conflict as its page shows it."""

    row: ConflictRow
    areas: list[Area]
    groups: list[ConflictGroup]
    tension: TensionChange | None
    motives: list[MotiveCard]
    windows: list[WindowCard]
    risks: list[RiskCard]
    steps: list[StepCard]
    events: list[EventLine]
    last_review: Review | None

    @property
    def conflict(self) -> Conflict:
        """The conflict itself."""
        return self.row.conflict

    @property
    def is_open(self) -> bool:
        """Tell whether it can be carried on."""
        return self.conflict.closed_at is None

    @property
    def tone(self) -> str:
        """Tell how the tension's panel stands out."""
        return "urgent" if self.is_open and self.conflict.tension == Tension.ACUTE else "accent"

    @property
    def window_tone(self) -> str:
        """Tell how the windows' panel stands out."""
        return "urgent" if any(card.state is WindowState.OPEN for card in self.windows) else "accent"


def conflict_of(conflict_id: UUID) -> Conflict:
    """Find one conflict; what is out of reach does not exist."""
    found = Conflict.objects.select_related("owner__authority", "authority").filter(pk=conflict_id).first()
    if found is None:
        raise Http404
    return found


def conflict_file(conflict_id: UUID) -> ConflictFile:
    """Open one conflict."""
    conflict = conflict_of(conflict_id)
    now = timezone.now()
    territory = ConflictArea.objects.filter(conflict=conflict).select_related("area").order_by("area__sort_key", "id")
    return ConflictFile(
        row=rows_of([conflict])[0],
        areas=[each.area for each in territory],
        groups=groups_of(conflict),
        tension=TensionChange.objects.filter(conflict=conflict).select_related("unit").order_by("-at", "-id").first(),
        motives=motives_of(conflict, now),
        windows=windows_of(conflict, now),
        risks=risks_of(conflict),
        steps=steps_of(conflict),
        events=events_of(conflict),
        last_review=Review.objects.filter(conflict=conflict).select_related("unit").order_by("-at", "-id").first(),
    )


def groups_of(conflict: Conflict) -> list[ConflictGroup]:
    """List the groups by letter."""
    return list(ConflictGroup.objects.filter(conflict=conflict).order_by("letter"))


def events_of(conflict: Conflict) -> list[EventLine]:
    """List the events that stand, newest first, as map and table show them."""
    standing = ConflictEvent.objects.filter(conflict=conflict, withdrawn_at=None).select_related("area", "unit")
    return [line_of(event) for event in standing.order_by("-happened_at", "-id")[:_MOST_EVENTS_ON_MAP]]


def part_of(model: type[Row], conflict_id: UUID, part_id: UUID) -> Row:
    """Find one row that belongs to a conflict, and the conflict with it; what is out of reach does not exist."""
    rows = model._base_manager.select_related("conflict__owner__authority")
    found = rows.filter(pk=part_id, conflict_id=conflict_id).first()
    if found is None:
        raise Http404
    return found


def revisions_of(conflict: Conflict) -> list[ConflictRevision]:
    """List how the facts once stood, newest first."""
    return list(ConflictRevision.objects.filter(conflict=conflict).select_related("unit").order_by("-version"))
