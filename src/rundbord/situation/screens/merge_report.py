"""Merge report — læg sammen: with a suggested account, or with one that was searched for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.situation import actions
from rundbord.situation.models import Incident, Report
from rundbord.situation.queries.inbox import open_reports, report_of, waiting_of
from rundbord.situation.queries.incidents import IncidentFilter, incident_of, matching
from rundbord.situation.queries.likely_duplicates import suggestions_in_order
from rundbord.situation.queries.proposals import reach_of
from rundbord.situation.rules.reach import is_within
from rundbord.situation.screens.inbox_cards import Proposal, card_of, proposal_of
from rundbord.situation.screens.inbox_return import back_to_inbox, inbox_address
from rundbord.situation.vocabulary import Category
from rundbord.web import SignedInRequest, attempt, page, screen

_MOST_FOUND = 10
_DAYS = [("3", "3 dage"), ("14", "14 dage"), ("90", "90 dage")]


class TargetForm(forms.Form):
    """What the report is laid together with."""

    target = forms.CharField(max_length=60, widget=forms.HiddenInput)


class SearchForm(forms.Form):
    """Find an incident to lay the report into."""

    sted = forms.CharField(label="Gade eller sted", required=False, max_length=160)
    kategori = forms.ChoiceField(label="Kategori", required=False, choices=[("", "Alle"), *Category.choices()])
    dage = forms.TypedChoiceField(label="Sket inden for", required=False, choices=_DAYS, coerce=int)


@screen(Permission.TRIAGE, writes=True)
def merge_report(request: SignedInRequest, report_id: UUID) -> HttpResponse:
    """Show the report beside what may be the same event; merge with the one chosen."""
    report = report_of(request.actor, report_id)
    form = TargetForm(request.POST or None)
    if form.is_valid():
        into = _target(request.actor, form.cleaned_data["target"])
        merged = attempt(form, lambda: actions.merge_report(report, into=into, by=request.actor))
        if merged is not None:
            return back_to_inbox(request, sorted_as=merged)
    search = SearchForm(request.GET)
    context = {
        "form": form,
        "search": search,
        "card": card_of(waiting_of(request.actor, report)),
        "suggested": _suggested(request.actor, report),
        "found": _found(request.actor, report, search),
        "remembered": [(name, request.GET.get(name, "")) for name in ("liste", "naeste")],
        "here": request.get_full_path(),
        "inbox_url": inbox_address(request),
    }
    return page(request, "situation/merge_report.html", context)


def _target(actor: Actor, text: str) -> Incident | Report:
    kind, _, key = text.partition(":")
    try:
        identifier = UUID(key)
    except ValueError:
        raise Http404 from None
    return incident_of(actor, identifier) if kind == "incident" else report_of(actor, identifier)


def _suggested(actor: Actor, report: Report) -> list[Proposal]:
    suggestions = suggestions_in_order(report, open_reports(actor), actor)
    return [proposal_of(each.other, target=each.target, why=each.why) for each in suggestions[:_MOST_FOUND]]


def _found(actor: Actor, report: Report, search: SearchForm) -> Sequence[Proposal]:
    search.is_valid()
    asked = search.cleaned_data
    around = report.starts_at or report.created_at
    reach = timedelta(days=asked.get("dage") or 3)
    wanted = IncidentFilter(
        place=asked.get("sted", ""), category=asked.get("kategori", ""), since=around - reach, until=around + reach
    )
    rows = matching(actor, wanted).select_related("area").order_by("-occurred_at", "-id")[: 2 * _MOST_FOUND]
    fitting = [row for row in rows if is_within(reach_of(report), reach_of(row))]
    return [proposal_of(row, target=f"incident:{row.pk}") for row in fitting[:_MOST_FOUND]]
