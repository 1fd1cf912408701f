"""Builders of questions without a name, asked and answered through the ordinary actions."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Model
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.concerns.models import PutBeforeName, YoungPerson
from rundbord.identity.models import Unit
from rundbord.sharing.actions import QuestionTerms, answer_threshold, ask_without_name
from rundbord.sharing.models import ThresholdQuestion
from rundbord.sharing.rules.ages import AgeBand
from rundbord.sharing.rules.threshold import Sign, Stance, Tried, Wish
from tests.database import as_owner


def terms(*units: Unit, **chosen: Any) -> QuestionTerms:
    """Give what is asked of some units, in a municipality that `chosen` names."""
    return QuestionTerms(
        **{
            "age_band": AgeBand.FROM_15,
            "area": None,
            "municipality": None,
            "signs": [Sign.GROUP, Sign.ABSENCE],
            "tried": [Tried.TALK],
            "wish": Wish.TOGETHER,
            "units": list(units),
            **chosen,
        }
    )


def asked(by: Actor, *units: Unit, **chosen: Any) -> ThresholdQuestion:
    """Ask some units."""
    with acting_for(by):
        return ask_without_name(terms(*units, **chosen), by=by)


def answered(question: ThresholdQuestion, by: Actor, stance: Stance = Stance.TAKE_UP, reason: str = "") -> None:
    """Answer for a unit."""
    with acting_for(by):
        answer_threshold(ThresholdQuestion.objects.get(pk=question.pk), stance, reason=reason, by=by)


def put_before_name(person: Model, question_id: UUID) -> PutBeforeName:
    """Let a question have sprung from a file."""
    with as_owner():
        file = YoungPerson.objects.get(pk=person.pk)
        return PutBeforeName.objects.create(
            authority_id=file.authority_id,
            person=file,
            question_id=question_id,
            put_at=timezone.now(),
            put_by=file.lead_id,
            put_label=file.lead_label,
        )
