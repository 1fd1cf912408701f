"""Put a case to chosen units of other parties on facts that name nobody: the threshold before the name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.models import Authority, Unit
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.models import Area
from rundbord.sharing.models import ThresholdQuestion
from rundbord.sharing.queries.threshold_units import units_to_ask
from rundbord.sharing.rules.ages import AgeBand
from rundbord.sharing.rules.threshold import Asking, Sign, Tried, Wish, closing_day, objections_to_asking


@dataclass(frozen=True, kw_only=True)
class QuestionTerms:
    """What is asked; exactly one of `area` and `municipality` is given."""

    age_band: AgeBand
    area: Area | None
    municipality: Authority | None
    signs: Sequence[Sign]
    tried: Sequence[Tried]
    wish: Wish
    units: Sequence[Unit]
    words: str = ""


def ask_without_name(terms: QuestionTerms, *, by: Actor) -> ThresholdQuestion:
    """Ask, and tell each unit that something waits; nothing here leads to a person."""
    by.must(Permission.WORK_CONCERNS)
    _refuse_wrong(terms, by=by)
    question = _create(terms, by=by)
    audit.record(Event.THRESHOLD_ASKED, about=question, by=by, details={"units": len(terms.units)})
    answering = Permission.ANSWER_THRESHOLD
    recipients = [
        each
        for unit in terms.units
        for each in Recipient.whoever_may(answering, authority_id=unit.authority_id, unit_id=unit.pk)
    ]
    notify(NoticeKind.THRESHOLD_ASKED, path_of(question), recipients, by=by)
    return question


def path_of(question: ThresholdQuestion) -> str:
    """Give the address of a question."""
    return reverse("sharing:show_question", args=[question.pk])


def _refuse_wrong(terms: QuestionTerms, *, by: Actor) -> None:
    asking = Asking(
        signs=terms.signs,
        tried=terms.tried,
        units=[unit.pk for unit in terms.units],
        askable=frozenset(unit.pk for unit in units_to_ask(by)),
        words=terms.words,
    )
    if objections := objections_to_asking(asking):
        raise Refused(objections)


def _create(terms: QuestionTerms, *, by: Actor) -> ThresholdQuestion:
    now = timezone.now()
    return ThresholdQuestion.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        unit_id=unit_of(by),
        asked_units=[unit.pk for unit in terms.units],
        age_band=terms.age_band.value,
        area=terms.area,
        municipality=terms.municipality,
        signs=[sign.value for sign in terms.signs],
        tried=[tried.value for tried in terms.tried],
        wish=terms.wish.value,
        words=terms.words.strip(),
        asked_at=now,
        asked_by=by.user_id,
        asked_label=function_of(by),
        closes_on=closing_day(timezone.localdate(now)),
    )


def unit_of(actor: Actor) -> UUID:
    """Give the unit that the actor works in; who has none asks and answers nothing."""
    if actor.unit_id is None:
        raise Refused("Du er ikke i en enhed.")
    return actor.unit_id


def function_of(actor: Actor) -> str:
    """Name whoever acts by job and authority: other parties do not learn the name."""
    return f"{actor.user_title}, {actor.authority_name}"
