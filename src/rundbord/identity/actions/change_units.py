"""Creating, changing and closing units of the own authority."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.models import NOT_ANSWERED, Invitation, Unit
from rundbord.identity.queries import bearers_of, is_unit_name_taken
from rundbord.identity.rules import objections_to_closing_unit

NAME_TAKEN = "I har allerede en enhed med det navn."
_TAKEN_MEANWHILE = {"unit_name_once_per_authority": {"name": NAME_TAKEN}}


@dataclass(frozen=True, kw_only=True)
class UnitTerms:
    """What a unit is: kind, regime and channels as values of their vocabularies."""

    name: str
    kind: str
    regime: str
    channels: list[str]


def create_unit(terms: UnitTerms, *, by: Actor) -> Unit:
    """Create a unit; raise Refused when the name is taken."""
    by.must(Permission.ADMINISTER_USERS)
    _refuse_taken_name(terms.name, by=by)
    with refusing_collisions(_TAKEN_MEANWHILE):
        unit = Unit.objects.create(authority_id=by.authority_id, **asdict(terms))
    audit.record(Event.UNIT_CREATED, about=unit, by=by)
    return unit


def change_unit(unit: Unit, terms: UnitTerms, *, by: Actor) -> None:
    """Change a unit; raise Refused when the name is taken."""
    by.must(Permission.ADMINISTER_USERS)
    if terms.name != unit.name:
        _refuse_taken_name(terms.name, by=by)
    with refusing_collisions(_TAKEN_MEANWHILE):
        Unit.objects.filter(pk=unit.pk).update(**asdict(terms))
    audit.record(Event.UNIT_CHANGED, about=unit, by=by)


def close_unit(unit: Unit, *, by: Actor) -> None:
    """Close a unit that nobody has a duty in; raise Refused with every reason."""
    by.must(Permission.ADMINISTER_USERS)
    invitations = Invitation.objects.filter(unit=unit, **NOT_ANSWERED).count()
    if reasons := objections_to_closing_unit(bearers=bearers_of(unit), open_invitations=invitations):
        raise Refused(reasons)
    Unit.objects.filter(pk=unit.pk).update(closed_at=timezone.now())
    audit.record(Event.UNIT_CLOSED, about=unit, by=by)


def reopen_unit(unit: Unit, *, by: Actor) -> None:
    """Open a closed unit again."""
    by.must(Permission.ADMINISTER_USERS)
    Unit.objects.filter(pk=unit.pk).update(closed_at=None)
    audit.record(Event.UNIT_REOPENED, about=unit, by=by)


def _refuse_taken_name(name: str, *, by: Actor) -> None:
    if is_unit_name_taken(name, by):
        raise Refused({"name": [NAME_TAKEN]})
