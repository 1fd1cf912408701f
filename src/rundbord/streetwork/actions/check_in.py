"""Check in — meld ind: somebody on a shift has been heard from, and is expected to be again after the interval."""

from __future__ import annotations

from django.db.models.functions import Coalesce
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.streetwork.actions.working import NOT_RUNNING, must_be_out
from rundbord.streetwork.models import ShiftSheet, TeamMember
from rundbord.streetwork.rules.safety import due_after
from rundbord.streetwork.vocabulary import ShiftState


def check_in(member: TeamMember, *, by: Actor) -> None:
    """Note that the member was heard from now: by themselves, by the team, or by who follows the own teams."""
    must_look_after(member, by=by)
    now = timezone.now()
    interval = ShiftSheet.objects.values_list("interval_minutes", flat=True).get(shift_id=member.shift_id)
    heard = TeamMember.objects.filter(pk=member.pk, checked_out_at=None).update(
        checked_in_at=Coalesce("checked_in_at", now), heard_at=now, due_at=due_after(now, interval), told_at=None
    )
    if not heard:
        raise Refused("Medarbejderen er meldt ud.")
    audit.record(Event.CHECKED_IN, about=member.shift, by=by, details={"own": member.user_id == by.user_id})


def must_look_after(member: TeamMember, *, by: Actor) -> None:
    """Refuse all but the team and those who follow the own authority's teams, and all but a running shift."""
    if not by.may(Permission.FOLLOW_TEAMS) or member.authority_id != by.authority_id:
        must_be_out(member.shift, by=by)
    elif member.shift.state_at(timezone.now()) is not ShiftState.OUT:
        raise Refused(NOT_RUNNING)
