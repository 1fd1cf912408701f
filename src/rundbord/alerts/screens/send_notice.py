"""Send a safety notice — send: what to take care of, where, until when, and to whom."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.alerts import actions, queries
from rundbord.alerts.models import SafetyNotice, SuddenEvent
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.offering import offer_areas, offer_units
from rundbord.partnership.queries import areas, place_names, units_at_table
from rundbord.ui.forms import ChoiceChips, MomentInput
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class SendNoticeForm(GuardedForm):
    """A warning to those who walk into it at work."""

    guarded = ("title", "text")

    title = forms.CharField(
        label="Overskrift", max_length=160, help_text="For eksempel: Gå to sammen ved stationen efter kl. 18."
    )
    text = forms.CharField(
        label="Hvad skal I gøre?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Hvad der er sket i korte træk, og hvad medarbejderne skal gøre. Ingen personer og husnumre.",
    )
    area = forms.ChoiceField(label="Område", required=False)
    valid_from = forms.DateTimeField(label="Gælder fra", widget=MomentInput)
    valid_until = forms.DateTimeField(label="Gælder til", widget=MomentInput, help_text="Højst 14 dage.")
    units = forms.MultipleChoiceField(
        label="Til hvilke enheder?", widget=ChoiceChips, help_text="Hver enhed kvitterer for sig."
    )

    def __init__(self, *args: Any, request: SignedInRequest, **options: Any) -> None:
        """Offer the units at the table and the open areas."""
        super().__init__(*args, places=place_names(), **options)
        self.offered = offer_units(self.fields["units"], units_at_table(request.actor), nothing="")
        self.areas = offer_areas(self.fields["area"], areas())


@screen(Permission.SEND_SAFETY_NOTICE, writes=True)
def send_notice(request: SignedInRequest) -> HttpResponse:
    """Send it, and show who has received it."""
    event = _event_behind(request)
    draft = restored_draft(request)
    form = SendNoticeForm(
        request.POST if request.method == "POST" else None,
        request=request,
        initial={**_from_event(event), **draft.initial},
    )
    if form.is_valid() and (notice := attempt(form, lambda: _act(form, event, request))):
        return HttpResponseRedirect(reverse("alerts:show_notice", args=[notice.pk]))
    return page(request, "alerts/send_notice.html", {"form": form, "event": event, "draft": draft})


def _act(form: SendNoticeForm, event: SuddenEvent | None, request: SignedInRequest) -> SafetyNotice:
    given = form.cleaned_data
    warned = actions.Warned(
        title=given["title"],
        text=given["text"],
        valid_from=given["valid_from"],
        valid_until=given["valid_until"],
        units=[unit for key, unit in form.offered.items() if key in given["units"]],
        area=form.areas.get(given["area"]),
        event=event,
    )
    return actions.send_notice(warned, overridden=form.overridden, by=request.actor)


def _event_behind(request: SignedInRequest) -> SuddenEvent | None:
    told = request.GET.get("haendelse", "")
    if not told:
        return None
    try:
        return queries.event_of(UUID(told))
    except ValueError as unreadable:
        raise Http404 from unreadable


def _from_event(event: SuddenEvent | None) -> dict[str, object]:
    now = timezone.localtime().replace(second=0, microsecond=0)
    times: dict[str, object] = {"valid_from": now, "valid_until": now + timedelta(days=2)}
    return {**times, "area": str(event.area_id)} if event and event.area_id else times
