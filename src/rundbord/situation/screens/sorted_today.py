"""Sorted today — sorteret i dag: every verdict since midnight, each with its way back."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.situation.models import Triage
from rundbord.situation.queries.verdicts import sorted_today as sorted_query
from rundbord.situation.screens.inbox_cards import heading_of
from rundbord.situation.vocabulary import DismissalReason, Verdict
from rundbord.vocabulary import label_of
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.TRIAGE)
def sorted_today(request: SignedInRequest) -> HttpResponse:
    """List what all coordinators have sorted."""
    found = sorted_query(request.actor)
    lines = [_line(triage) for triage in found.triages]
    context = {"lines": lines, "has_more": found.has_more, "now": timezone.now()}
    return page(request, "situation/sorted_today.html", context)


def _line(triage: Triage) -> dict[str, object]:
    return {
        "triage": triage,
        "heading": heading_of(triage),
        "verdict": label_of(Verdict, triage.verdict),
        "reason": label_of(DismissalReason, triage.reason) if triage.reason else "",
        "is_undone": triage.undone_at is not None,
    }
