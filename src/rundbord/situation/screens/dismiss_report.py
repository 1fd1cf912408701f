"""Dismiss report — afvis: with a reason that the reporter reads."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django import forms
from django.http import HttpResponse

from rundbord.access.permissions import Permission
from rundbord.partnership.queries import place_names
from rundbord.situation import actions
from rundbord.situation.queries.inbox import report_of, waiting_of
from rundbord.situation.screens.inbox_cards import card_of
from rundbord.situation.screens.inbox_return import back_to_inbox, inbox_address
from rundbord.situation.vocabulary import DismissalReason
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class DismissForm(GuardedForm):
    """The reason is the button that is pressed; the words are optional."""

    guarded: ClassVar[tuple[str, ...]] = ("note",)

    note = forms.CharField(
        label="Besked til indberetteren",
        required=False,
        max_length=300,
        help_text="For eksempel, hvad der mangler. Indberetteren læser den sammen med grunden.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    reason = forms.ChoiceField(
        label="Grund",
        choices=DismissalReason.choices(),
        widget=forms.HiddenInput,
        error_messages={"required": "Vælg en grund."},
    )


@screen(Permission.TRIAGE, writes=True)
def dismiss_report(request: SignedInRequest, report_id: UUID) -> HttpResponse:
    """Ask for the reason; each is one key."""
    report = report_of(request.actor, report_id)
    form = DismissForm(request.POST or None, places=place_names())
    if form.is_valid():
        reason, note = DismissalReason(form.cleaned_data["reason"]), form.cleaned_data["note"]
        dismissed = attempt(
            form,
            lambda: actions.dismiss_report(
                report, reason=reason, note=note, overridden=form.overridden, by=request.actor
            ),
        )
        if dismissed is not None:
            return back_to_inbox(request, sorted_as=dismissed)
    context = {
        "form": form,
        "card": card_of(waiting_of(request.actor, report)),
        "reasons": [(str(number), reason) for number, reason in enumerate(DismissalReason, start=1)],
        "inbox_url": inbox_address(request),
    }
    return page(request, "situation/dismiss_report.html", context)
