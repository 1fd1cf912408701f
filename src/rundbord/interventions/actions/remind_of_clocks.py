"""Reminding of clocks — påmindelser: whoever began an intervention is told before a statutory end, and after any.

The unit's leader is told a week later, and each week that it stays undone; of a narrow file only its responsible is.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.roles import Role
from rundbord.interventions.models import Intervention
from rundbord.interventions.queries.course import course_of
from rundbord.interventions.rules.clocks import reminder_days
from rundbord.interventions.rules.kinds import KINDS
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind

_WEEK = 7
_REMINDING = [kind.key.value for kind in KINDS.values() if any(s.clock and s.clock.remind_on for s in kind.steps)]


def remind_of_clocks(*, by: Actor) -> int:
    """Tell for one authority, in the morning; give how many were told."""
    by.must(Permission.WORK_CONCERNS)
    today = timezone.localdate()
    running = Intervention.objects.filter(authority_id=by.authority_id, partnership_id=by.table_id, ended_at=None)
    due = {each.pk: each for each in running.filter(due_at__date=today - timedelta(days=1))}
    due |= {each.pk: each for each in running.filter(kind__in=_REMINDING) if _is_reminded_of(each, today)}
    for each in due.values():
        to = Recipient(authority_id=each.authority_id, user_id=each.started_by)
        notify(NoticeKind.INTERVENTION_DUE, reverse("interventions:show_intervention", args=[each.pk]), [to], by=by)
    return len(due) + _tell_leaders(today, by=by)


def _tell_leaders(today: date, *, by: Actor) -> int:
    running = Intervention.objects.filter(authority_id=by.authority_id, partnership_id=by.table_id, ended_at=None)
    late = running.filter(due_at__date__lt=today, person__is_narrow=False).select_related("person")
    told = [each for each in late if each.due_at and (today - timezone.localdate(each.due_at)).days % _WEEK == 0]
    for each in told:
        to = Recipient(authority_id=each.authority_id, unit_id=each.person.unit_id, role=Role.LEADER.value)
        notify(NoticeKind.INTERVENTION_DUE, reverse("interventions:show_intervention", args=[each.pk]), [to], by=by)
    return len(told)


def _is_reminded_of(intervention: Intervention, today: date) -> bool:
    course = course_of(intervention)
    clock = course.next_step.clock if course.next_step else None
    since = course.runs_from(clock) if clock else None
    return bool(clock and since and today in reminder_days(clock, since))
