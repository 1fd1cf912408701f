"""What the morning says of files that go soon: a month and a week ahead, on the last days of an archive's waiting."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.roles import Role
from rundbord.concerns.actions.telling import tell
from rundbord.concerns.models import YoungPerson
from rundbord.concerns.queries.falling_due import rules_of_files, waiting_for_archive
from rundbord.notices.vocabulary import NoticeKind

_AHEAD = (30, 7)
# What is about somebody who comes of age is told of earlier too (law-and-practice B.2).
_BIRTHDAYS = (60, 30, 7)


def remind_of_last_days(*, by: Actor) -> int:
    """Tell the responsible of each file that goes on a day that is told of; leaders of what waits; give how many."""
    by.must(Permission.WORK_CONCERNS)
    today = timezone.localdate()
    return _of_days_ahead(today, by=by) + _of_waiting(today, by=by)


def _of_days_ahead(today: date, *, by: Actor) -> int:
    days = {today + timedelta(days=ahead): ahead for ahead in (*_AHEAD, *_BIRTHDAYS)}
    living = YoungPerson.objects.filter(
        authority_id=by.authority_id, delete_on__in=days, data_key__destroyed_at=None, moved_on=None
    )
    files = list(living.filter(concerns__partnership_id=by.table).distinct())
    rules = rules_of_files(files)
    told = 0
    for file in files:
        is_birthday = rules[file.pk] == "file_adult"
        if days[file.delete_on] not in (_BIRTHDAYS if is_birthday else _AHEAD):
            continue
        kind = NoticeKind.ADULTHOOD_NEAR if is_birthday else NoticeKind.DELETION_NEAR
        tell(kind, file, user_id=file.lead_id, by=by)
        told += 1
    return told


def _of_waiting(today: date, *, by: Actor) -> int:
    """Tell the responsible and the leader every day, so that no wait goes on unseen."""
    waiting = list(waiting_for_archive(by, today).filter(concerns__partnership_id=by.table).distinct())
    for file in waiting:
        tell(NoticeKind.ARCHIVE_WAITS, file, user_id=file.lead_id, by=by)
        tell(NoticeKind.ARCHIVE_WAITS, file, role=Role.LEADER.value, by=by)
    return len(waiting)
