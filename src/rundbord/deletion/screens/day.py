"""Day — sletning: what falls due in thirty days, what can be done before, and what went last night."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.deletion import actions
from rundbord.deletion.panels import day_panels
from rundbord.deletion.queries.day import AHEAD, coming
from rundbord.deletion.queries.records import last_night
from rundbord.deletion.queries.standing import duty_in_words, standing_of
from rundbord.web import SignedInRequest, Subject, page, screen


@screen(Permission.SEE_DELETION, reads=Subject.YOUNG_PERSONS)
def day(request: SignedInRequest) -> HttpResponse:
    """Show the page; names of files within reach alone, the whole authority's by number for the officer."""
    actor = request.actor
    is_officer = actor.may(Permission.CONTROL_DELETION)
    kinds = actions.read_day(by=actor)
    here = reverse("deletion:day")
    whole = (
        coming(actor, after=request.GET.get("efter", ""), before=request.GET.get("foer", "")) if is_officer else None
    )
    context = {
        "kinds": kinds,
        "listed": [kind for kind in kinds if kind.rows],
        "whole": whole,
        "newer_url": f"{here}?foer={whole.before}" if whole and whole.before else "",
        "older_url": f"{here}?efter={whole.after}" if whole and whole.after else "",
        "is_officer": is_officer,
        "days_ahead": AHEAD.days,
        "last_night": last_night(actor),
        "standing": standing_of(actor),
        "archive": duty_in_words(actor),
        "panels": day_panels(actor),
    }
    return page(request, "deletion/day.html", context)
