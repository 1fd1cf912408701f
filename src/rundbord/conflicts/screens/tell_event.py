"""Tell event — ny hændelse i konflikten; and settling one: confirming it, or withdrawing it with a reason."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.conflicts import actions, queries
from rundbord.conflicts.models import ConflictEvent
from rundbord.conflicts.queries.cards import line_of
from rundbord.conflicts.screens.form_parts import (
    credibility_field,
    latitude_field,
    longitude_field,
    posted,
    reliability_field,
    save_part,
    text_field,
)
from rundbord.conflicts.vocabulary import Credibility, EventKind, Reliability, Severity
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.offering import offer_areas
from rundbord.partnership.queries import area_of, areas, place_names
from rundbord.partnership.rules import Point
from rundbord.ui.forms import ChoiceButtons, MomentInput
from rundbord.web import SignedInRequest, screen
from rundbord.web.guarded import GuardedForm

CONFIRM, WITHDRAW = "confirm", "withdraw"


class TellEventForm(GuardedForm):
    """When, what, how grave, where, from whom; an incident comes from its own page's link."""

    guarded = ("words", "place_text", "incident_words")

    happened_at = forms.DateTimeField(label="Hvornår skete det?", widget=MomentInput)
    kind = forms.ChoiceField(label="Hvad skete der?", choices=[("", "Vælg"), *EventKind.choices()])
    severity = forms.ChoiceField(label="Hvor alvorligt?", choices=Severity.choices(), widget=ChoiceButtons)
    words = text_field("Med ord", help_text="Uden personer og uden gruppernes navne. Skriv gruppe A og B.")
    area = forms.ChoiceField(label="Område", required=False)
    place_text = forms.CharField(label="Gade eller sted", required=False, max_length=160, help_text="Uden husnummer.")
    lat = latitude_field()
    lon = longitude_field()
    reliability = reliability_field()
    credibility = credibility_field()
    is_confirmed = forms.BooleanField(label="Bekræftet", required=False)
    incident_id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    incident_words = forms.CharField(label="Partnerskabets hændelse", required=False, max_length=200)

    def __init__(self, *args: Any, **options: Any) -> None:
        """Offer the open areas; an incident is shown where there is one."""
        super().__init__(*args, places=place_names(), **options)
        self.area_of = offer_areas(self.fields["area"], areas())
        if not self["incident_id"].value():
            self.fields["incident_words"].widget = forms.HiddenInput()


class SettleEventForm(GuardedForm):
    """What becomes of an event that was told."""

    guarded = ("reason",)

    act = forms.ChoiceField(
        label="Hvad skal der ske med den?",
        choices=[(CONFIRM, "Den er bekræftet"), (WITHDRAW, "Den trækkes tilbage")],
        widget=ChoiceButtons,
    )
    reason = text_field(
        "Begrundelse", rows=2, most=300, required=False, help_text="Skal udfyldes, når den trækkes tilbage."
    )


@screen(Permission.EDIT_CONFLICTS, writes=True)
def tell_event(request: SignedInRequest, conflict_id: UUID) -> HttpResponse:
    """Add an event to the course of a conflict."""
    conflict = queries.conflict_of(conflict_id)
    draft = restored_draft(request)
    now = timezone.localtime().replace(second=0, microsecond=0)
    initial = {"happened_at": now, **_from_incident(request), **draft.initial}
    form = TellEventForm(posted(request), initial=initial)
    return save_part(
        request,
        conflict,
        form,
        lambda: actions.tell_event(conflict, _told(form), overridden=form.overridden, by=request.actor),
        heading="Ny hændelse",
        lead="Det, der fortælles, rettes ikke bagefter. Er det forkert, trækkes det tilbage og fortælles på ny.",
        submit="Føj til forløbet",
        draft=draft,
        picks_point=True,
    )


@screen(Permission.EDIT_CONFLICTS, writes=True)
def settle_event(request: SignedInRequest, conflict_id: UUID, event_id: UUID) -> HttpResponse:
    """Confirm an event, or withdraw it."""
    event = queries.part_of(ConflictEvent, conflict_id, event_id)
    form = SettleEventForm(posted(request), places=place_names())
    return save_part(
        request,
        event.conflict,
        form,
        lambda: _settle(form, event, request),
        heading="Afklar hændelsen",
        lead="En hændelse, der trækkes tilbage, bliver stående i forløbet med sin begrundelse.",
        draft=restored_draft(request),
        context={"line": line_of(event)},
    )


def _settle(form: SettleEventForm, event: ConflictEvent, request: SignedInRequest) -> None:
    if form.cleaned_data["act"] == CONFIRM:
        actions.confirm_event(event, by=request.actor)
    else:
        actions.withdraw_event(event, reason=form.cleaned_data["reason"], overridden=form.overridden, by=request.actor)


def _told(form: TellEventForm) -> actions.Told:
    given = form.cleaned_data
    has_point = given["lat"] is not None and given["lon"] is not None
    point = Point(lat=given["lat"], lon=given["lon"]) if has_point else None
    area = form.area_of.get(given["area"]) or area_of(street=given["place_text"], point=point)
    return actions.Told(
        happened_at=given["happened_at"],
        kind=EventKind(given["kind"]),
        severity=Severity(given["severity"]),
        reliability=Reliability(given["reliability"]),
        credibility=Credibility(given["credibility"]),
        words=given["words"],
        is_confirmed=given["is_confirmed"],
        area=area,
        place_text=given["place_text"],
        lat=given["lat"] if has_point else None,
        lon=given["lon"] if has_point else None,
        incident_id=given["incident_id"],
        incident_words=given["incident_words"] if given["incident_id"] else "",
    )


def _from_incident(request: SignedInRequest) -> dict[str, str]:
    """Take over from the link what the incident's page knows."""
    names = {
        "haendelse": "incident_id",
        "overskrift": "incident_words",
        "omraade": "area",
        "sted": "place_text",
        "skete": "happened_at",
    }
    return {field: request.GET[name] for name, field in names.items() if request.GET.get(name)}
