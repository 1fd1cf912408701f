"""Exports, written as the owner."""

from __future__ import annotations

import pyrage
from django.utils import timezone

from rundbord.departure.models import Export
from rundbord.identity.models import User
from rundbord.partnership.models import Partnership
from tests.database import as_owner


def export_by(user: User, partnership: Partnership) -> Export:
    """Let somebody have ordered an export that nobody has confirmed."""
    with as_owner():
        return Export.objects.create(
            authority_id=user.authority_id,
            partnership_id=partnership.pk,
            recipient=str(pyrage.x25519.Identity.generate().to_public()),
            ordered_by=user.pk,
            ordered_label="Test Testesen",
            ordered_at=timezone.now(),
        )
