"""Minutes as they write themselves: from agenda, attendance, words, decisions and the seats' answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404

from rundbord.access.actor import Actor
from rundbord.meetings.models import Approval, Meeting, Minutes
from rundbord.meetings.queries.board import Board, board_of
from rundbord.meetings.queries.decisions import DecisionRow, decided_at
from rundbord.meetings.vocabulary import Verdict
from rundbord.partnership.models import ForumSeat
from rundbord.vocabulary import label_of


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a seat has said of the minutes."""

    seat: ForumSeat
    verdict: str
    approval: Approval


@dataclass(frozen=True, kw_only=True)
class DrawnMinutes:
    """A meeting's minutes as they stand now."""

    board: Board
    decided: Sequence[DecisionRow]
    answers: list[Answer]

    @property
    def unanswered(self) -> list[ForumSeat]:
        """The seats that were filled and have not answered."""
        answered = {answer.seat.pk for answer in self.answers}
        return [row.seat for row in self.board.filled if row.seat.pk not in answered]


def drawn_minutes(meeting: Meeting, actor: Actor) -> DrawnMinutes:
    """Draw the minutes from what was said and decided."""
    approvals = Approval.objects.filter(meeting=meeting).select_related("seat__authority").order_by("at", "id")
    answers = [Answer(seat=each.seat, verdict=label_of(Verdict, each.verdict), approval=each) for each in approvals]
    return DrawnMinutes(board=board_of(meeting, actor), decided=decided_at(meeting, actor), answers=answers)


def fixed_minutes(meeting: Meeting) -> Minutes:
    """Find the bytes that stand; before they are fixed there are none."""
    found = Minutes.objects.filter(meeting=meeting).first()
    if found is None:
        raise Http404
    return found
