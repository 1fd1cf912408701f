"""Inbox — indbakke: what waits to be sorted, by keyboard or thumb."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.partnership.models import Area
from rundbord.situation.models import Triage
from rundbord.situation.queries.inbox import Inbox, report_of
from rundbord.situation.queries.inbox import inbox as inbox_query
from rundbord.situation.queries.signal import Topic, version_of
from rundbord.situation.queries.verdicts import triage_of, verdict_in_words
from rundbord.situation.screens.inbox_cards import cards_of, heading_of
from rundbord.situation.screens.inbox_form import InboxForm
from rundbord.situation.screens.inbox_return import list_query
from rundbord.situation.vocabulary import Category, DismissalReason, Verdict
from rundbord.vocabulary import label_of
from rundbord.web import SignedInRequest, part, screen


@screen(Permission.TRIAGE)
def inbox(request: SignedInRequest) -> HttpResponse:
    """List what waits, urgent first; htmx asks for the list alone."""
    form = InboxForm(request.GET, areas=Area.objects.filter(closed_at=None).order_by("sort_key"))
    version = version_of(Topic.INBOX, request.actor)
    found = inbox_query(
        request.actor, form.wanted(), after=request.GET.get("efter", ""), before=request.GET.get("foer", "")
    )
    listed_as = list_query(request.GET)
    context = {
        "form": form,
        "found": found,
        "cards": cards_of(found.waiting, listed_as=listed_as),
        "folds": [_fold(category, count) for category, count in found.folded.items()],
        "focus": request.GET.get("fokus", ""),
        "version": version,
        "signal_url": f"{reverse('situation:signal')}?emne={Topic.INBOX.value}",
        "several_url": f"{reverse('situation:triage_several')}?liste={listed_as}",
        "reasons": list(DismissalReason),
        "raise_url": reverse("concerns:raise_concern") if request.actor.may(Permission.WORK_CONCERNS) else "",
        **_pages(request, found),
        **_news(request),
    }
    return part(request, "situation/inbox.html", "list", context)


def _fold(category: Category, count: int) -> dict[str, object]:
    return {"label": category.label.lower(), "count": count, "href": f"?kategori={category.value}"}


def _pages(request: SignedInRequest, found: Inbox) -> dict[str, str]:
    return {
        "newer_url": _page(request, "foer", found.before),
        "older_url": _page(request, "efter", found.after),
        "summary": f"Viser {len(found.waiting)} af {found.shown_total}",
    }


def _page(request: SignedInRequest, name: str, cursor: str) -> str:
    if not cursor:
        return ""
    query = request.GET.copy()
    for old in ("foer", "efter", "fokus", "sorteret", "optaget", "fortrudt", "antal"):
        query.pop(old, None)
    query[name] = cursor
    return f"?{query.urlencode()}"


def _news(request: SignedInRequest) -> dict[str, object]:
    """Tell what the last act did: the verdict that can be undone, or who was quicker."""
    taken = request.GET.get("optaget", "")
    triage = _verdict(request.GET.get("sorteret", ""))
    return {
        "just_sorted": triage,
        "just_sorted_label": label_of(Verdict, triage.verdict) if triage else "",
        "just_sorted_heading": heading_of(triage) if triage else "",
        "just_undone": request.GET.get("fortrudt", "") == "1",
        "sorted_count": _number(request.GET.get("antal", "")),
        "taken": _taken(request, taken) if taken else "",
    }


def _number(text: str) -> str:
    return text if text.isdecimal() else ""


def _verdict(text: str) -> Triage | None:
    try:
        triage = triage_of(UUID(text))
    except (ValueError, Http404):
        return None
    return triage if triage.undone_at is None else None


def _taken(request: SignedInRequest, text: str) -> str:
    try:
        return verdict_in_words(report_of(request.actor, UUID(text)))
    except (ValueError, Http404):
        return ""
