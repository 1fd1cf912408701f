"""Choosing a password by a one-time link."""

from __future__ import annotations

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from rundbord import audit
from rundbord.access.refusal import Refused
from rundbord.access.session import AUTH, speaking_as
from rundbord.audit import Event
from rundbord.identity.actions.password import objections_to
from rundbord.identity.models import Credential, OneTimeLink, SignIn, User
from rundbord.identity.tokens import hash_of
from rundbord.identity.vocabulary import LinkKind

USED_UP = "Linket er brugt eller udløbet. Bed din administrator om et nyt."


def open_link(token: str, *, kind: LinkKind = LinkKind.PASSWORD) -> OneTimeLink | None:
    """Find a link of this kind that can still be used."""
    with speaking_as(AUTH):
        return (
            OneTimeLink.objects.select_related("user__authority")
            .filter(
                kind=kind.value,
                token_hash=hash_of(token),
                used_at=None,
                expires_at__gt=timezone.now(),
                user__closed_at=None,
            )
            .first()
        )


def choose_password(token: str, password: str) -> None:
    """Store the password, use up the user's links and end other sessions; raise Refused with every objection."""
    with speaking_as(AUTH), transaction.atomic(using=AUTH):
        link = open_link(token)
        if link is None:
            raise Refused(USED_UP)
        if objections := objections_to(password, user=link.user):
            raise Refused({"password": objections})
        if not OneTimeLink.objects.filter(pk=link.pk, used_at=None).update(used_at=timezone.now()):
            raise Refused(USED_UP)
        # A link made before, and perhaps lost, must not undo the choice.
        OneTimeLink.objects.filter(user=link.user, kind=link.kind, used_at=None).update(used_at=timezone.now())
        Credential.objects.update_or_create(
            user=link.user, defaults={"password_hash": make_password(password), "set_at": timezone.now()}
        )
        SignIn.objects.filter(user=link.user, ended_at=None).update(ended_at=timezone.now())
        # Also the session that somebody is about to begin with the old password.
        User.objects.filter(pk=link.user_id).update(session_epoch=F("session_epoch") + 1)
        audit.record_at_the_door(Event.PASSWORD_SET, user=link.user_id, authority=link.user.authority_id)
