"""Person-related efforts — personrettede indsatser: what the parties must say yes to each year."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.partnership import actions, queries
from rundbord.partnership.rules.renewals import HOLDS, NOTICE
from rundbord.partnership.vocabulary import VoteChoice
from rundbord.ui.forms import ChoiceButtons, DayInput
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm
from rundbord.web.one_tap import one_tap


class EffortForm(GuardedForm):
    """What it is called, what it means, and since when."""

    guarded = ("title", "text")
    title = forms.CharField(label="Indsats", max_length=160, help_text="For eksempel fælles hjemmebesøg.")
    text = forms.CharField(
        label="Hvad den går ud på", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )
    begun_on = forms.DateField(label="Begyndt", widget=DayInput, help_text="Den gælder et år herfra.")


class RenewalForm(forms.Form):
    """Until when it shall hold, and by when the parties must have said so."""

    until = forms.DateField(label="Skal gælde til og med", widget=DayInput)
    decide_by = forms.DateField(label="Parterne stemmer senest", widget=DayInput)


class VoteForm(GuardedForm):
    """What the party says, and why."""

    guarded = ("reason",)
    choice = forms.ChoiceField(label="Jeres stemme", choices=VoteChoice.choices, widget=ChoiceButtons)
    reason = forms.CharField(
        label="Begrundelse", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


@screen(Permission.SEE_OVERVIEW)
def efforts(request: SignedInRequest) -> HttpResponse:
    """List the efforts and how they stand."""
    context = {"rows": queries.efforts(), "governs": request.actor.may(Permission.GOVERN_PARTNERSHIP)}
    return page(request, "partnership/efforts.html", context)


@screen(Permission.SEE_OVERVIEW)
def show_effort(request: SignedInRequest, effort_id: UUID) -> HttpResponse:
    """Show one effort with its votes."""
    row = queries.effort(effort_id)
    open_renewal = row.open_renewal
    context = {
        "row": row,
        "open": open_renewal,
        "own": open_renewal.voice_of(request.actor.authority_id) if open_renewal else None,
        "votes": request.actor.may(Permission.VOTE_FOR_PARTY),
        "governs": request.actor.may(Permission.GOVERN_PARTNERSHIP) and row.effort.ended_on is None,
    }
    return page(request, "partnership/show_effort.html", context)


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def name_effort(request: SignedInRequest) -> HttpResponse:
    """Name an effort."""
    form = EffortForm(request.POST or None, initial={"begun_on": timezone.localdate()}, places=queries.place_names())
    if form.is_valid() and (
        effort := attempt(
            form,
            lambda: actions.name_effort(**form.cleaned_data, overridden=form.overridden, by=request.actor),
        )
    ):
        return redirect("partnership:show_effort", effort.pk)
    return page(request, "partnership/name_effort.html", {"form": form})


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def end_effort(request: SignedInRequest, effort_id: UUID) -> HttpResponse:
    """Stop an effort."""
    row = queries.effort(effort_id)
    back = reverse("partnership:show_effort", args=[effort_id])
    return one_tap(request, lambda: actions.end_effort(row.effort, by=request.actor), back=back)


@screen(Permission.GOVERN_PARTNERSHIP, writes=True)
def open_renewal(request: SignedInRequest, effort_id: UUID) -> HttpResponse:
    """Put an effort to the vote."""
    row, today = queries.effort(effort_id), timezone.localdate()
    initial = {"until": max(row.until, today) + HOLDS, "decide_by": max(today, min(row.until, today + NOTICE))}
    form = RenewalForm(request.POST or None, initial=initial)
    if form.is_valid():
        attempt(form, lambda: actions.open_renewal(row.effort, **form.cleaned_data, by=request.actor))
    if form.is_valid():
        return redirect("partnership:show_effort", effort_id)
    return page(request, "partnership/open_renewal.html", {"form": form, "row": row})


@screen(Permission.VOTE_FOR_PARTY, writes=True)
def vote_on_renewal(request: SignedInRequest, renewal_id: UUID) -> HttpResponse:
    """Vote for the own party."""
    renewal = queries.renewal(renewal_id)
    form = VoteForm(request.POST or None, places=queries.place_names())
    if form.is_valid():
        choice, reason = VoteChoice(form.cleaned_data["choice"]), form.cleaned_data["reason"]
        attempt(
            form,
            lambda: actions.vote_on_renewal(
                renewal, choice=choice, reason=reason, overridden=form.overridden, by=request.actor
            ),
        )
    if form.is_valid():
        return redirect("partnership:show_effort", renewal.effort_id)
    return page(request, "partnership/vote_on_renewal.html", {"form": form, "renewal": renewal})
