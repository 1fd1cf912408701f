"""Which questions without a name a file has led to, and which file a question sprang from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from rundbord.access.actor import Actor
from rundbord.concerns.models import PutBeforeName, YoungPerson
from rundbord.sharing.queries import QuestionRow, questions_by_id, units_that_would
from rundbord.sharing.rules.threshold import QuestionState


@dataclass(frozen=True, kw_only=True)
class PutLine:
    """A question of a file; `onward` is the end of the address that hands on to those who would take it up."""

    row: QuestionRow
    onward: str

    @property
    def is_taken_up(self) -> bool:
        """Tell whether something may now be passed on, with a name."""
        return self.row.state is QuestionState.TAKEN_UP


def questions_of(person: YoungPerson, actor: Actor) -> list[PutLine]:
    """List the questions that a file has led to and that the reader's unit asked, newest first."""
    ids = list(PutBeforeName.objects.filter(person=person).values_list("question_id", flat=True))
    return list(_lines(questions_by_id(ids, actor))) if ids else []


def file_of_question(question_id: UUID) -> UUID | None:
    """Find the file behind a question, where there is one and it is within reach."""
    return PutBeforeName.objects.filter(question_id=question_id).values_list("person_id", flat=True).first()


def _lines(rows: list[QuestionRow]) -> Iterator[PutLine]:
    willing = units_that_would(rows)
    for row in rows:
        units = [("enhed", str(unit_id)) for unit_id in willing.get(row.question.pk, [])]
        yield PutLine(row=row, onward=f"?{urlencode(units)}" if units else "")
