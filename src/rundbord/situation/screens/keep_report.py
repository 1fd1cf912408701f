"""Keep report — behold: at once, or with corrections on the way."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries import area_collection
from rundbord.situation import actions
from rundbord.situation.models import Report
from rundbord.situation.queries.inbox import report_of, waiting_of
from rundbord.situation.queries.proposals import proposed_facts
from rundbord.situation.screens.inbox_cards import card_of
from rundbord.situation.screens.inbox_return import back_since_taken, back_to_inbox, inbox_address, verdict_or_none
from rundbord.situation.screens.incident_form import IncidentForm
from rundbord.web import SignedInRequest, attempt, page, screen

AT_ONCE = "straks"


@screen(Permission.TRIAGE, writes=True)
def keep_report(request: SignedInRequest, report_id: UUID) -> HttpResponse:
    """Show the report beside the incident that it would become; keep it when the form is sent."""
    report = report_of(request.actor, report_id)
    if request.method == "POST" and AT_ONCE in request.POST:
        return _keep_at_once(request, report)
    draft = restored_draft(request)
    form = IncidentForm(request.POST or None, base=proposed_facts(report), initial=draft.initial)
    if form.is_valid():
        kept = attempt(
            form,
            lambda: actions.keep_report(report, facts=form.facts(), overridden=form.overridden, by=request.actor),
        )
        if kept is not None:
            return back_to_inbox(request, sorted_as=kept)
    context = {
        "form": form,
        "card": card_of(waiting_of(request.actor, report)),
        "areas": area_collection(),
        "inbox_url": inbox_address(request),
        "draft_saved_at": draft.saved_at,
    }
    return page(request, "situation/keep_report.html", context)


def _keep_at_once(request: SignedInRequest, report: Report) -> HttpResponse:
    kept = verdict_or_none(lambda: actions.keep_report(report, by=request.actor))
    return back_to_inbox(request, sorted_as=kept) if kept else back_since_taken(request, report)
