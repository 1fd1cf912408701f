"""Carrying out what a provider says of one user: name, mail and duties of its own authority become as told.

The system acts for the provider's authority: the signed context lets it reach nothing of another.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import PERMISSIONS, Role
from rundbord.audit import Event
from rundbord.identity.models import Duty, ExternalIdentity, IdentityProvider, Privilege, SignInRule, Unit, User
from rundbord.identity.rules import (
    LEVEL_TOO_LOW,
    NO_PRIVILEGE,
    Assertion,
    Entitled,
    Meaning,
    entitled_to,
    must_have_second_factor,
    name_for,
    roles_of,
    sign_in_name_for,
)
from rundbord.identity.vocabulary import AuthorityKind, Level

CLOSED = "Din bruger er lukket i Rundbord. Tal med din administrator."
UNKNOWN = "Du er ikke oprettet i Rundbord endnu. Tal med din administrator."
AT_ONCE = "To log ind på én gang. Prøv igen."
_COLLISIONS = {
    "subject_once_an_issuer": {"": AT_ONCE},
    "sign_in_name_once_per_authority": {"": AT_ONCE},
}


def follow_assertion(assertion: Assertion, provider: IdentityProvider, *, by: Actor) -> ExternalIdentity:
    """Make or find the user, let duties be what the privileges mean, or raise Refused and change nothing."""
    by.must(Permission.ADMINISTER_USERS)
    held = (
        ExternalIdentity.objects.select_related("user")
        .filter(issuer=assertion.issuer, subject=assertion.subject, ended_at=None)
        .first()
    )
    if held is not None and held.user.closed_at is not None:
        raise Refused(CLOSED)
    entitled = _entitled(assertion, provider) if provider.privilege_claim else None
    _refuse_low_level(assertion, _roles(held, entitled), by)
    if held is None:
        held = _new_user(assertion, entitled, by)
    else:
        follow_words(assertion, held.user, by=by)
    if entitled is not None:
        _follow_duties(held.user, entitled, kind=AuthorityKind(provider.authority.kind), by=by)
    note_heard(held, assertion)
    return held


def note_heard(held: ExternalIdentity, assertion: Assertion) -> None:
    """Note that the authority spoke of the user now, and by which name."""
    now, told_name = timezone.now(), assertion.user_name.lower()[:255] or held.told_name
    ExternalIdentity.objects.filter(pk=held.pk).update(heard_at=now, told_name=told_name)
    IdentityProvider.objects.filter(authority_id=held.authority_id).update(heard_at=now)


def make_user(assertion: Assertion, *, by: Actor) -> ExternalIdentity:
    """Create the user that a provider or an authority's user administration tells of; duties come by themselves."""
    by.must(Permission.ADMINISTER_USERS)
    taken = set(User.objects.values_list("sign_in_name", flat=True))
    sign_in_name = sign_in_name_for(assertion, taken=taken)
    with refusing_collisions(_COLLISIONS):
        user = User.objects.create(
            authority_id=by.authority_id,
            sign_in_name=sign_in_name,
            name=name_for(assertion, otherwise=sign_in_name),
            email=assertion.email[:254],
        )
        held = ExternalIdentity.objects.create(
            authority_id=by.authority_id, user=user, issuer=assertion.issuer, subject=assertion.subject
        )
    note_heard(held, assertion)
    audit.record(Event.USER_CREATED, about=user, by=by)
    audit.record(Event.IDENTITY_BOUND, about=user, by=by)
    return held


def follow_words(assertion: Assertion, user: User, *, by: Actor) -> None:
    """Let name and mail be as told; what would not do, or was not told, stays as it was."""
    by.must(Permission.ADMINISTER_USERS)
    name, email = name_for(assertion, otherwise=user.name), assertion.email[:254] or user.email
    if (name, email) == (user.name, user.email):
        return
    User.objects.filter(pk=user.pk).update(name=name, email=email)
    Duty.objects.filter(user_id=user.pk).update(user_label=name)
    audit.record(Event.USER_CHANGED, about=user, by=by)


def _entitled(assertion: Assertion, provider: IdentityProvider) -> Entitled:
    held = Privilege.objects.select_related("unit").filter(unit__closed_at=None)
    meanings = [
        Meaning(value=each.value, unit_id=each.unit_id, role=Role(each.role), unit_name=each.unit.name) for each in held
    ]
    kind = AuthorityKind(provider.authority.kind)
    return entitled_to(assertion.privileges, meanings, kind=kind, narrowed=assertion.narrowed)


def _roles(held: ExternalIdentity | None, entitled: Entitled | None) -> set[Role]:
    """Give the roles that the user is about to have at home."""
    if entitled is not None:
        return {role for _, role in entitled}
    if held is None:
        return set()
    today = timezone.localdate()
    return {Role(duty.role) for duty in Duty.objects.filter(user_id=held.user_id) if duty.holds_on(today)}


def _refuse_low_level(assertion: Assertion, roles: set[Role], by: Actor) -> None:
    everybody = SignInRule.objects.filter(authority_id=by.authority_id, second_factor_for_everybody=True).exists()
    wanted = any(must_have_second_factor(for_everybody=everybody, permissions=PERMISSIONS[role]) for role in roles)
    if assertion.level is Level.LOW and wanted:
        raise Refused(LEVEL_TOO_LOW)


def _new_user(assertion: Assertion, entitled: Entitled | None, by: Actor) -> ExternalIdentity:
    if entitled is None:
        raise Refused(UNKNOWN)
    if not entitled:
        raise Refused(NO_PRIVILEGE)
    return make_user(assertion, by=by)


def _follow_duties(user: User, entitled: Entitled, *, kind: AuthorityKind, by: Actor) -> None:
    """End what is gone, begin what is new; a duty that is still meant stays, and one that no right can give, too."""
    # Two sign-ins of one user at once follow one after the other.
    User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    today = timezone.localdate()
    own = Duty.objects.filter(user_id=user.pk, authority_id=by.authority_id)
    open_duties = [duty for duty in own if duty.ends_on is None or duty.ends_on >= today]
    for duty in open_duties:
        if Role(duty.role) in roles_of(kind) and (duty.unit_id, Role(duty.role)) not in entitled:
            _end(duty, today, by)
    kept = {(duty.unit_id, Role(duty.role)) for duty in open_duties if duty.holds_on(today)}
    for unit_id, role in sorted(entitled - kept, key=str):
        _begin(user, Unit.objects.get(pk=unit_id), role, by=by)


def _end(duty: Duty, today: date, by: Actor) -> None:
    """Yesterday was its last day, or the day before it began."""
    last_day = max(today, duty.starts_on) - timedelta(days=1)
    Duty.objects.filter(pk=duty.pk).update(ends_on=last_day)
    audit.record(Event.DUTY_ENDED, about=duty, by=by, details={"last_day": last_day.isoformat()})


def _begin(user: User, unit: Unit, role: Role, *, by: Actor) -> None:
    duty = Duty.objects.create(
        authority_id=by.authority_id,
        unit=unit,
        user=user,
        user_label=User.objects.get(pk=user.pk).name,
        role=role.value,
        starts_on=timezone.localdate(),
    )
    audit.record(Event.DUTY_GIVEN, about=duty, by=by, details={"role": role.value, "user": str(user.pk)})
