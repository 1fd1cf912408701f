"""Breach notes — hændelsesnotater: what the own authority must judge within 72 hours, and what it has judged."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries.place_names import place_names
from rundbord.situation import actions
from rundbord.situation.models import BreachNote
from rundbord.situation.queries import breach_notes as queries
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class JudgementForm(GuardedForm):
    """The authority's own words on the incident."""

    guarded = ("text",)

    text = forms.CharField(
        label="Vurdering",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Hvad skete der, hvor mange kan have læst det, er der risiko for den, det handlede om, og skal"
        " Datatilsynet og den registrerede underrettes? Gentag ikke oplysningerne selv.",
    )
    is_final = forms.BooleanField(label="Vurderingen er færdig, og notatet kan afsluttes", required=False)


@screen(Permission.BLACK_OUT)
def breach_notes(request: SignedInRequest) -> HttpResponse:
    """List the notes, and black-outs on which the authority has none."""
    return page(request, "situation/breach_notes.html", {"notes": queries.breach_notes(), "now": timezone.now()})


@screen(Permission.BLACK_OUT, writes=True)
def show_breach_note(request: SignedInRequest, note_id: UUID) -> HttpResponse:
    """Show one note, and keep its judgement."""
    note = queries.breach_note(note_id)
    draft = restored_draft(request)
    initial = {"text": note.text, **draft.initial}
    form = JudgementForm(request.POST if request.method == "POST" else None, initial=initial, places=place_names())
    if form.is_valid() and attempt(form, lambda: _judge(form, note, request)):
        return HttpResponseRedirect(request.path)
    context = {
        "note": note,
        "form": form,
        "draft": draft,
        "is_late": note.judge_before < timezone.now(),
        "breach_url": _breach_url(note, request),
    }
    return page(request, "situation/show_breach_note.html", context)


@screen(Permission.BLACK_OUT, writes=True)
def open_breach_note(request: SignedInRequest, black_out_id: UUID) -> HttpResponse:
    """Open the own note on a black-out that another party made."""
    black_out = queries.black_out_of(black_out_id)
    if request.method == "POST":
        try:
            note = actions.open_breach_note(black_out, by=request.actor)
        except Refused:
            return HttpResponseRedirect(reverse("situation:breach_notes"))
        return HttpResponseRedirect(reverse("situation:show_breach_note", args=[note.pk]))
    return HttpResponseRedirect(reverse("situation:breach_notes"))


def _breach_url(note: BreachNote, request: SignedInRequest) -> str:
    """Lead whoever registers breaches to the form, with this note as what was found."""
    if not request.actor.may(Permission.HANDLE_BREACHES):
        return ""
    return f"{reverse('breaches:open_breach')}?{urlencode({'fra': 'picture', 'kilde': note.pk})}"


def _judge(form: JudgementForm, note: BreachNote, request: SignedInRequest) -> bool:
    given = form.cleaned_data
    actions.judge_breach(note, text=given["text"], is_final=given["is_final"], by=request.actor)
    return True
