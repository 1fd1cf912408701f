"""Finding one shift or one of its team; what is out of reach does not exist."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404

from rundbord.access.actor import Actor
from rundbord.streetwork.models import Shift, TeamMember


def shift_of(shift_id: UUID) -> Shift:
    """Find one shift; what is out of reach does not exist."""
    shift = Shift.objects.select_related("unit__authority").filter(pk=shift_id).first()
    if shift is None:
        raise Http404
    return shift


def own_shift_of(shift_id: UUID, actor: Actor) -> Shift:
    """Find one shift of the own authority; another's cannot be worked, and looks as if it did not exist."""
    shift = shift_of(shift_id)
    if shift.authority_id != actor.authority_id:
        raise Http404
    return shift


def member_of_team(member_id: UUID) -> TeamMember:
    """Find one of a team of the own authority."""
    member = TeamMember.objects.select_related("shift__unit").filter(pk=member_id).first()
    if member is None:
        raise Http404
    return member
