"""Raise a sudden event — åbn: what happened, what is known and not known, and who must know at once."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.alerts import actions
from rundbord.alerts.models import SuddenEvent
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.offering import offer_areas, offer_units
from rundbord.partnership.queries import areas, place_names, units_at_table
from rundbord.ui.forms import ChoiceChips, MomentInput
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class RaiseEventForm(GuardedForm):
    """The card that opens the fast lane; the incident comes from its own page's link."""

    guarded = ("title", "place_text", "known", "unknown")

    title = forms.CharField(
        label="Hvad er sket?", max_length=160, help_text="Kort og uden personer. For eksempel: Skud ved stationen."
    )
    happened_at = forms.DateTimeField(label="Hvornår skete det?", widget=MomentInput)
    reported_at = forms.DateTimeField(
        label="Hvornår fik I det at vide?", widget=MomentInput, help_text="Herfra måles tiden til første beslutning."
    )
    area = forms.ChoiceField(label="Område", required=False)
    place_text = forms.CharField(label="Gade eller sted", required=False, max_length=160, help_text="Uden husnummer.")
    known = forms.CharField(label="Det ved vi", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
    unknown = forms.CharField(
        label="Det ved vi ikke", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    units = forms.MultipleChoiceField(
        label="Hvem skal vide det nu?",
        required=False,
        widget=ChoiceChips,
        help_text="De får besked med det samme og står på ringelisten.",
    )
    incident_id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    incident_heading = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

    def __init__(self, *args: Any, request: SignedInRequest, **options: Any) -> None:
        """Offer the units at the table and the open areas."""
        super().__init__(*args, places=place_names(), **options)
        self.offered = offer_units(self.fields["units"], units_at_table(request.actor), nothing="")
        self.areas = offer_areas(self.fields["area"], areas())


@screen(Permission.RAISE_ALERT, writes=True)
def raise_event(request: SignedInRequest) -> HttpResponse:
    """Open the event and go to its page."""
    draft = restored_draft(request)
    form = RaiseEventForm(
        request.POST if request.method == "POST" else None,
        request=request,
        initial={**_now(), **_from_incident(request), **draft.initial},
    )
    if form.is_valid() and (event := attempt(form, lambda: _act(form, request))):
        return HttpResponseRedirect(reverse("alerts:show_event", args=[event.pk]))
    return page(request, "alerts/raise_event.html", {"form": form, "draft": draft})


def _act(form: RaiseEventForm, request: SignedInRequest) -> SuddenEvent:
    given = form.cleaned_data
    raised = actions.Raised(
        title=given["title"],
        happened_at=given["happened_at"],
        reported_at=given["reported_at"],
        known=given["known"],
        unknown=given["unknown"],
        area=form.areas.get(given["area"]),
        place_text=given["place_text"],
        incident_id=given["incident_id"],
        incident_heading=given["incident_heading"],
        units=[unit for key, unit in form.offered.items() if key in given["units"]],
    )
    return actions.raise_event(raised, overridden=form.overridden, by=request.actor)


def _now() -> dict[str, object]:
    now = timezone.localtime().replace(second=0, microsecond=0)
    return {"happened_at": now, "reported_at": now}


def _from_incident(request: SignedInRequest) -> dict[str, str]:
    """Take over from the link what the incident's page knows."""
    names = {
        "haendelse": "incident_id",
        "overskrift": "incident_heading",
        "omraade": "area",
        "sted": "place_text",
        "skete": "happened_at",
        "meldt": "reported_at",
    }
    given = {field: request.GET[name] for name, field in names.items() if name in request.GET}
    return {**given, "title": given["incident_heading"][:160]} if "incident_heading" in given else given
