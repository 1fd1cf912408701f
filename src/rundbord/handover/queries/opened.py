"""Lines of the own list with their words, and questions to the own unit with theirs; opened for one request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from rundbord.handover.models import HandOverLine, HandOverList, LineAnswer, LineQuestion
from rundbord.handover.vocabulary import LineVerdict
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key, open_keys
from rundbord.sharing.rules.ages import AgeBand
from rundbord.sharing.vocabulary import PersonRole
from rundbord.vocabulary import label_of


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What both sides read of a line: its words, and the answer, which is empty until there is one."""

    row: HandOverLine | LineQuestion
    words: str
    verdict: str = ""

    @property
    def role(self) -> str:
        """Name the role."""
        return label_of(PersonRole, self.row.role)

    @property
    def age_band(self) -> str:
        """Name the age band."""
        return label_of(AgeBand, self.row.age_band)

    @property
    def answer(self) -> str:
        """Put the answer into words."""
        return label_of(LineVerdict, self.verdict)

    @property
    def is_taken_up(self) -> bool:
        """Tell whether a name may be given."""
        return self.verdict == LineVerdict.TAKEN_UP

    @property
    def is_of_victim(self) -> bool:
        """Tell whether it is about somebody who was wronged, and so no worry to be taken up."""
        return self.row.role == PersonRole.VICTIM


@dataclass(frozen=True, kw_only=True)
class OpenedLine(Judged):
    """A line as its own unit reads it."""

    row: HandOverLine
    name: str
    cpr: str
    born_on: date


@dataclass(frozen=True, kw_only=True)
class OpenedQuestion(Judged):
    """A line as the asked unit reads it: without a name."""

    row: LineQuestion


def opened(line: HandOverLine, key: OpenKey, verdict: str = "") -> OpenedLine:
    """Open one line."""
    return OpenedLine(
        row=line,
        name=_text(line, "name", key),
        cpr=_text(line, "cpr", key),
        born_on=date.fromisoformat(_text(line, "born_on", key)),
        words=_text(line, "words", key),
        verdict=verdict,
    )


def lines_of(of: HandOverList) -> list[OpenedLine]:
    """Open the lines of a list, in the order in which they were put on it."""
    if of.closed_at is not None:
        return []
    rows = list(HandOverLine.objects.filter(list=of).select_related("addressed_unit__authority").order_by("added_at"))
    answers = dict(LineAnswer.objects.filter(line_id__in=[each.pk for each in rows]).values_list("line_id", "verdict"))
    key = open_key(of.data_key_id)
    return [opened(row, key, answers.get(row.pk, "")) for row in rows]


def questions_to(unit_id: UUID, *, meeting_id: UUID) -> list[OpenedQuestion]:
    """Open what a unit is asked at a meeting; a question whose key is gone is left out."""
    rows = list(LineQuestion.objects.filter(unit_id=unit_id, meeting_id=meeting_id).order_by("asked_at"))
    answers = dict(
        LineAnswer.objects.filter(line_id__in=[each.line_id for each in rows]).values_list("line_id", "verdict")
    )
    keys = open_keys(each.data_key_id for each in rows) if rows else {}
    return [
        OpenedQuestion(row=row, words=_text(row, "words", keys[row.data_key_id]), verdict=answers.get(row.line_id, ""))
        for row in rows
        if row.data_key_id in keys
    ]


def _text(row: HandOverLine | LineQuestion, column: str, key: OpenKey) -> str:
    value = getattr(row, column)
    return key.open(bytes(value), at=place_of(row, column)) if value else ""
