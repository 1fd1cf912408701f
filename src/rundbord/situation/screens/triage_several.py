"""Triage several — sortér flere: the same verdict on all that are ticked."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.situation import actions
from rundbord.situation.models import Report, Triage
from rundbord.situation.queries.inbox import open_reports
from rundbord.situation.screens.inbox_return import verdict_or_none
from rundbord.situation.vocabulary import DismissalReason
from rundbord.web import SignedInRequest, screen

MOST_AT_ONCE = 50


@screen(Permission.TRIAGE, writes=True)
def triage_several(request: SignedInRequest) -> HttpResponse:
    """Judge each of the ticked reports that still waits."""
    count = _judge(request) if request.method == "POST" else 0
    query = QueryDict(request.GET.get("liste", ""), mutable=True)
    if count:
        query["antal"] = str(count)
    return HttpResponseRedirect(f"{reverse('situation:inbox')}{'?' if query else ''}{query.urlencode()}")


def _judge(request: SignedInRequest) -> int:
    verdict = _verdict(request.POST.get("handling", ""), request.POST.get("grund", ""), by=request.actor)
    if verdict is None:
        return 0
    ticked = [key for key in map(_uuid, request.POST.getlist("report")[:MOST_AT_ONCE]) if key]
    reports = open_reports(request.actor).select_related("area").filter(pk__in=ticked)
    judged = [verdict_or_none(lambda report=report: verdict(report)) for report in reports]  # type: ignore[misc]
    return len([triage for triage in judged if triage])


def _verdict(act: str, reason: str, *, by: Actor) -> Callable[[Report], Triage] | None:
    if act == "behold":
        return lambda report: actions.keep_report(report, by=by)
    if act == "afvis" and reason in set(DismissalReason):
        return lambda report: actions.dismiss_report(report, reason=DismissalReason(reason), by=by)
    return None


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
