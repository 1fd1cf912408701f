"""Report — indberet: on a phone, with one thumb, in under 90 seconds."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.situation import actions
from rundbord.situation.models import Report
from rundbord.situation.queries.area_outlines import area_outlines
from rundbord.situation.queries.reporting import owes_report
from rundbord.situation.queries.reports import newly_saved
from rundbord.situation.screens.report_form import ReportForm
from rundbord.situation.screens.report_offer import Offer, offer_to
from rundbord.situation.screens.report_photos import KEPT_PHOTO
from rundbord.web import SignedInRequest, attempt, page, screen

CARRIED = {"omraade": "area", "hvornaar": "telling", "dag": "day", "fra": "clock", "til": "until", "ca": "part"}


@screen(Permission.REPORT, writes=True)
def report(request: SignedInRequest) -> HttpResponse:
    """Show the form; save, and go on to the next one or to the own reports."""
    offer = offer_to(request.actor)
    form = _form(request, offer)
    if form.is_valid():
        saved = attempt(form, lambda: _save(form, request))
        if saved is not None:
            return HttpResponseRedirect(_next(request, saved))
    return page(request, "situation/report.html", _context(request, form, offer))


def _form(request: SignedInRequest, offer: Offer) -> ReportForm:
    if request.method == "POST":
        return ReportForm(request.POST, request.FILES, offer=offer)
    carried = {field: request.GET[name] for name, field in CARRIED.items() if name in request.GET}
    return ReportForm(offer=offer, initial=carried | dict(restored_draft(request).initial))


def _save(form: ReportForm, request: SignedInRequest) -> Report:
    return actions.report_observation(
        form.account(),
        area=form.chosen_area,
        photos=form.cleaned_data["photos"],
        overridden=form.overridden,
        by=request.actor,
    )


def _next(request: SignedInRequest, saved: Report) -> str:
    """Carry area and time over to the next report; nothing that was written stands in an address."""
    if "again" not in request.POST:
        return f"{reverse('situation:own_reports')}?{urlencode({'gemt': saved.pk})}"
    carried = {name: request.POST.get(field, "") for name, field in CARRIED.items()}
    return f"{request.path}?{urlencode({'gemt': saved.pk} | {name: value for name, value in carried.items() if value})}"


def _context(request: SignedInRequest, form: ReportForm, offer: Offer) -> dict[str, Any]:
    return {
        "form": form,
        "saved": newly_saved(request.actor, request.GET.getlist("gemt")),
        "owes_report": owes_report(request.actor),
        "may_report_incidents": request.actor.may(Permission.REPORT_INCIDENTS),
        "may_read_source_texts": request.actor.may(Permission.READ_SOURCE_TEXT),
        "audiences": offer.audiences,
        "areas": area_outlines(offer.areas.values()),
        "draft_saved_at": restored_draft(request).saved_at if request.method != "POST" else "",
        "kept_photo_name": KEPT_PHOTO,
    }
