"""Looking ahead: the window in which revenge is feared, places and days at risk, and steps that are to calm."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.conflicts.actions.writing import log, open_to_write, part, touch
from rundbord.conflicts.models import Conflict, ConflictStep, RetaliationWindow, RiskPoint
from rundbord.conflicts.rules.readers import is_of_one_authority
from rundbord.conflicts.rules.risks import objections_to_risk, objections_to_window
from rundbord.conflicts.rules.words import objections_to_words
from rundbord.conflicts.vocabulary import RiskKind, StepKind
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.models import Area
from rundbord.partnership.vocabulary import Audience
from rundbord.tasks.actions import Decision, decide

_NOT_OURS = "Konflikten læses kun af jeres egen myndighed. Vælg en af jeres egne enheder, eller ret læserkredsen først."


@dataclass(frozen=True, kw_only=True)
class Danger:
    """A retaliation window: what set it off, why revenge is feared, from when until when."""

    trigger: str
    opens_at: datetime
    closes_at: datetime
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Risk:
    """A place or a day at which the conflict may flare up."""

    kind: RiskKind
    words: str
    area: Area | None = None
    place_text: str = ""
    lat: float | None = None
    lon: float | None = None
    starts_on: date | None = None
    ends_on: date | None = None


def is_ours_alone(conflict: Conflict, *, by: Actor) -> bool:
    """Tell whether no other authority than the actor's reads the conflict, so that its steps can be as narrow."""
    is_police = by.authority_kind == AuthorityKind.POLICE
    is_narrow = is_of_one_authority(audience=conflict.audience, owner_is_police=is_police)
    return conflict.authority_id == by.authority_id and is_narrow


def open_window(
    conflict: Conflict, danger: Danger, *, overridden: Collection[str] = (), by: Actor
) -> RetaliationWindow:
    """Set a window; it closes by itself."""
    standing = open_to_write(conflict, by=by)
    times = {"opens_at": danger.opens_at, "closes_at": danger.closes_at}
    if objections := objections_to_window(**times, now=timezone.now()):
        raise Refused(objections)
    window = RetaliationWindow.objects.create(**part(standing, by=by), **vars(danger))
    touch(standing)
    log(Event.WINDOW_OPENED, standing, overridden=overridden, by=by, window=str(window.pk))
    return window


def end_window(window: RetaliationWindow, *, reason: str, overridden: Collection[str] = (), by: Actor) -> None:
    """Close a window before its time, with the reason."""
    conflict = open_to_write(window.conflict, by=by)
    if unsaid := objections_to_words(reason, sentence="Skriv, hvorfor gengældelse ikke længere frygtes."):
        raise Refused({"reason": unsaid})
    now = timezone.now()
    running = RetaliationWindow.objects.filter(pk=window.pk, ended_at=None, closes_at__gt=now)
    if not running.update(ended_at=now, ended_why=reason):
        raise Refused("Vinduet er allerede lukket.")
    touch(conflict)
    log(Event.WINDOW_ENDED, conflict, overridden=overridden, by=by, window=str(window.pk))


def name_risk(conflict: Conflict, risk: Risk, *, overridden: Collection[str] = (), by: Actor) -> RiskPoint:
    """Put a place or a day on the list of what to watch."""
    standing = open_to_write(conflict, by=by)
    has_place = risk.area is not None or bool(risk.place_text.strip())
    today = timezone.localdate()
    if objections := objections_to_risk(
        has_place=has_place, starts_on=risk.starts_on, ends_on=risk.ends_on, today=today
    ):
        raise Refused(objections)
    point = RiskPoint.objects.create(**part(standing, by=by), **vars(risk))
    touch(standing)
    log(Event.RISK_NAMED, standing, overridden=overridden, by=by, risk=str(point.pk))
    return point


def remove_risk(risk: RiskPoint, *, by: Actor) -> None:
    """Take a place or a day off the list; doing it twice changes nothing."""
    conflict = open_to_write(risk.conflict, by=by)
    if RiskPoint.objects.filter(pk=risk.pk, removed_at=None).update(removed_at=timezone.now()):
        touch(conflict)
        log(Event.RISK_REMOVED, conflict, by=by, risk=str(risk.pk))


def take_step(
    conflict: Conflict, kind: StepKind, decision: Decision, *, overridden: Collection[str] = (), by: Actor
) -> ConflictStep:
    """Give a unit the task, and remember that it belongs to this conflict; one that we alone read gives such a task."""
    by.must(Permission.DECIDE)
    standing = open_to_write(conflict, by=by)
    audience = Audience.AUTHORITY if is_ours_alone(standing, by=by) else Audience.PARTIES
    if audience is Audience.AUTHORITY and decision.owner.authority_id != by.authority_id:
        raise Refused({"owner": [_NOT_OURS]})
    task = decide(decision, audience=audience, overridden=overridden, by=by)
    step = ConflictStep.objects.create(**part(standing, by=by), task=task, kind=kind.value)
    touch(standing)
    log(Event.STEP_TAKEN, standing, by=by, task=str(task.pk))
    return step
