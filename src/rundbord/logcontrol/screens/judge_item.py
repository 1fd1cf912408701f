"""Judge item — vurdér læsning: one line of the log, what its reader says, and what the control finds."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord import audit
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.identity.drafts import restored_draft
from rundbord.logcontrol import actions
from rundbord.logcontrol.queries.controls import ItemRow, control_of, item_in, signature_of
from rundbord.logcontrol.vocabulary import Verdict
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, Subject, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class JudgementForm(GuardedForm):
    """What is found."""

    guarded = ("note",)

    verdict = forms.ChoiceField(label="Vurdering", choices=Verdict.choices(), widget=ChoiceButtons)
    note = forms.CharField(
        label="Hvorfor?",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Skal udfyldes, når noget er uklart eller forkert. Nævn aldrig, hvem sagen handler om.",
    )


@screen(Permission.CONTROL_LOG, reads=Subject.LOG, writes=True)
def judge_item(request: SignedInRequest, control_id: UUID, item_id: UUID) -> HttpResponse:
    """Show the reading, and take a judgement."""
    control = control_of(control_id, request.actor)
    row = item_in(control, item_id, request.actor)
    draft = restored_draft(request)
    form = JudgementForm(request.POST if request.method == "POST" else None, initial=draft.initial)
    if form.is_valid() and attempt(form, lambda: _judge(form, row, request)) is not None:
        return HttpResponseRedirect(reverse("logcontrol:show_control", args=[control.pk]))
    audit.record(Event.CONTROL_READ, about=row.item, by=request.actor)
    context = {
        "control": control,
        "row": row,
        "is_signed": signature_of(control) is not None,
        "breach_url": _breach_assistant(row, request),
        "form": form,
        "draft": draft,
    }
    return page(request, "logcontrol/judge_item.html", context)


def _breach_assistant(row: ItemRow, request: SignedInRequest) -> str:
    """Lead whoever registers breaches from a reading that was found wrong to the form, with what was read."""
    if row.verdict != Verdict.BREACH or not request.actor.may(Permission.HANDLE_BREACHES):
        return ""
    return f"{reverse('breaches:open_breach')}?{urlencode({'fra': 'log_control', 'kilde': row.item.subject})}"


def _judge(form: JudgementForm, row: ItemRow, request: SignedInRequest) -> object:
    given = form.cleaned_data
    return actions.judge(
        row.item, Verdict(given["verdict"]), note=given["note"], overridden=form.overridden, by=request.actor
    )
