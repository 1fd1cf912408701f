"""Signatures and budget — underskrifter og budget: what hangs on an agreement."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.partnership import actions, queries
from rundbord.partnership.models import Party
from rundbord.partnership.rules.signing import MOST_KRONER
from rundbord.ui.forms import DayInput
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm
from rundbord.web.one_tap import one_tap


def _party_field() -> forms.ChoiceField:
    return forms.ChoiceField(label="Part")


class SignatureForm(forms.Form):
    """Which party, by which office, on which day; office and name are what is asked for, so the guard stays away."""

    party = _party_field()
    office = forms.CharField(label="Embede eller titel", max_length=120, help_text="For eksempel borgmester.")
    name = forms.CharField(
        label="Navn, som det skal stå",
        required=False,
        max_length=120,
        help_text="Kun hvis den, der underskriver, ønsker det.",
    )
    signed_on = forms.DateField(label="Underskrevet", widget=DayInput)


class BudgetForm(GuardedForm):
    """Who pays how much in which year."""

    guarded = ("purpose",)
    party = _party_field()
    year = forms.IntegerField(label="År", min_value=1990, max_value=2100)
    amount = forms.IntegerField(label="Beløb i hele kroner", min_value=1, max_value=MOST_KRONER)
    purpose = forms.CharField(label="Til hvad", required=False, max_length=160)


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def add_signature(request: SignedInRequest, agreement_id: UUID) -> HttpResponse:
    """Enter a signature."""
    agreement = queries.agreement(agreement_id)
    parties = _parties()
    form = SignatureForm(request.POST or None, initial={"signed_on": agreement.signed_on})
    form.fields["party"].choices = _choices(parties)  # type: ignore[attr-defined]
    if form.is_valid():
        fields = dict(form.cleaned_data)
        party = parties[fields.pop("party")]
        terms = actions.SignatureTerms(**fields)
        attempt(form, lambda: actions.add_signature(agreement, party, terms, by=request.actor))
    if form.is_valid():
        return redirect("partnership:show_agreement", agreement.pk)
    return page(request, "partnership/add_signature.html", {"form": form, "agreement": agreement})


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def strike_signature(request: SignedInRequest, signature_id: UUID) -> HttpResponse:
    """Take a signature out."""
    signature = queries.signature(signature_id)
    back = f"/partnerskab/aftaler/{signature.agreement_id}/"
    return one_tap(request, lambda: actions.strike_signature(signature, by=request.actor), back=back)


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def add_budget_line(request: SignedInRequest, agreement_id: UUID) -> HttpResponse:
    """Enter a budget line."""
    agreement = queries.agreement(agreement_id)
    parties = _parties()
    form = BudgetForm(request.POST or None, initial={"year": timezone.localdate().year}, places=queries.place_names())
    form.fields["party"].choices = _choices(parties)  # type: ignore[attr-defined]
    if form.is_valid():
        fields = dict(form.cleaned_data)
        party = parties[fields.pop("party")]
        terms = actions.BudgetTerms(**fields)
        attempt(
            form,
            lambda: actions.add_budget_line(agreement, party, terms, overridden=form.overridden, by=request.actor),
        )
    if form.is_valid():
        return redirect("partnership:show_agreement", agreement.pk)
    return page(request, "partnership/add_budget_line.html", {"form": form, "agreement": agreement})


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def strike_budget_line(request: SignedInRequest, line_id: UUID) -> HttpResponse:
    """Take a budget line out."""
    line = queries.budget_line(line_id)
    back = f"/partnerskab/aftaler/{line.agreement_id}/"
    return one_tap(request, lambda: actions.strike_budget_line(line, by=request.actor), back=back)


def _parties() -> dict[str, Party]:
    return {str(party.pk): party for party in queries.parties()}


def _choices(parties: dict[str, Party]) -> list[tuple[str, str]]:
    return [("", "Vælg part"), *((key, party.authority.name) for key, party in parties.items())]
