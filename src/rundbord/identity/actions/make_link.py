"""Making a one-time link by which a user chooses a password, or sets up a new second factor."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.models import OneTimeLink, User
from rundbord.identity.rules import LINK_LASTS
from rundbord.identity.tokens import hash_of, new_token
from rundbord.identity.vocabulary import LinkKind


def make_link(user: User, *, kind: LinkKind = LinkKind.PASSWORD, by: Actor) -> str:
    """Give the token of a link, to be shown this once; what was chosen before holds until the link is used."""
    by.must(Permission.ADMINISTER_USERS)
    if user.closed_at is not None:
        raise Refused("Brugeren er lukket. Genåbn brugeren først.")
    token = new_token()
    link = OneTimeLink.objects.create(
        authority_id=user.authority_id,
        user=user,
        kind=kind.value,
        token_hash=hash_of(token),
        expires_at=timezone.now() + LINK_LASTS,
    )
    audit.record(Event.LINK_MADE, about=link, by=by, details={"user": str(user.pk), "kind": kind.value})
    return token
