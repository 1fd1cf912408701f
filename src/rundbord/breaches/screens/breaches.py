"""Breaches — brud: what is open with hours left, and what is closed; and opening one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.breaches import actions
from rundbord.breaches.models import Breach
from rundbord.breaches.queries import breaches_of
from rundbord.breaches.vocabulary import BreachOrigin
from rundbord.sharing.vocabulary import InformationClass
from rundbord.ui.forms import ChoiceChips, MomentInput
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm

_ORIGIN, _KIND = "kilde", "fra"


class BreachForm(GuardedForm):
    """What is known."""

    guarded = ("what",)

    origin = forms.ChoiceField(label="Hvordan blev det opdaget?", choices=BreachOrigin.choices())
    happened_at = forms.DateTimeField(label="Hvornår skete det?", widget=MomentInput)
    discovered_at = forms.DateTimeField(
        label="Hvornår blev det opdaget?", widget=MomentInput, help_text="De 72 timer regnes herfra."
    )
    what = forms.CharField(
        label="Hvad er der sket?",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Skriv, så det kan sendes til Datatilsynet. Nævn ingen personer.",
    )
    classes = forms.MultipleChoiceField(
        label="Hvilke oplysninger?", required=False, choices=InformationClass.choices(), widget=ChoiceChips
    )
    people = forms.IntegerField(label="Hvor mange personer handler det om?", min_value=0, max_value=1_000_000)


@screen(Permission.HANDLE_BREACHES)
def breaches(request: SignedInRequest) -> HttpResponse:
    """List them."""
    waiting, closed = breaches_of(request.actor)
    return page(request, "breaches/breaches.html", {"waiting": waiting, "closed": closed})


@screen(Permission.HANDLE_BREACHES, writes=True)
def open_breach(request: SignedInRequest) -> HttpResponse:
    """Show the form, and open one; `kilde` is the random key of what it was found by, `fra` the kind of that."""
    now = timezone.localtime()
    initial = {"discovered_at": now, "happened_at": now, "people": 1, "origin": _kind(request)}
    form = BreachForm(request.POST if request.method == "POST" else None, initial=initial)
    made = attempt(form, lambda: _open(form, request)) if form.is_valid() else None
    if made is not None:
        return HttpResponseRedirect(reverse("breaches:show_breach", args=[made.pk]))
    return page(request, "breaches/open_breach.html", {"form": form})


def _open(form: BreachForm, request: SignedInRequest) -> Breach:
    given: dict[str, Any] = form.cleaned_data
    new = actions.NewBreach(
        origin=BreachOrigin(given["origin"]),
        origin_id=_key(request.GET.get(_ORIGIN, "")),
        happened_at=given["happened_at"],
        discovered_at=given["discovered_at"],
        what=given["what"],
        classes=tuple(InformationClass(each) for each in given["classes"]),
        people=given["people"],
        overridden=tuple(form.overridden),
    )
    return actions.open_breach(new, by=request.actor)


def _kind(request: SignedInRequest) -> str:
    told = request.GET.get(_KIND, "")
    return told if told in set(BreachOrigin) else BreachOrigin.BY_HAND.value


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
