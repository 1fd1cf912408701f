"""Questions that other desks have put to the own one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_keys
from rundbord.rights.models import SenderQuestion
from rundbord.rights.vocabulary import SenderAnswer
from rundbord.vocabulary import label_of

MOST_SHOWN = 50


@dataclass(frozen=True, kw_only=True)
class QuestionView:
    """A question; `words` are what was told, opened where one is shown alone."""

    question: SenderQuestion
    today: date
    words: str = ""

    @property
    def mark(self) -> tuple[str, str]:
        """Give words and kind of the badge."""
        if self.question.answer:
            return label_of(SenderAnswer, self.question.answer), "closed"
        return ("Over fristen", "overdue") if self.question.answer_by < self.today else ("Venter på jer", "new")


def questions_to(actor: Actor) -> list[QuestionView]:
    """Give the newest, those that wait first."""
    found = SenderQuestion.objects.filter(authority_id=actor.authority_id).select_related("asking")
    rows = sorted(found.order_by("-asked_at", "-id")[:MOST_SHOWN], key=lambda each: bool(each.answer))
    return [QuestionView(question=each, today=timezone.localdate()) for each in rows]


def waiting_questions(actor: Actor) -> int:
    """Count those that wait for the own desk."""
    return SenderQuestion.objects.filter(authority_id=actor.authority_id, answer="").count()


def question_view(question_id: UUID, actor: Actor) -> QuestionView:
    """Open one that was put to the own authority; any other does not exist."""
    rows = SenderQuestion.objects.filter(pk=question_id, authority_id=actor.authority_id).select_related("asking")
    found = rows.first()
    if found is None:
        raise Http404
    key = open_keys([found.data_key_id]).get(found.data_key_id)
    words = key.open(bytes(found.words), at=place_of(found, "words")) if key else ""
    return QuestionView(question=found, today=timezone.localdate(), words=words)
