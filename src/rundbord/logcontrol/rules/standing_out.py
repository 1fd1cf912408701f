"""What stands out among readings (security-and-standards T1): each rule can be told in one sentence to whoever is read.

None of them says that anything is wrong. Streets are not compared: Rundbord knows no employee's address.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from rundbord.logcontrol.rules.reads import Read

MANY_PERSONS = 25
_HOUR = timedelta(hours=1)
_NIGHT_BEGINS, _NIGHT_ENDS = 23, 5
# Who has read at night on so many of the four weeks before works at night.
_WEEKS_OF_HABIT = 3
_DENMARK = ZoneInfo("Europe/Copenhagen")

Named = Mapping[str, Collection[bytes]]


def of_many(reads: Iterable[Read]) -> list[Read]:
    """Give, for each reader and hour, the reading with which more than 25 different files had been opened."""
    found, lately = [], defaultdict[UUID, list[Read]](list)
    for read in sorted((each for each in reads if each.subject), key=lambda each: each.at):
        window = [each for each in lately[read.reader] if read.at - each.at < _HOUR] + [read]
        if len({each.subject for each in window}) > MANY_PERSONS:
            found.append(read)
            window = []
        lately[read.reader] = window
    return found


def at_night(reads: Iterable[Read], before: Iterable[Read]) -> list[Read]:
    """Give the first reading of each reader and night between 23 and 5, Danish time, unless nights are their habit.

    `before`: the readings of the four weeks before.
    """
    habit = defaultdict[UUID, set[date]](set)
    for read in before:
        if night := _night_of(read.at):
            habit[read.reader].add(night - timedelta(days=night.weekday()))
    first: dict[tuple[UUID, date], Read] = {}
    for read in sorted(reads, key=lambda each: each.at):
        night = _night_of(read.at)
        if night and len(habit[read.reader]) < _WEEKS_OF_HABIT:
            first.setdefault((read.reader, night), read)
    return list(first.values())


def of_own_name(reads: Iterable[Read], family_names: Mapping[UUID, bytes], names: Named) -> list[Read]:
    """Give the readings of files in whose name the reader's own family name stands; each file once a reader."""
    wanted = (read for read in reads if family_names.get(read.reader) in names.get(read.subject, ()))
    return _once(wanted)


def of_colleagues(reads: Iterable[Read], colleagues: Mapping[UUID, Sequence[bytes]], names: Named) -> list[Read]:
    """Give the readings of files that bear a colleague's whole name, first and last; each file once a reader."""
    whole = {user: frozenset(parts) for user, parts in colleagues.items() if len(parts) > 1}
    return _once(
        read
        for read in reads
        if any(parts <= frozenset(names.get(read.subject, ())) for user, parts in whole.items() if user != read.reader)
    )


def after_leaving(
    reads: Iterable[Read], duties: Mapping[tuple[UUID, UUID], Sequence[tuple[date, date | None]]]
) -> list[Read]:
    """Give the readings in the name of a unit in which the reader had no duty on that Danish day."""
    return [read for read in reads if read.unit and not _serves(read, duties.get((read.reader, read.unit), ()))]


def once_a_day(reads: Iterable[Read]) -> list[Read]:
    """Give the first of each reader and Danish day: of those whose readings were stopped, however often they tried."""
    first: dict[tuple[UUID, date], Read] = {}
    for read in sorted(reads, key=lambda each: each.at):
        first.setdefault((read.reader, read.at.astimezone(_DENMARK).date()), read)
    return list(first.values())


def _serves(read: Read, terms: Sequence[tuple[date, date | None]]) -> bool:
    day = read.at.astimezone(_DENMARK).date()
    return any(begun <= day and (ended is None or day <= ended) for begun, ended in terms)


def _night_of(at: datetime) -> date | None:
    """Name a night by the day on which it began; None by day."""
    local = at.astimezone(_DENMARK)
    if local.hour >= _NIGHT_BEGINS:
        return local.date()
    return local.date() - timedelta(days=1) if local.hour < _NIGHT_ENDS else None


def _once(reads: Iterable[Read]) -> list[Read]:
    first: dict[tuple[UUID, str], Read] = {}
    for read in reads:
        first.setdefault((read.reader, read.subject), read)
    return list(first.values())
