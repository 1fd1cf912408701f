"""Change role or level of a concern: never silently, always with a reason that stays in the file."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.concerns.actions.write_fact import add_fact
from rundbord.concerns.actions.writing import held_concern, part, sealed, today
from rundbord.concerns.models import Concern, RoleChange
from rundbord.concerns.queries.opened import key_of
from rundbord.concerns.rules.facts import NewFact
from rundbord.concerns.rules.words import objections_to_reason
from rundbord.concerns.vocabulary import CaseLevel, FactKind
from rundbord.sharing.rules.opening import ConcernGround, Opening, objections_to_opening
from rundbord.sharing.vocabulary import InformationClass, PersonRole, SourceGrade
from rundbord.vocabulary import label_of

CLOSED = "Bekymringen er afsluttet og ændres ikke mere."


def change_role(concern: Concern, role: PersonRole, *, reason: str, by: Actor) -> RoleChange:
    """Give the person another role from now on (retshåndhævelsesloven § 8)."""
    standing = _open(concern, by=by)
    if objections := _objections_to_role(standing, role) | objections_to_reason(reason):
        raise Refused(objections)
    change = RoleChange(
        **part(standing.person),
        concern=standing,
        role=role.value,
        changed_at=timezone.now(),
        changed_by=by.user_id,
        changed_label=by.user_name,
    )
    change.reason = sealed(change, "reason", reason, key_of(standing.person)) or b""
    change.save(force_insert=True)
    Concern.objects.filter(pk=standing.pk).update(role=role.value)
    audit.record(Event.ROLE_CHANGED, about=standing, by=by, details={"before": standing.role, "after": role.value})
    return change


def change_level(concern: Concern, level: CaseLevel, *, reason: str, by: Actor) -> None:
    """Put the case on another level; the reason stays among what is thought."""
    standing = _open(concern, by=by)
    if standing.level == level:
        raise Refused({"level": ["Bekymringen står allerede på det niveau."]})
    if unsaid := objections_to_reason(reason):
        raise Refused(unsaid)
    Concern.objects.filter(pk=standing.pk).update(level=level.value)
    add_fact(standing.person, _said(standing, level, reason), by=by)
    audit.record(
        Event.CASE_LEVEL_CHANGED, about=standing, by=by, details={"before": standing.level, "after": level.value}
    )


def _open(concern: Concern, *, by: Actor) -> Concern:
    standing = held_concern(concern, by=by)
    if standing.closed_at is not None:
        raise Refused(CLOSED)
    return standing


def _objections_to_role(concern: Concern, role: PersonRole) -> dict[str, list[str]]:
    if concern.role == role:
        return {"role": ["Personen har allerede den rolle."]}
    grounds = frozenset(map(ConcernGround, concern.grounds))
    found = objections_to_opening(Opening(role=role, grounds=grounds))
    return {"role": [each.label for each in found]} if found else {}


def _said(concern: Concern, level: CaseLevel, reason: str) -> NewFact:
    return NewFact(
        kind=FactKind.THOUGHT,
        words=f"Sagsniveau fra »{label_of(CaseLevel, concern.level)}« til »{level.label}«: {reason.strip()}",
        information_class=InformationClass.PRIVATE,
        grade=SourceGrade.SEEN,
        observed_on=today(),
        is_about_case=True,
    )
