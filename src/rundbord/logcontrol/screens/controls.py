"""Controls — logkontrol: the weeks, what waits, and what the control is for."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.urls import reverse
from django.utils.dateparse import parse_date

from rundbord.access.permissions import Permission
from rundbord.logcontrol.queries.controls import controls as weeks
from rundbord.logcontrol.rules.drawing import SAMPLE_SIZE, TIME_TO_SIGN
from rundbord.logcontrol.rules.standing_out import MANY_PERSONS
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.CONTROL_LOG)
def controls(request: SignedInRequest) -> HttpResponse:
    """List the weeks, newest first."""
    before = _day(request.GET.get("foer", ""))
    rows, older_than = weeks(request.actor, before=before)
    here = reverse("logcontrol:controls")
    context = {
        "rows": rows,
        "newest_url": here if before else "",
        "older_url": f"{here}?foer={older_than.isoformat()}" if older_than else "",
        "sample_size": SAMPLE_SIZE,
        "many": MANY_PERSONS,
        "days_to_sign": TIME_TO_SIGN.days,
    }
    return page(request, "logcontrol/controls.html", context)


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None
