"""Seats — pladser om bordet: parties that join and leave, and who chairs."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity.models import Authority
from rundbord.partnership import actions, queries
from rundbord.partnership.models import Party
from rundbord.partnership.offering import offer_units
from rundbord.ui.forms import DayInput
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


def _authority_field() -> forms.ModelChoiceField[Authority]:
    return forms.ModelChoiceField(Authority.objects.none(), label="Myndighed", empty_label="Vælg myndighed")


def _party_field() -> forms.ChoiceField:
    return forms.ChoiceField(label="Nyt formandskab")


class AddPartyForm(forms.Form):
    """Who, and from when."""

    authority = _authority_field()
    joined_on = forms.DateField(label="Første dag", widget=DayInput)


class EndPartyForm(forms.Form):
    """The last day."""

    left_on = forms.DateField(
        label="Sidste dag", widget=DayInput, help_text="Parten ser alt på sin sidste dag og intet fra dagen efter."
    )


class HandOverChairForm(GuardedForm):
    """To whom, from when, and what goes along."""

    guarded = ("note",)
    party = _party_field()
    starts_on = forms.DateField(
        label="Fra og med", widget=DayInput, help_text="Det nuværende formandskab slutter dagen før."
    )
    secretariat = forms.ChoiceField(
        label="Nyt sekretariat",
        required=False,
        help_text="En enhed hos den part, der får formandskabet. Kan også vælges senere.",
    )
    note = forms.CharField(
        label="Overdragelse",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Det, det nye formandskab skal vide: planlagte møder, løfter, åbne spørgsmål.",
    )


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def add_party(request: SignedInRequest) -> HttpResponse:
    """Order that an authority joins."""
    form = AddPartyForm(request.POST or None, initial={"joined_on": timezone.localdate()})
    form.fields["authority"].queryset = queries.authorities_outside()  # type: ignore[attr-defined]
    if form.is_valid():
        fields = form.cleaned_data
        order = attempt(
            form, lambda: actions.add_party(fields["authority"], joined_on=fields["joined_on"], by=request.actor)
        )
        if order is not None:
            return redirect("foureyes:show_order", order.pk)
    return page(request, "partnership/add_party.html", {"form": form})


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def end_party(request: SignedInRequest, party_id: UUID) -> HttpResponse:
    """Order that a party leaves."""
    party = queries.party(party_id)
    form = EndPartyForm(request.POST or None, initial={"left_on": timezone.localdate()})
    if form.is_valid():
        left_on = form.cleaned_data["left_on"]
        order = attempt(form, lambda: actions.end_party(party, left_on=left_on, by=request.actor))
        if order is not None:
            return redirect("foureyes:show_order", order.pk)
    return page(request, "partnership/end_party.html", {"form": form, "party": party})


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def hand_over_chair(request: SignedInRequest) -> HttpResponse:
    """Hand the chair over."""
    by_key = {str(party.pk): party for party in queries.parties() if party.left_on is None}
    form = HandOverChairForm(request.POST or None, places=queries.place_names())
    form.fields["party"].choices = _choices(by_key)  # type: ignore[attr-defined]
    units = offer_units(form.fields["secretariat"], queries.units_that_may_be_secretariat(), nothing="Vælges senere")
    if form.is_valid():
        fields = form.cleaned_data
        term = attempt(
            form,
            lambda: actions.hand_over_chair(
                by_key[fields["party"]],
                starts_on=fields["starts_on"],
                note=fields["note"],
                overridden=form.overridden,
                secretariat=units.get(fields["secretariat"]),
                by=request.actor,
            ),
        )
        if term:
            return redirect("partnership:show_hand_over", term.pk)
    return page(request, "partnership/hand_over_chair.html", {"form": form, "chair": queries.chair_on()})


def _choices(by_key: dict[str, Party]) -> list[tuple[str, str]]:
    return [("", "Vælg part"), *((key, party.authority.name) for key, party in by_key.items())]
