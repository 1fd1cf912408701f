"""Joint visits — fælles besøg: asking another unit to go along, answering, and tying one to the own file."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from datetime import datetime, time, timedelta
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.models import Unit
from rundbord.interventions.models import Intervention, JointAnswer, JointVisit
from rundbord.interventions.queries.course import course_of
from rundbord.interventions.rules.joint import (
    REFERENCE_LENGTH,
    REFERENCE_SIGNS,
    last_day_of_visit,
    objections_to_answer,
)
from rundbord.interventions.vocabulary import JointWord
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.models import Area
from rundbord.partnership.rules.danish_days import at_clock

_LAST_MINUTE = time(23, 59)


def ask_for_joint_visit(
    intervention: Intervention, *, unit: Unit, area: Area | None, weighed: Collection[str], by: Actor
) -> JointVisit:
    """Say the own yes, and ask the other unit for its own by tomorrow; who it is about is not told here."""
    by.must(Permission.WORK_CONCERNS)
    _refuse_asking(intervention, weighed)
    if by.unit_id is None:
        raise Refused("Kun en enhed kan spørge om et fælles besøg.")
    now = timezone.now()
    visit = JointVisit.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        unit_id=by.unit_id,
        partner_id=unit.authority_id,
        partner_unit=unit,
        reference="".join(secrets.choice(REFERENCE_SIGNS) for _ in range(REFERENCE_LENGTH)),
        area=area,
        asked_at=now,
        asked_by=by.user_id,
        asked_label=by.user_name,
        answer_by=_tomorrow(now),
        delete_on=last_day_of_visit(timezone.localdate(now)),
    )
    _answer(visit, JointWord.GO, weighed, by)
    Intervention.objects.filter(pk=intervention.pk).update(joint_visit=visit)
    audit.record(Event.JOINT_VISIT_ASKED, about=visit, by=by, details={"intervention": str(intervention.pk)})
    _tell(NoticeKind.JOINT_VISIT_ASKED, visit, (unit.authority_id, unit.pk), by)
    return visit


def answer_joint_visit(visit: JointVisit, *, word: str, weighed: Collection[str], by: Actor) -> JointAnswer:
    """Give the own unit's word, or change it; the newest counts."""
    by.must(Permission.WORK_CONCERNS)
    if objections := objections_to_answer(word, weighed, is_over=visit.ended_at is not None):
        raise Refused(objections)
    answer = _answer(visit, JointWord(word), weighed, by)
    told = {"visit": str(visit.pk), "word": answer.word}
    audit.record(Event.JOINT_VISIT_ANSWERED, about=answer, by=by, details=told)
    _tell(NoticeKind.JOINT_VISIT_ANSWERED, visit, _other_side(visit, by), by)
    return answer


def join_joint_visit(visit: JointVisit, intervention: Intervention, *, by: Actor) -> None:
    """Tie the visit to the own intervention, so that what is seen lies sealed in the own file."""
    by.must(Permission.WORK_CONCERNS)
    if visit.ended_at is not None or intervention.ended_at is not None:
        raise Refused("Besøget eller indsatsen er afsluttet.")
    if not any(step.is_joint for step in course_of(intervention).kind.steps):
        raise Refused("Indsatsen har ikke noget fælles besøg.")
    Intervention.objects.filter(pk=intervention.pk).update(joint_visit=visit)
    told = {"visit": str(visit.pk)}
    audit.record(Event.JOINT_VISIT_JOINED, about=intervention, by=by, details=told)


def _refuse_asking(intervention: Intervention, weighed: Collection[str]) -> None:
    found = objections_to_answer(JointWord.GO.value, weighed, is_over=False)
    step = course_of(intervention).next_step
    if intervention.ended_at is not None or step is None or not step.is_joint:
        found[""] = ["Der kan ikke spørges om et fælles besøg nu. Se, hvordan indsatsen står."]
    if intervention.joint_visit_id is not None:
        found[""] = ["Der er allerede spurgt om et fælles besøg."]
    if found:
        raise Refused(found)


def _answer(visit: JointVisit, word: JointWord, weighed: Collection[str], by: Actor) -> JointAnswer:
    return JointAnswer.objects.create(
        partnership_id=visit.partnership_id,
        authority_id=by.authority_id,
        visit=visit,
        word=word.value,
        weighed=sorted(weighed),
        answered_at=timezone.now(),
        answered_by=by.user_id,
        answered_label=by.user_name,
    )


def _other_side(visit: JointVisit, by: Actor) -> tuple[UUID, UUID]:
    """Give the other authority and its unit."""
    if visit.authority_id == by.authority_id:
        return visit.partner_id, visit.partner_unit_id
    return visit.authority_id, visit.unit_id


def _tell(kind: NoticeKind, visit: JointVisit, to: tuple[UUID, UUID], by: Actor) -> None:
    other = Recipient(authority_id=to[0], unit_id=to[1])
    notify(kind, reverse("interventions:show_joint_visit", args=[visit.pk]), [other], by=by)


def _tomorrow(now: datetime) -> datetime:
    return at_clock(timezone.localdate(now) + timedelta(days=1), _LAST_MINUTE)
