"""Who has not been told that there is a file on them: for the rights desk, which learns of whom nothing.

Databeskyttelsesforordningen art. 13-14; retshåndhævelsesloven § 13; databeskyttelsesloven § 22.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connections
from django.utils import timezone

from rundbord.access.session import current_login
from rundbord.concerns.rules.notices import NoticeStanding, standing_of
from rundbord.identity.models import Unit

PAGE_SIZE = 25
_COLUMNS = "file, unit_id, lead_label, opened_on, state, is_approved, recheck_on, due_on"


@dataclass(frozen=True, kw_only=True)
class Untold:
    """One file whose family has not been told: `unit` and `lead` are empty where the file is narrow."""

    key: UUID
    unit: str
    lead: str
    opened_on: date
    standing: NoticeStanding
    due_on: date
    is_overdue: bool

    @property
    def cursor(self) -> str:
        """Say where in the list it stands."""
        return f"{self.due_on.isoformat()}.{self.key}"


@dataclass(frozen=True, kw_only=True)
class DutyToTell:
    """One page of the list, the nearest day first, with the cursors of its neighbours and the counts of all."""

    rows: list[Untold]
    before: str
    after: str
    counts: list[tuple[str, int]]
    overdue: int


def duty_to_tell(*, after: str = "", before: str = "", size: int = PAGE_SIZE) -> DutyToTell:
    """Give one page; whoever does not follow what citizens ask for gets none."""
    where, is_backwards = _position(before or after), bool(before)
    found = _page(where, size, is_backwards=is_backwards and where is not None)
    rows, has_more = found[:size], len(found) > size
    if is_backwards and where:
        rows.reverse()
    has_before, has_after = (has_more, True) if is_backwards and where else (where is not None, has_more)
    counts, overdue = _counts()
    return DutyToTell(
        rows=rows,
        before=rows[0].cursor if rows and has_before else "",
        after=rows[-1].cursor if rows and has_after else "",
        counts=counts,
        overdue=overdue,
    )


def untold_overdue() -> int:
    """Count those whose day has passed."""
    return _counts()[1]


def _page(where: tuple[date, UUID] | None, size: int, *, is_backwards: bool) -> list[Untold]:
    sign, order = ("<", "DESC") if is_backwards else (">", "ASC")
    beyond = f"WHERE (due_on, file) {sign} (%s, %s)" if where else ""
    sql = f"SELECT {_COLUMNS} FROM ctx.duty_to_tell() {beyond} ORDER BY due_on {order}, file {order} LIMIT %s"  # noqa: S608
    with connections[current_login()].cursor() as cursor:
        cursor.execute(sql, [*(where or ()), size + 1])
        rows = cursor.fetchall()
    units = dict(Unit.objects.filter(pk__in={row[1] for row in rows if row[1]}).values_list("id", "name"))
    return [_untold(row, units) for row in rows]


def _untold(
    row: tuple[UUID, UUID | None, str | None, date, str | None, bool, date | None, date], units: dict[UUID, str]
) -> Untold:
    key, unit_id, lead, opened_on, state, is_approved, recheck_on, due_on = row
    today = timezone.localdate()
    return Untold(
        key=key,
        unit=units.get(unit_id, "") if unit_id else "",
        lead=lead or "",
        opened_on=opened_on,
        standing=standing_of(state=state, is_approved=is_approved, recheck_on=recheck_on, today=today),
        due_on=due_on,
        is_overdue=due_on < today,
    )


def _counts() -> tuple[list[tuple[str, int]], int]:
    """Count by standing, and those whose day has passed."""
    today = timezone.localdate()
    with connections[current_login()].cursor() as cursor:
        cursor.execute(
            "SELECT state, is_approved, due_on < %s, min(recheck_on), count(*) FROM ctx.duty_to_tell()"
            " GROUP BY 1, 2, 3",
            [today],
        )
        rows = cursor.fetchall()
    found: Counter[NoticeStanding] = Counter()
    for state, is_approved, _, recheck_on, count in rows:
        found[standing_of(state=state, is_approved=is_approved, recheck_on=recheck_on, today=today)] += count
    shown = [(each.label, found[each]) for each in NoticeStanding if each is not NoticeStanding.GIVEN]
    return shown, sum(count for _, _, is_over, _, count in rows if is_over)


def _position(cursor: str) -> tuple[date, UUID] | None:
    """Read a cursor; one that cannot be read begins the list anew."""
    day, _, key = cursor.partition(".")
    try:
        return date.fromisoformat(day), UUID(key)
    except ValueError:
        return None
