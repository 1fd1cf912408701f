"""First hour — den første time: report, seen and decision of the last months' sudden events, each and in the middle."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.alerts.queries import EventRow, events_since
from rundbord.insight.rules.columns import columns_of
from rundbord.insight.rules.first_hour import first_hour_of
from rundbord.web import SignedInRequest, page, screen

LOOKS_BACK = timedelta(days=183)
# More columns than these cannot be read on a phone; the table holds them all.
_MOST_COLUMNS = 12


@screen(Permission.SEE_OVERVIEW)
def first_hour(request: SignedInRequest) -> HttpResponse:
    """Show the last half year."""
    now = timezone.now()
    rows = events_since(now - LOOKS_BACK)
    context = {
        "rows": rows,
        "told": first_hour_of([row.pace for row in rows]),
        "columns": columns_of(_minutes(rows)),
        "since": now - LOOKS_BACK,
        "now": now,
    }
    return page(request, "insight/first_hour.html", context)


def _minutes(rows: list[EventRow]) -> list[tuple[str, int]]:
    """Give minutes to the first decision, the oldest event first."""
    decided = [
        (timezone.localtime(row.event.reported_at), row.pace.decided_after) for row in rows if row.pace.decided_after
    ]
    shown = reversed(decided[:_MOST_COLUMNS])
    return [(f"{day.day}/{day.month}", int(after.total_seconds() // 60)) for day, after in shown]
