"""Forgetting how people signed in: old sessions, links that are over, and what a leaver signed in by."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from rundbord.access.session import AUTH, speaking_as
from rundbord.identity.models import Challenge, CodeApp, Credential, OneTimeLink, Passkey, RecoveryCode, SignIn
from rundbord.identity.models.sign_in import SESSION_DAYS

_LINK_IS_OVER = timedelta(days=1)


def forget_sign_ins() -> None:
    """Delete them whosever they are, as the sign-in login; the database asks for their age."""
    now = timezone.now()
    before = now - timedelta(days=SESSION_DAYS)
    with speaking_as(AUTH):
        Challenge.objects.filter(expires_at__lt=now).delete()
        SignIn.objects.filter(seen_at__lt=before)._raw_delete(using=AUTH)
        OneTimeLink.objects.filter(expires_at__lt=now - _LINK_IS_OVER)._raw_delete(using=AUTH)
        for factor in (Credential, Passkey, CodeApp, RecoveryCode):
            factor._default_manager.filter(user__closed_at__lt=before)._raw_delete(using=AUTH)
