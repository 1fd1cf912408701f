"""Club offers — foreningstilbud: what associations offer in each area."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.partnership import actions, queries
from rundbord.partnership.offering import offer_areas
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm
from rundbord.web.one_tap import one_tap


class ClubOfferForm(GuardedForm):
    """Who offers what, to whom and when."""

    guarded = ("association", "title", "for_whom", "when", "text")
    association = forms.CharField(label="Forening", max_length=120)
    title = forms.CharField(label="Tilbud", max_length=160)
    area = forms.ChoiceField(label="Område")
    for_whom = forms.CharField(label="For hvem", required=False, max_length=120)
    when = forms.CharField(label="Hvornår", required=False, max_length=120)
    text = forms.CharField(label="Uddybning", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


@screen(Permission.SEE_OVERVIEW)
def club_offers(request: SignedInRequest) -> HttpResponse:
    """List what clubs offer."""
    context = {"offers": queries.club_offers(), "may_write": request.actor.may(Permission.DECIDE)}
    return page(request, "partnership/club_offers.html", context)


@screen(Permission.DECIDE, writes=True)
def list_club_offer(request: SignedInRequest) -> HttpResponse:
    """List an offer."""
    form = ClubOfferForm(request.POST or None, places=queries.place_names())
    areas = offer_areas(form.fields["area"], queries.areas(), nothing="Vælg område")
    if form.is_valid():
        terms = actions.ClubTerms(**{**form.cleaned_data, "area": areas[form.cleaned_data["area"]]})
        attempt(form, lambda: actions.list_club_offer(terms, overridden=form.overridden, by=request.actor))
    if form.is_valid():
        return redirect("partnership:club_offers")
    return page(request, "partnership/list_club_offer.html", {"form": form})


@screen(Permission.DECIDE, writes=True)
def end_club_offer(request: SignedInRequest, offer_id: UUID) -> HttpResponse:
    """Take an offer off the list."""
    offer = queries.club_offer(offer_id)
    back = reverse("partnership:club_offers")
    return one_tap(request, lambda: actions.end_club_offer(offer, by=request.actor), back=back)
