"""Dropping what was typed and never sent, before it becomes a store of its own."""

from __future__ import annotations

from django.utils import timezone

from rundbord.access.session import AUTH, speaking_as
from rundbord.identity.models import Draft
from rundbord.identity.rules import DRAFTS_LAST


def forget_old_drafts() -> None:
    """Delete drafts whose time is up, whosever they are; the sign-in login deletes them without reading them."""
    with speaking_as(AUTH):
        Draft.objects.filter(saved_at__lt=timezone.now() - DRAFTS_LAST).delete()
