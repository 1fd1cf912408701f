"""Agreements — aftaler: entering one, reading it, correcting it, extending it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.partnership import actions, queries
from rundbord.partnership.models import Agreement
from rundbord.ui.forms import DayInput
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm
from rundbord.web.seen import SeenForm


class AgreementForm(SeenForm, GuardedForm):
    """What was signed, and for how long."""

    guarded = ("title", "text")
    title = forms.CharField(label="Titel", max_length=200)
    signed_on = forms.DateField(label="Underskrevet", widget=DayInput)
    starts_on = forms.DateField(label="Gælder fra", widget=DayInput)
    ends_on = forms.DateField(label="Gælder til og med", widget=DayInput)
    text = forms.CharField(
        label="Aftalens tekst",
        required=False,
        max_length=40_000,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="Skriv parter og funktioner, ikke personers navne.",
    )


class ExtendAgreementForm(GuardedForm):
    """The later end, and when it was decided."""

    guarded = ("note",)
    ends_on = forms.DateField(label="Ny slutdato", widget=DayInput)
    decided_on = forms.DateField(label="Besluttet", widget=DayInput)
    note = forms.CharField(
        label="Bemærkning", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


@screen(Permission.SEE_PARTNERSHIP)
def show_agreement(request: SignedInRequest, agreement_id: UUID) -> HttpResponse:
    """Show an agreement with its text and extensions."""
    agreement = queries.agreement(agreement_id)
    governs = request.actor.may(Permission.GOVERN_PARTNERSHIP)
    term = queries.term_of(agreement)
    return page(
        request,
        "partnership/show_agreement.html",
        {
            "agreement": agreement,
            "term": term,
            "extensions": sorted(agreement.extensions.all(), key=lambda extension: extension.decided_on),
            **_hangs_on(agreement, is_place=request.actor.is_place),
            "governs": governs,
            "change_url": reverse("partnership:change_agreement", args=[agreement.pk]) if governs else "",
        },
    )


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def sign_agreement(request: SignedInRequest) -> HttpResponse:
    """Enter an agreement."""
    draft = restored_draft(request)
    form = AgreementForm(request.POST or None, current={}, initial=draft.initial, places=queries.place_names())
    if form.is_valid() and (
        agreement := attempt(
            form, lambda: actions.sign_agreement(_terms(form), overridden=form.overridden, by=request.actor)
        )
    ):
        return redirect("partnership:show_agreement", agreement.pk)
    return page(request, "partnership/sign_agreement.html", {"form": form, "saved_at": draft.saved_at})


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def change_agreement(request: SignedInRequest, agreement_id: UUID) -> HttpResponse:
    """Correct an agreement."""
    agreement = queries.agreement(agreement_id)
    draft = restored_draft(request)
    form = AgreementForm(
        request.POST or None, current=_current(agreement), initial=draft.initial, places=queries.place_names()
    )
    if form.is_valid():
        attempt(
            form,
            lambda: actions.change_agreement(agreement, _terms(form), overridden=form.overridden, by=request.actor),
        )
    if form.is_valid():
        return redirect("partnership:show_agreement", agreement.pk)
    context = {"form": form, "agreement": agreement, "saved_at": draft.saved_at}
    return page(request, "partnership/change_agreement.html", context)


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def extend_agreement(request: SignedInRequest, agreement_id: UUID) -> HttpResponse:
    """Extend an agreement."""
    agreement = queries.agreement(agreement_id)
    form = ExtendAgreementForm(request.POST or None, initial={"decided_on": timezone.localdate()})
    if form.is_valid():
        attempt(
            form,
            lambda: actions.extend_agreement(
                agreement, **form.cleaned_data, overridden=form.overridden, by=request.actor
            ),
        )
    if form.is_valid():
        return redirect("partnership:show_agreement", agreement.pk)
    context = {"form": form, "agreement": agreement, "term": queries.term_of(agreement)}
    return page(request, "partnership/extend_agreement.html", context)


def _hangs_on(agreement: Agreement, *, is_place: bool) -> dict[str, Any]:
    """Signatures and budget are for the parties; the partners' workspace has no grant on them."""
    if is_place:
        return {"shows_signing": False}
    signatures, budget = queries.signatures_of(agreement), queries.budget_of(agreement)
    signed = {each.party_id for each in signatures}
    unsigned = [party for party in queries.parties() if party.left_on is None and party.pk not in signed]
    years = sorted({line.year for line in budget}, reverse=True)
    totals = [(year, sum(line.amount for line in budget if line.year == year)) for year in years]
    return {
        "shows_signing": True,
        "signatures": signatures,
        "unsigned": unsigned,
        "budget": budget,
        "budget_totals": totals,
    }


def _terms(form: AgreementForm) -> actions.AgreementTerms:
    return actions.AgreementTerms(**{name: value for name, value in form.cleaned_data.items() if name != "seen"})


def _current(agreement: Agreement) -> dict[str, Any]:
    return {name: getattr(agreement, name) for name in ("title", "signed_on", "starts_on", "ends_on", "text")}
