"""Raise a concern: open a file with its first worry, or add a worry to a file that the unit has already."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.concerns.actions.give_notice import add_notice, refuse_wrong_notice
from rundbord.concerns.actions.identity import add_custody, open_file
from rundbord.concerns.actions.take_received import received_facts
from rundbord.concerns.actions.write_fact import add_fact, refuse_wrong_facts
from rundbord.concerns.actions.writing import held, today
from rundbord.concerns.models import Concern, YoungPerson
from rundbord.concerns.rules.clocks import FIRST_STEP
from rundbord.concerns.rules.facts import NewFact
from rundbord.concerns.rules.notices import Notice
from rundbord.concerns.rules.who import Who, objections_to_who
from rundbord.concerns.rules.words import objections_to_day
from rundbord.concerns.vocabulary import CaseLevel
from rundbord.partnership.models import Area
from rundbord.partnership.rules.danish_days import working_days_after
from rundbord.sharing.rules.opening import ConcernGround, Opening, OpeningObjection, objections_to_opening
from rundbord.sharing.vocabulary import PersonRole
from rundbord.situation.actions import hand_over_report
from rundbord.situation.models import Report

_FIELD = {
    OpeningObjection.NO_GROUND: "grounds",
    OpeningObjection.FAMILY_ALONE: "grounds",
    OpeningObjection.VICTIM: "role",
    OpeningObjection.ONLY_MET: "role",
}
NO_UNIT = "Du arbejder ikke i en enhed og kan derfor ikke oprette en bekymring."


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where a worry came from: a report, with the words that are to stand there from now on; or lines of a copy."""

    report: Report | None = None
    report_text: str = ""
    overridden: Collection[str] = ()
    received_id: UUID | None = None
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Worry:
    """A worry as it is raised; `facts` are what was seen, thought and protective."""

    role: PersonRole
    grounds: frozenset[ConcernGround]
    level: CaseLevel
    observed_on: date
    facts: tuple[NewFact, ...]
    notice: Notice
    area: Area | None = None
    origin: Origin = field(default_factory=Origin)


def raise_concern(who: Who, worry: Worry, *, by: Actor) -> YoungPerson:
    """Open a file in the own unit; the writer is responsible. Raise Refused with every objection."""
    by.must(Permission.WORK_CONCERNS)
    if by.unit_id is None:
        raise Refused(NO_UNIT)
    _refuse_wrong(worry, {**objections_to_who(who, today=today())})
    refuse_wrong_facts(worry.facts, has_protected_address=who.has_protected_address, by_kind=True, by=by)
    person = open_file(who, unit_id=by.unit_id, by=by)
    add_custody(person, who.custody)
    _add(person, worry, by=by)
    return person


def add_concern(person: YoungPerson, worry: Worry, *, by: Actor) -> Concern:
    """Add a worry to a file within reach."""
    standing = held(person, by=by)
    _refuse_wrong(worry, {})
    refuse_wrong_facts(worry.facts, has_protected_address=standing.has_protected_address, by_kind=True, by=by)
    return _add(standing, worry, by=by)


def _add(person: YoungPerson, worry: Worry, *, by: Actor) -> Concern:
    concern = Concern.objects.create(
        authority_id=person.authority_id,
        partnership_id=by.table,
        person=person,
        role=worry.role.value,
        grounds=sorted(ground.value for ground in worry.grounds),
        level=worry.level.value,
        area=worry.area,
        observed_on=worry.observed_on,
        report_id=worry.origin.report.pk if worry.origin.report else None,
        source_id=worry.origin.received_id,
        opened_at=timezone.now(),
        opened_by=by.user_id,
        opened_label=by.user_name,
        next_on=working_days_after(today(), settings.CONCERN_TRIAGE_DAYS),
        next_step=FIRST_STEP,
    )
    for fact in (*_taken(worry.origin, by=by), *worry.facts):
        add_fact(person, fact, by=by)
    add_notice(person, worry.notice, by=by)
    _hand_over(worry.origin, by=by)
    audit.record(Event.CONCERN_RAISED, about=concern, by=by, details={"person": str(person.pk), "level": concern.level})
    return concern


def _refuse_wrong(worry: Worry, found: dict[str, list[str]]) -> None:
    for objection in objections_to_opening(Opening(role=worry.role, grounds=worry.grounds)):
        found.setdefault(_FIELD[objection], []).append(objection.label)
    found |= objections_to_day(worry.observed_on, today=today(), field="observed_on")
    found |= refuse_wrong_notice(worry.notice)
    if not worry.facts and not worry.origin.lines:
        found["seen"] = ["Skriv, hvad der er set eller hørt."]
    if found:
        raise Refused(found)


def _taken(origin: Origin, *, by: Actor) -> tuple[NewFact, ...]:
    """Take the chosen lines of what was told, as it stands with the recipient and not as somebody typed it."""
    return received_facts(origin.received_id, origin.lines, by=by) if origin.received_id else ()


def _hand_over(origin: Origin, *, by: Actor) -> None:
    """Take the person's words out of the own authority's report; another authority's is left as it is."""
    if origin.report is not None and origin.report.authority_id == by.authority_id:
        hand_over_report(origin.report, text=origin.report_text, overridden=origin.overridden, by=by)
