"""Ending a session."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from rundbord import audit
from rundbord.access.session import AUTH, speaking_as
from rundbord.audit import Event
from rundbord.identity.models import SignIn


def sign_out(sign_in: SignIn) -> None:
    """End the session on the server; the cookie's token is worth nothing from now on."""
    with speaking_as(AUTH), transaction.atomic(using=AUTH):
        SignIn.objects.filter(pk=sign_in.pk, ended_at=None).update(ended_at=timezone.now())
        audit.record_at_the_door(Event.SIGNED_OUT, user=sign_in.user_id, authority=sign_in.duty.authority_id)
