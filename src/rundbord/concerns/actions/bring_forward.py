"""Bringing last days forward — where an authority has approved a shorter period, files that are closed follow it."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.concerns.models import AdultReview, Concern, ConcernClosure, YoungPerson
from rundbord.concerns.rules.closing import RULE_OF, RULE_OTHERWISE
from rundbord.concerns.vocabulary import ConcernOutcome
from rundbord.deletion.queries.periods import longest_of, periods_of
from rundbord.deletion.rules.catalogue import RULES


def bring_forward(*, by: Actor) -> int:
    """Move the last day of closed files to where the approved periods put it, never later; give how many moved."""
    by.must(Permission.WORK_CONCERNS)
    periods = periods_of(by.authority_id)
    shorter = {
        key: periods[key] for key in (*RULE_OF.values(), RULE_OTHERWISE) if periods[key] < longest_of(RULES[key])
    }
    if not shorter:
        return 0
    open_ones = Concern.objects.filter(closed_at=None).values("person")
    closed = YoungPerson.objects.filter(authority_id=by.authority_id, data_key__destroyed_at=None)
    return sum(
        _moved(file, shorter)
        for file in closed.exclude(pk__in=open_ones).filter(concerns__closure__isnull=False).distinct()
    )


def _moved(file: YoungPerson, shorter: dict[str, int]) -> bool:
    ends = [_end_of(each, shorter) for each in ConcernClosure.objects.filter(person=file)]
    ends += AdultReview.objects.filter(person=file).values_list("ends_on", flat=True)
    if not ends or max(ends) >= file.delete_on:
        return False
    file.delete_on = max(ends)
    file.save(update_fields=["delete_on"])
    return True


def _end_of(closure: ConcernClosure, shorter: dict[str, int]) -> date:
    days = shorter.get(RULE_OF.get(ConcernOutcome(closure.outcome), RULE_OTHERWISE))
    if days is None:
        return closure.delete_on
    return min(closure.delete_on, timezone.localdate(closure.closed_at) + timedelta(days=days))
