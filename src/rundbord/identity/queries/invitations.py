"""Invitations to the one who is signed in; they belong to other authorities, so the sign-in login finds them."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet, Subquery, Value
from django.db.models.functions import Concat
from django.http import Http404

from rundbord.access.session import AUTH, speaking_as
from rundbord.identity.models import NOT_ANSWERED, Invitation, User


def invitations_to(user_id: UUID) -> list[Invitation]:
    """List what other authorities offer the user and nobody has answered, oldest first."""
    with speaking_as(AUTH):
        waiting = _addressed_to(user_id).filter(**NOT_ANSWERED, unit__closed_at=None)
        return list(waiting.order_by("made_at", "id"))


def invitation_to(user_id: UUID, invitation_id: UUID) -> Invitation:
    """Find one addressed to the user, answered or not, or raise Http404."""
    with speaking_as(AUTH):
        found = _addressed_to(user_id).filter(pk=invitation_id).first()
    if found is None:
        raise Http404
    return found


def _addressed_to(user_id: UUID) -> QuerySet[Invitation]:
    name = User.objects.filter(pk=user_id).values_list(Concat("sign_in_name", Value("@"), "authority__code"))
    return Invitation.objects.select_related("authority", "unit").filter(full_sign_in_name=Subquery(name))
