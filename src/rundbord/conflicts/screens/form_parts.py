"""What the forms of conflicts share: units and areas to choose from, source grades, days, and one way of saving."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.conflicts.models import Conflict
from rundbord.conflicts.vocabulary import Credibility, Reliability
from rundbord.identity.drafts import RestoredDraft
from rundbord.partnership.queries import area_collection
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, attempt, page
from rundbord.web.guarded import GuardedForm

_FROM_INCIDENT = ("haendelse", "overskrift", "omraade", "sted", "skete")


def text_field(label: str, *, rows: int = 3, most: int = 1000, **options: Any) -> forms.CharField:
    """Make a field for a text of several lines, with a counter."""
    return forms.CharField(label=label, max_length=most, widget=forms.Textarea(attrs={"rows": rows}), **options)


def reliability_field() -> forms.ChoiceField:
    """Make the field for the first half of a source grade."""
    lettered = [(term.value, f"{term.value.upper()} – {term.label}") for term in Reliability]
    return forms.ChoiceField(label="Hvor pålidelig er kilden?", choices=[("", "Vælg"), *lettered])


def credibility_field() -> forms.ChoiceField:
    """Make the field for the second half of a source grade."""
    numbered = [(term.value, f"{term.value} – {term.label}") for term in Credibility]
    return forms.ChoiceField(label="Hvor sikker er oplysningen?", choices=[("", "Vælg"), *numbered])


def days_field(choices: tuple[int, ...], *, usual: int, label: str, **options: Any) -> forms.TypedChoiceField:
    """Make a field for how many days something holds."""
    offered = [(str(number), f"{number} dage") for number in choices]
    return forms.TypedChoiceField(
        label=label, choices=offered, coerce=int, initial=str(usual), widget=ChoiceButtons, **options
    )


def latitude_field() -> forms.FloatField:
    """Make the field for a point's latitude within Denmark."""
    return _degrees("Breddegrad", 54, 58)


def longitude_field() -> forms.FloatField:
    """Make the field for a point's longitude within Denmark."""
    return _degrees("Længdegrad", 7, 16)


def save_part(  # noqa: PLR0913 — a page in words
    request: SignedInRequest,
    conflict: Conflict,
    form: GuardedForm,
    act: Callable[[], object],
    *,
    heading: str,
    lead: str = "",
    submit: str = "Gem",
    draft: RestoredDraft | None = None,
    back: str = "",
    picks_point: bool = False,
    context: Mapping[str, object] | None = None,
) -> HttpResponse:
    """Save what a form adds to a conflict and go back to it; show the form while something is to be put right."""
    back_url = back or reverse("conflicts:show_conflict", args=[conflict.pk])
    if form.is_valid() and attempt(form, lambda: (act(), True)[1]):
        return HttpResponseRedirect(back_url)
    shown = {
        "conflict": conflict,
        "form": form,
        "heading": heading,
        "lead": lead,
        "submit": submit,
        "draft": draft or RestoredDraft(),
        "back_url": back_url,
        "areas": area_collection() if picks_point else None,
        **(context or {}),
    }
    return page(request, "conflicts/write.html", shown)


def passed_on(request: SignedInRequest) -> str:
    """Give what an incident's own page passes on by its link, as the end of an address; empty where it does not."""
    known = {name: request.GET[name] for name in _FROM_INCIDENT if request.GET.get(name)}
    return f"?{urlencode(known)}" if "haendelse" in known else ""


def posted(request: SignedInRequest) -> Any:
    """Give what was sent, or nothing where the form is only opened."""
    return request.POST if request.method == "POST" else None


def _degrees(label: str, least: int, most: int) -> forms.FloatField:
    return forms.FloatField(
        label=label,
        required=False,
        min_value=least,
        max_value=most,
        widget=forms.NumberInput(attrs={"step": "any"}),
    )
