"""Who sits at the table today."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from rundbord.partnership.models import Party


def parties_today() -> QuerySet[Party]:
    """Narrow to the parties of the partnership in session: only they can be told anything; the last day counts."""
    today = timezone.localdate()
    return Party.objects.filter(Q(left_on=None) | Q(left_on__gte=today), joined_on__lte=today)


def is_party(authority_id: UUID) -> bool:
    """Tell whether an authority is one of them."""
    return parties_today().filter(authority_id=authority_id).exists()
