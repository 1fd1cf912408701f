"""Periods — slettefrister: proposing another number of days for one rule, and deciding what somebody else proposed."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.deletion import actions
from rundbord.deletion.models import PeriodProposal
from rundbord.deletion.queries.periods import days_of, longest_of
from rundbord.deletion.queries.standing import days_in_words, proposal_of
from rundbord.deletion.rules.catalogue import RULES
from rundbord.identity.drafts import restored_draft
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm

_YES, _NO = "ja", "nej"


class PeriodForm(GuardedForm):
    """How many days, and why."""

    guarded = ("reason",)

    days = forms.IntegerField(label="Antal dage", min_value=0, max_value=36500)
    reason = forms.CharField(
        label="Hvorfor?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Databeskyttelsesrådgiveren læser det og afgør forslaget.",
    )


class DecisionForm(GuardedForm):
    """Yes or no, and why."""

    guarded = ("note",)

    answer = forms.ChoiceField(
        label="Afgørelse", choices=((_YES, "Godkend fristen"), (_NO, "Afvis forslaget")), widget=ChoiceButtons
    )
    note = forms.CharField(
        label="Hvorfor?",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Skal udfyldes, når forslaget afvises.",
    )


@screen(Permission.PROPOSE_RETENTION, writes=True)
def propose_period(request: SignedInRequest, rule_key: str) -> HttpResponse:
    """Take a proposal."""
    rule = RULES.get(rule_key)
    if rule is None or not rule.is_changeable:
        raise Http404
    draft = restored_draft(request)
    form = PeriodForm(request.POST if request.method == "POST" else None, initial=draft.initial)
    if form.is_valid() and attempt(form, lambda: _propose(rule_key, form, request)) is not None:
        return HttpResponseRedirect(reverse("deletion:rules"))
    context = {
        "rule": rule,
        "now": days_in_words(days_of(rule.key, request.actor.authority_id)),
        "longest": days_in_words(longest_of(rule)),
        "form": form,
        "draft": draft,
    }
    return page(request, "deletion/propose_period.html", context)


@screen(Permission.CONTROL_DELETION, writes=True)
def decide_period(request: SignedInRequest, proposal_id: UUID) -> HttpResponse:
    """Take a decision."""
    proposal = proposal_of(proposal_id, request.actor)
    draft = restored_draft(request)
    form = DecisionForm(request.POST if request.method == "POST" else None, initial=draft.initial)
    if form.is_valid() and attempt(form, lambda: _decide(proposal, form, request)) is not None:
        return HttpResponseRedirect(reverse("deletion:rules"))
    rule = RULES[proposal.rule]
    context = {
        "proposal": proposal,
        "rule": rule,
        "now": days_in_words(days_of(rule.key, request.actor.authority_id)),
        "wanted": days_in_words(proposal.days),
        "is_decided": proposal.decisions.exists(),
        "is_own": proposal.said_by == request.actor.user_id,
        "form": form,
        "draft": draft,
    }
    return page(request, "deletion/decide_period.html", context)


def _propose(rule_key: str, form: PeriodForm, request: SignedInRequest) -> object:
    given = form.cleaned_data
    return actions.propose_period(
        rule_key, given["days"], reason=given["reason"], overridden=form.overridden, by=request.actor
    )


def _decide(proposal: PeriodProposal, form: DecisionForm, request: SignedInRequest) -> object:
    given = form.cleaned_data
    return actions.decide_period(
        proposal,
        is_approved=given["answer"] == _YES,
        note=given["note"],
        overridden=form.overridden,
        by=request.actor,
    )
