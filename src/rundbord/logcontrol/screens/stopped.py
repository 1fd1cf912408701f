"""Stopped — standset: what somebody sees in a page's place when the budget of readings is used up."""

from __future__ import annotations

from django.http import HttpResponse

from rundbord.audit import ReadingStopped
from rundbord.logcontrol.actions import stop_reading
from rundbord.logcontrol.queries.budget import limits_of
from rundbord.web import SignedInRequest, page

TOO_MANY = 429


def show_stopped(request: SignedInRequest, stopped: ReadingStopped) -> HttpResponse:
    """Say why, what is still open and whom to ask."""
    stop_reading(stopped, by=request.actor)
    per_hour, per_day = limits_of(request.actor)
    context = {"is_of_day": stopped.window == "day", "per_hour": per_hour, "per_day": per_day}
    return page(request, "logcontrol/stopped.html", context, status=TOO_MANY)
