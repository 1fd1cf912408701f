"""The way back to the inbox: to the same list, on to the next report, with word of what was done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from uuid import UUID

from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse

from rundbord.access.refusal import Refused
from rundbord.access.session import current_login
from rundbord.situation.models import Report, Triage
from rundbord.web import SignedInRequest

# What one visit told the next; it is not part of the list that was asked for.
NEWS = ("sorteret", "optaget", "fortrudt", "antal", "fokus")


def list_query(query: QueryDict) -> str:
    """Give the part of the address that says which list this is."""
    kept = query.copy()
    for name in NEWS:
        kept.pop(name, None)
    return kept.urlencode()


def ways_to(screens: Iterable[str], report: Report, *, listed_as: str, next_id: UUID | None) -> list[str]:
    """Give the addresses of a report's screens, which remember the list and the report after this one."""
    remembered = _remembering(listed_as, next_id)
    return [f"{reverse(f'situation:{screen}', args=[report.pk])}?{remembered}" for screen in screens]


def back_to_inbox(request: SignedInRequest, *, sorted_as: Triage) -> HttpResponse:
    """Go on to the next report, and offer to undo."""
    return _redirect(request, {"sorteret": str(sorted_as.pk)})


def back_since_taken(request: SignedInRequest, report: Report) -> HttpResponse:
    """Go on, and tell who was quicker."""
    return _redirect(request, {"optaget": str(report.pk)})


def inbox_address(request: SignedInRequest) -> str:
    """Give the address of the list that the user came from."""
    return _address(request, {})


def verdict_or_none(act: Callable[[], Triage]) -> Triage | None:
    """Judge at once, in a savepoint; None when somebody else was quicker."""
    try:
        with transaction.atomic(using=current_login()):
            return act()
    except Refused:
        return None


def _redirect(request: SignedInRequest, news: Mapping[str, str]) -> HttpResponse:
    following = request.GET.get("naeste", "")
    return HttpResponseRedirect(_address(request, {**news, **({"fokus": following} if following else {})}))


def _address(request: SignedInRequest, news: Mapping[str, str]) -> str:
    query = QueryDict(request.GET.get("liste", ""), mutable=True)
    for name in NEWS:
        query.pop(name, None)
    query.update(news)
    return f"{reverse('situation:inbox')}{'?' if query else ''}{query.urlencode()}"


def _remembering(listed_as: str, next_id: UUID | None) -> str:
    query = QueryDict(mutable=True)
    query["liste"] = listed_as
    if next_id:
        query["naeste"] = str(next_id)
    return query.urlencode()
