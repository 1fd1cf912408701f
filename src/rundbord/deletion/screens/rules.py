"""Rules — sletteregler: all of them as they stand here, what is proposed, and the officer's approval."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.deletion import actions
from rundbord.deletion.queries.standing import (
    archive_duty,
    decisions_of,
    fingerprint_here,
    rule_rows,
    standing_of,
    waiting_proposals,
)
from rundbord.deletion.rules.approving import REVIEWED_AFTER
from rundbord.deletion.rules.catalogue import RULES
from rundbord.deletion.vocabulary import ArchiveDuty, ArchiveKind
from rundbord.identity.drafts import restored_draft
from rundbord.ui.forms import ChoiceButtons
from rundbord.vocabulary import label_of
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class ApprovalForm(GuardedForm):
    """What the officer adds; what was seen travels along."""

    guarded = ("note",)

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
    note = forms.CharField(
        label="Bemærkning", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class ArchiveForm(forms.Form):
    """What the archive wants."""

    duty = forms.ChoiceField(label="Før en sag slettes", choices=ArchiveDuty.choices(), widget=ChoiceButtons)


@screen(Permission.SEE_DELETION, writes=True)
def rules(request: SignedInRequest) -> HttpResponse:
    """Show the rules, and take the approval."""
    actor, seen = request.actor, fingerprint_here(request.actor)
    draft = restored_draft(request)
    typed = request.POST if request.method == "POST" else None
    form = ApprovalForm(typed, initial={**draft.initial, "seen": seen})
    if form.is_valid() and attempt(form, lambda: _approve(form, request)) is not None:
        return HttpResponseRedirect(request.path)
    duty = archive_duty(ArchiveKind.FILES, actor.authority_id)
    context = {
        "rows": rule_rows(actor),
        "proposals": [(RULES[each.rule].label, each) for each in waiting_proposals(actor)],
        "decisions": [(RULES[each.proposal.rule].label, each) for each in decisions_of(actor)],
        "standing": standing_of(actor),
        "may_approve": actor.may(Permission.CONTROL_DELETION),
        "may_propose": actor.may(Permission.PROPOSE_RETENTION),
        "archive": label_of(ArchiveDuty, duty.value),
        "archive_form": ArchiveForm(initial={"duty": duty.value}),
        "archive_wait": settings.ARCHIVE_WAIT_DAYS,
        "days_to_review": REVIEWED_AFTER.days,
        "form": form,
        "draft": draft,
    }
    return page(request, "deletion/rules.html", context)


@screen(Permission.CONTROL_DELETION, writes=True)
def say_archive_duty(request: SignedInRequest) -> HttpResponse:
    """Take the officer's word, and go back."""
    form = ArchiveForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        duty = ArchiveDuty(form.cleaned_data["duty"])
        actions.say_archive_duty(ArchiveKind.FILES, duty, by=request.actor)
    return HttpResponseRedirect(reverse("deletion:rules"))


def _approve(form: ApprovalForm, request: SignedInRequest) -> object:
    given = form.cleaned_data
    return actions.approve_rules(given["seen"], note=given["note"], overridden=form.overridden, by=request.actor)
