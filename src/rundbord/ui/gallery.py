"""The gallery: every component in every state, for those who build screens and for the accessibility check."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from rundbord.ui.forms import ChoiceButtons, ChoiceChips, ClockInput, DayInput, MomentInput

_SOURCES = [("own", "Set selv"), ("told", "Fortalt"), ("rumour", "Rygte")]
_TOPICS = [("group", "Ophold i gruppe"), ("noise", "Støj"), ("damage", "Hærværk")]
_MARKS = {
    "neutral": "Neutral",
    "info": "Oplysning",
    "success": "I orden",
    "warning": "Pas på",
    "error": "Fejl",
    "confirmed": "Bekræftet",
    "unconfirmed": "Ubekræftet",
    "urgent": "Haster",
    "overdue": "Over frist",
    "missing": "Mangler",
    "new": "Ny",
    "changed": "Ændret",
    "closed": "Lukket",
}
_AREAS = [("", "Vælg et område"), ("a", "Parken"), ("b", "Stationen")]


class SampleForm(forms.Form):
    """One field of each widget."""

    headline = forms.CharField(label="Overskrift", help_text="Kort, uden navne.", max_length=80)
    count = forms.IntegerField(label="Antal", required=False, max_value=1000)
    area = forms.ChoiceField(label="Område", choices=_AREAS)
    source = forms.ChoiceField(label="Hvor ved du det fra?", choices=_SOURCES, widget=ChoiceButtons)
    mood = forms.ChoiceField(
        label="Stemning", choices=[("calm", "Rolig"), ("tense", "Anspændt")], widget=forms.RadioSelect, required=False
    )
    topics = forms.MultipleChoiceField(label="Det handler om", choices=_TOPICS, widget=ChoiceChips, required=False)
    readers = forms.MultipleChoiceField(
        label="Hvem må læse det?", choices=_AREAS[1:], widget=forms.CheckboxSelectMultiple, required=False
    )
    on = forms.DateField(label="Dag", widget=DayInput)
    at = forms.TimeField(label="Klokkeslæt", widget=ClockInput, required=False)
    since = forms.DateTimeField(label="Siden", widget=MomentInput, required=False)
    text = forms.CharField(
        label="Hvad så du?", help_text="Skriv, hvad der skete.", widget=forms.Textarea, max_length=500
    )
    photo = forms.FileField(label="Foto uden personer", required=False)
    address = forms.EmailField(label="E-mail", required=False)
    secret = forms.CharField(label="Adgangskode", widget=forms.PasswordInput, required=False)
    is_urgent = forms.BooleanField(
        label="Det haster", required=False, help_text="Koordinatoren får besked med det samme."
    )


def gallery(request: HttpRequest) -> HttpResponse:
    """Show everything at once; needs no sign-in and shows no real facts."""
    return render(request, "ui/gallery.html", _samples())


def _samples() -> dict[str, Any]:
    now = timezone.now()
    return {
        "empty_form": SampleForm(prefix="tom"),
        "faulty_form": SampleForm({"fejl-headline": "", "fejl-on": "32/13"}, prefix="fejl"),
        "marks": _MARKS,
        "now": now,
        "earlier": now - dt.timedelta(hours=3),
        "areas": _collection(_polygon("Parken", 12.355, 55.735), _polygon("Stationen", 12.385, 55.728)),
        "points": _collection(
            _point("Hærværk", 12.358, 55.737, kind="confirmed", precision_m=80),
            _point("Ophold i gruppe", 12.387, 55.729, kind="unconfirmed", precision_m=250),
            _point("Støj", 12.387, 55.729, kind="unconfirmed", precision_m=250),
        ),
    }


def _collection(*features: dict[str, Any]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


def _point(label: str, lon: float, lat: float, **properties: object) -> dict[str, Any]:
    geometry = {"type": "Point", "coordinates": [lon, lat]}
    return {"type": "Feature", "geometry": geometry, "properties": {"label": label, **properties}}


def _polygon(label: str, lon: float, lat: float) -> dict[str, Any]:
    corners = ((-0.01, -0.005), (0.011, -0.004), (0.008, 0.006), (-0.009, 0.005))
    ring = [[lon + east, lat + north] for east, north in corners]
    geometry = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
    return {"type": "Feature", "geometry": geometry, "properties": {"label": label}}
