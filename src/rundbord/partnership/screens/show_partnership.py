"""Show partnership — vis partnerskab: agreement, chair, parties, focus points, units that must report."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership import queries
from rundbord.partnership.rules.agreements import gaps_between
from rundbord.partnership.weekdays import weekdays_in_words
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.SEE_PARTNERSHIP)
def show_partnership(request: SignedInRequest) -> HttpResponse:
    """Show the partnership in session."""
    governs = request.actor.may(Permission.GOVERN_PARTNERSHIP)
    context = {
        "partnership": queries.partnership(),
        "today": timezone.localdate(),
        "governs": governs,
        "sign_url": reverse("partnership:sign_agreement") if governs else "",
        "points": queries.focus_points(),
        **_agreements(),
        **_parties(),
        **_chair(),
        **_reporting(request),
        **_efforts(request),
    }
    return page(request, "partnership/show_partnership.html", context)


def _agreements() -> dict[str, Any]:
    today = timezone.localdate()
    dated = queries.dated_agreements()
    current = next((entry for entry in dated if entry.term.holds_on(today)), None)
    return {
        "current": current,
        "days_left": current.term.days_left(today) if current else 0,
        "ends_soon": current is not None and current.term.ends_soon(today),
        "has_successor": any(entry.term.starts_on > today for entry in dated),
        "other_agreements": [entry for entry in dated if entry != current],
        "gaps": gaps_between(entry.term for entry in dated),
    }


def _parties() -> dict[str, Any]:
    today = timezone.localdate()
    listed = [(party, AuthorityKind(party.kind).label, queries.seat_of(party)) for party in queries.parties()]
    return {
        "parties": [(party, kind) for party, kind, seat in listed if seat.left_on is None or seat.left_on >= today],
        "former_parties": [(party, kind) for party, kind, seat in listed if seat.left_on and seat.left_on < today],
    }


def _chair() -> dict[str, Any]:
    today = timezone.localdate()
    terms = queries.chair_terms()
    current = next((term for term in terms if term.starts_on <= today and not _is_over(term.ends_on)), None)
    coming = next((term for term in terms if term.starts_on > today), None)
    return {"chair": current, "coming_chair": coming, "other_terms": [term for term in terms if term != current]}


def _is_over(last_day: Any) -> bool:
    return last_day is not None and last_day < timezone.localdate()


def _efforts(request: SignedInRequest) -> dict[str, Any]:
    """What is about persons is for the parties, by name of the effort alone."""
    shown = request.actor.may(Permission.SEE_OVERVIEW) and not request.actor.is_place
    rows = queries.efforts() if shown else []
    return {"shows_efforts": shown, "effort_rows": [row for row in rows if row.effort.ended_on is None]}


def _reporting(request: SignedInRequest) -> dict[str, Any]:
    """Who must report is for those who read the whole picture; the partners' workspace has no grant on it."""
    if request.actor.is_place:
        return {"shows_duties": False, "duties": []}
    duties = [(duty, weekdays_in_words(duty.weekdays)) for duty in queries.reporting_duties()]
    return {"shows_duties": True, "duties": duties}
