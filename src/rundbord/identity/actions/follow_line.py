"""Carrying out what the authority's user administration says of its users (SCIM): who is new, changed, gone, back.

The line gives no duty: those come from privileges at sign-in, or from administrators. The last administrator can be
closed by it, since the authority's own list of employees is what counts, and its operator makes a new one.
"""

from __future__ import annotations

from django.db.models import F
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.actions.follow_assertion import follow_words, make_user, note_heard
from rundbord.identity.models import ExternalIdentity, IdentityProvider, User
from rundbord.identity.rules import Assertion, Told, subject_as_kept
from rundbord.identity.vocabulary import Level, ProviderKind
from rundbord.web.unseen import without_unseen

TAKEN = "uniqueness"
INCOMPLETE = "userName and externalId are needed"


def add_told_user(told: Told, *, by: Actor) -> ExternalIdentity:
    """Create a user who was told of, or raise Refused where the identity is somebody's."""
    by.must(Permission.ADMINISTER_USERS)
    provider = IdentityProvider.objects.get(authority_id=by.authority_id)
    subject = subject_as_kept(told.subject or "", kind=ProviderKind(provider.kind))
    if not subject or not told.user_name:
        raise Refused(INCOMPLETE)
    if ExternalIdentity.objects.filter(issuer=provider.issuer, subject=subject, ended_at=None).exists():
        raise Refused(TAKEN)
    held = make_user(_assertion(told, provider, subject), by=by)
    if told.is_active is False:
        _close(held.user, by)
    return held


def follow_told(told: Told, held: ExternalIdentity, *, by: Actor) -> None:
    """Let a user's name, mail and state become as told; who is not active is out at the next request."""
    by.must(Permission.ADMINISTER_USERS)
    provider = IdentityProvider.objects.get(authority_id=by.authority_id)
    kind = ProviderKind(provider.kind)
    if told.subject is not None and subject_as_kept(told.subject, kind=kind) != held.subject:
        # Another subject would be another person in this user's place.
        raise Refused("mutability")
    assertion = _assertion(told, provider, held.subject)
    follow_words(assertion, held.user, by=by)
    if told.is_active is False:
        _close(held.user, by)
    if told.is_active is True and held.user.closed_at is not None:
        User.objects.filter(pk=held.user_id).update(closed_at=None)
        audit.record(Event.USER_REACTIVATED, about=held.user, by=by, details={"by_line": True})
    note_heard(held, assertion)


def _close(user: User, by: Actor) -> None:
    open_user = User.objects.filter(pk=user.pk, closed_at=None)
    if open_user.update(closed_at=timezone.now(), session_epoch=F("session_epoch") + 1):
        audit.record(Event.USER_DEACTIVATED, about=user, by=by, details={"by_line": True})


def _assertion(told: Told, provider: IdentityProvider, subject: str) -> Assertion:
    return Assertion(
        issuer=provider.issuer,
        subject=subject,
        level=Level.LOW,
        privileges=frozenset(),
        name=without_unseen(told.name or ""),
        email=told.email or "",
        user_name=told.user_name or "",
    )
