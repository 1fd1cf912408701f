"""Users of other authorities who have a duty here, and invitations to some."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.http import Http404
from django.utils import timezone

from rundbord.identity.models import Duty, Invitation, User


@dataclass(frozen=True, kw_only=True)
class Guests:
    """Duties of guests today or later, and invitations that nobody has accepted: not answered, or declined."""

    duties: list[Duty]
    invitations: list[Invitation]


def guests() -> Guests:
    """List guests by name and invitations that are no guests, newest first."""
    # A guest's own row belongs to another authority, so whoever is not seen among the users is a guest.
    duties = Duty.objects.select_related("unit").exclude(user_id__in=User.objects.values("pk"))
    in_force = duties.filter(Q(ends_on=None) | Q(ends_on__gte=timezone.localdate()))
    waiting = Invitation.objects.select_related("unit").filter(accepted_at=None, withdrawn_at=None)
    return Guests(duties=list(in_force.order_by("user_label", "id")), invitations=list(waiting.order_by("-made_at")))


def invitation(invitation_id: UUID) -> Invitation:
    """Find an invitation that waits, or raise Http404."""
    found = Invitation.objects.filter(pk=invitation_id, accepted_at=None, withdrawn_at=None).first()
    if found is None:
        raise Http404
    return found
