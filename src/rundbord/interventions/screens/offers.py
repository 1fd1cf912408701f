"""Offers — tilbud: the catalogue of all municipalities, and keeping the own one."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.interventions import actions, queries
from rundbord.interventions.models import Offer
from rundbord.interventions.rules.sides import side_of
from rundbord.interventions.vocabulary import OfferKind, Side
from rundbord.partnership.queries import place_names
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm
from rundbord.web.one_tap import one_tap

_MOST = 500


class OfferForm(GuardedForm):
    """What is offered and to whom; nobody who uses it is written here."""

    guarded = ("words",)

    name = forms.CharField(label="Hvad hedder tilbuddet?", max_length=120)
    kind = forms.ChoiceField(label="Hvad er det?", choices=OfferKind.choices(), widget=ChoiceButtons)
    words = forms.CharField(
        label="Beskrivelse",
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Ingen navne på unge.",
    )
    contact = forms.CharField(label="Hvem ringer man til?", max_length=160, help_text="Enhed og telefonnummer.")
    from_age = forms.IntegerField(label="Fra alder", min_value=0, max_value=99)
    to_age = forms.IntegerField(label="Til alder", min_value=0, max_value=99)
    in_all = forms.IntegerField(label="Pladser i alt", min_value=0, max_value=_MOST)
    free = forms.IntegerField(label="Ledige nu", min_value=0, max_value=_MOST)

    def __init__(self, *args: Any, **options: Any) -> None:
        """Know the names of places."""
        super().__init__(*args, places=place_names(), **options)

    def terms(self) -> actions.OfferTerms:
        """Give what was filled in."""
        given = dict(self.cleaned_data)
        places = given.pop("in_all")
        return actions.OfferTerms(**{**given, "kind": OfferKind(given["kind"]), "places": places})


@screen(Permission.SEE_CONCERNS)
def offers(request: SignedInRequest) -> HttpResponse:
    """Show the catalogue, narrowed by kind or to what has free places."""
    kind, only_free = request.GET.get("art", ""), request.GET.get("ledige", "") == "on"
    listed = queries.offer_page(
        request.actor,
        kind=kind,
        only_free=only_free,
        after=request.GET.get("efter", ""),
        before=request.GET.get("foer", ""),
    )
    asked = {name: value for name, value in (("art", kind), ("ledige", "on" if only_free else "")) if value}
    context = {
        "listed": listed,
        "kinds": list(OfferKind),
        "kind": kind,
        "only_free": only_free,
        "earlier": f"?{urlencode({**asked, 'foer': listed.before})}" if listed.before else "",
        "later": f"?{urlencode({**asked, 'efter': listed.after})}" if listed.after else "",
        "may_keep": _may_keep(request),
    }
    return page(request, "interventions/offers.html", context)


@screen(Permission.WORK_CONCERNS, writes=True)
def add_offer(request: SignedInRequest) -> HttpResponse:
    """Put an offer into the own catalogue."""
    form = OfferForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and attempt(form, lambda: _add(form, request)) is not None:
        return HttpResponseRedirect(reverse("interventions:offers"))
    return page(request, "interventions/write_offer.html", {"form": form})


@screen(Permission.WORK_CONCERNS, writes=True)
def change_offer(request: SignedInRequest, offer_id: UUID) -> HttpResponse:
    """Put an own offer right, or count its places anew."""
    offer = queries.own_offer_of(offer_id, request.actor)
    stands = {name: getattr(offer, name) for name in OfferForm.base_fields if name != "in_all"}
    form = OfferForm(request.POST if request.method == "POST" else None, initial={**stands, "in_all": offer.places})
    if form.is_valid() and attempt(form, lambda: _change(form, offer, request)) is not None:
        return HttpResponseRedirect(reverse("interventions:offers"))
    return page(request, "interventions/write_offer.html", {"form": form, "offer": offer})


@screen(Permission.WORK_CONCERNS, writes=True)
def close_offer(request: SignedInRequest, offer_id: UUID) -> HttpResponse:
    """Take an own offer out."""
    offer = queries.own_offer_of(offer_id, request.actor)
    return one_tap(request, lambda: actions.close_offer(offer, by=request.actor), back=reverse("interventions:offers"))


def _add(form: OfferForm, request: SignedInRequest) -> Offer:
    return actions.add_offer(form.terms(), overridden=form.overridden, by=request.actor)


def _change(form: OfferForm, offer: Offer, request: SignedInRequest) -> Offer:
    return actions.change_offer(offer, form.terms(), overridden=form.overridden, by=request.actor)


def _may_keep(request: SignedInRequest) -> bool:
    is_municipality = side_of(request.actor.authority_kind) is Side.MUNICIPALITY
    return is_municipality and request.actor.may(Permission.WORK_CONCERNS)
