"""Saying by which name of the provider a user is known, and taking that back."""

from __future__ import annotations

from django.db.models import F
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.models import ExternalIdentity, IdentityProvider, User
from rundbord.identity.rules import SUBJECT_TAKEN, subject_as_kept
from rundbord.identity.vocabulary import ProviderKind

NO_PROVIDER = "Jeres myndighed har intet eget log ind endnu."
NO_UUID = "Skriv brugerens uuid, som jeres log ind sender det: 36 tegn med bindestreger."
ALREADY_BOUND = "Brugeren er allerede knyttet til jeres log ind. Løsn først."
_TAKEN = {"subject_once_an_issuer": {"subject": SUBJECT_TAKEN}}


def bind_identity(user: User, subject: str, *, by: Actor) -> ExternalIdentity:
    """Let whoever bears the subject at the own provider be this user from now on, or raise Refused."""
    by.must(Permission.ADMINISTER_USERS)
    provider = IdentityProvider.objects.filter(authority_id=by.authority_id).first()
    if provider is None:
        raise Refused(NO_PROVIDER)
    subject = subject_as_kept(subject, kind=ProviderKind(provider.kind))
    if not subject:
        raise Refused({"subject": [NO_UUID]})
    if ExternalIdentity.objects.filter(user_id=user.pk, issuer=provider.issuer, ended_at=None).exists():
        raise Refused(ALREADY_BOUND)
    with refusing_collisions(_TAKEN):
        identity = ExternalIdentity.objects.create(
            authority_id=by.authority_id, user=user, issuer=provider.issuer, subject=subject
        )
    audit.record(Event.IDENTITY_BOUND, about=user, by=by)
    return identity


def release_identity(user: User, *, by: Actor) -> None:
    """Let nobody at the provider be this user any more; sessions that it vouched for are over."""
    by.must(Permission.ADMINISTER_USERS)
    held = ExternalIdentity.objects.filter(user_id=user.pk, ended_at=None)
    if held.update(ended_at=timezone.now()):
        User.objects.filter(pk=user.pk).update(session_epoch=F("session_epoch") + 1)
        audit.record(Event.IDENTITY_RELEASED, about=user, by=by)
