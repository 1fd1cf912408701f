"""What the morning says by itself: overdue steps, deferrals that have lapsed, birthdays ahead. No word of content."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.roles import Role
from rundbord.concerns.actions.telling import tell
from rundbord.concerns.models import AdultReview, Concern, Fact, FamilyNotice, YoungPerson
from rundbord.concerns.queries.grounds import grounds_of
from rundbord.concerns.queries.opened import birthday
from rundbord.concerns.rules.adulthood import could_come_of_age, must_be_judged
from rundbord.concerns.vocabulary import NoticeState
from rundbord.keys.queries import open_keys
from rundbord.notices.vocabulary import NoticeKind
from rundbord.sharing.queries import copies_righted_on

# The responsible hears on the day after; the unit's leader a working week later, and every week from then on.
_FIRST, _LEADER = timedelta(days=1), timedelta(days=7)


def remind_of_files(*, by: Actor) -> int:
    """Tell responsibles and leaders of the own authority what waits this Danish day; give how many were told."""
    by.must(Permission.WORK_CONCERNS)
    today = timezone.localdate()
    told = _of_steps(today, by=by) + _of_deferrals(today, by=by) + _of_birthdays(today, by=by)
    return told + _of_righted_facts(today, by=by)


def _of_steps(today: date, *, by: Actor) -> int:
    """Tell the responsible of a step once; and the leader each week that it stays undone."""
    overdue = Concern.objects.filter(
        authority_id=by.authority_id, partnership_id=by.table, closed_at=None, next_on__lt=today
    ).select_related("person")
    told = 0
    for concern in overdue:
        late = today - concern.next_on
        if late == _FIRST:
            tell(NoticeKind.STEP_OVERDUE, concern.person, user_id=concern.person.lead_id, by=by)
        elif late.days % _LEADER.days == 0:
            tell(NoticeKind.STEP_OVERDUE, concern.person, role=Role.LEADER.value, by=by)
        else:
            continue
        told += 1
    return told


def _of_deferrals(today: date, *, by: Actor) -> int:
    """Tell the responsible on the day after the last one of the newest deferral."""
    lapsing = FamilyNotice.objects.filter(
        authority_id=by.authority_id, state=NoticeState.DEFERRED.value, recheck_on=today - timedelta(days=1)
    ).select_related("person")
    waiting = [notice for notice in lapsing if not _has_newer(notice)]
    for notice in waiting:
        tell(NoticeKind.NOTICE_LAPSED, notice.person, user_id=notice.person.lead_id, by=by)
    return len(waiting)


def _has_newer(notice: FamilyNotice) -> bool:
    return FamilyNotice.objects.filter(person_id=notice.person_id, written_at__gt=notice.written_at).exists()


def _of_birthdays(today: date, *, by: Actor) -> int:
    """Tell the responsible once a month, while nobody has judged whether the file is kept about an adult."""
    if today.day != 1:
        return 0
    years = [year for year in range(today.year - 20, today.year) if could_come_of_age(year, today)]
    judged = AdultReview.objects.values("person_id")
    near = YoungPerson.objects.filter(authority_id=by.authority_id, birth_year__in=years).exclude(pk__in=judged)
    near = near.filter(delete_on__gte=today, moved_on=None)
    keys = open_keys(person.data_key_id for person in near)
    due = [
        person
        for person in near
        if person.data_key_id in keys
        and must_be_judged(birthday(person, keys[person.data_key_id]), today=today, is_judged=False)
    ]
    for person in due:
        tell(NoticeKind.ADULTHOOD_NEAR, person, user_id=person.lead_id, by=by)
    return len(due)


def _of_righted_facts(today: date, *, by: Actor) -> int:
    """Tell the responsible on the day after the sender put right, or took back, what the file took from a copy."""
    righted = copies_righted_on(today - timedelta(days=1), by.authority_id)
    if not righted:
        return 0
    taken = Fact.objects.filter(disclosure_id__in=righted, person__concerns__partnership_id=by.table)
    persons = {fact.person for fact in taken.select_related("person")}
    grounds = grounds_of({person.pk for person in persons if person.moved_on is None})
    for person in persons:
        kind = NoticeKind.GROUND_GONE if person.pk in grounds else NoticeKind.TAKEN_FACT_RIGHTED
        tell(kind, person, user_id=person.lead_id, by=by)
    return len(persons)
