"""Check out — meld ud: somebody on a shift is home, and nobody waits to hear from them."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.audit import Event
from rundbord.streetwork.actions.check_in import must_look_after
from rundbord.streetwork.models import TeamMember


def check_out(member: TeamMember, *, by: Actor) -> None:
    """Note it; a second tap changes nothing."""
    must_look_after(member, by=by)
    now = timezone.now()
    if TeamMember.objects.filter(pk=member.pk, checked_out_at=None).update(checked_out_at=now, due_at=None):
        audit.record(Event.CHECKED_OUT, about=member.shift, by=by, details={"own": member.user_id == by.user_id})
