"""Show a question without a name — drøftelsen: answer it for the own unit, or read the answers and decide."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.partnership.queries import place_names
from rundbord.sharing import actions, queries
from rundbord.sharing.rules.threshold import Stance, Upshot
from rundbord.ui.forms import ChoiceButtons
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.strictly_guarded import StrictlyGuardedForm


class AnswerForm(StrictlyGuardedForm):
    """One of three, and a short reason if the unit wants to give one."""

    guarded: ClassVar[tuple[str, ...]] = ("reason",)

    stance = forms.ChoiceField(
        label="Hvad svarer I?",
        choices=Stance.choices(),
        widget=ChoiceButtons,
        error_messages={"required": "Vælg et svar."},
    )
    reason = forms.CharField(
        label="Kort begrundelse",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Ingen navne eller numre. Du skal ikke gætte på, hvem det er.",
    )


class UpshotForm(forms.Form):
    """Taken up or not."""

    upshot = forms.ChoiceField(
        label="Hvad bliver det til?",
        choices=Upshot.choices(),
        widget=ChoiceButtons,
        error_messages={"required": "Vælg, hvad det bliver til."},
    )


@screen(Permission.ANSWER_THRESHOLD, writes=True)
def show_question(request: SignedInRequest, question_id: UUID) -> HttpResponse:
    """Show it; take the unit's answer where one is still awaited."""
    row = queries.question_of(question_id, request.actor)
    form = AnswerForm(_posted(request), places=place_names()) if row.waits_for_us else None
    if form and form.is_valid() and attempt(form, lambda: _answer(row, form, request)):
        return _back(row)
    return page(request, "sharing/show_question.html", _context(row, request) | {"form": form})


@screen(Permission.WORK_CONCERNS, writes=True)
def decide_question(request: SignedInRequest, question_id: UUID) -> HttpResponse:
    """Decide for the asking unit; the page is the question's own."""
    row = queries.question_of(question_id, request.actor)
    form = UpshotForm(_posted(request))
    if form.is_valid() and attempt(form, lambda: _decide(row, form, request)):
        return _back(row)
    return page(request, "sharing/show_question.html", _context(row, request) | {"decision": form})


def _answer(row: queries.QuestionRow, form: AnswerForm, request: SignedInRequest) -> bool:
    given = form.cleaned_data
    actions.answer_threshold(row.question, Stance(given["stance"]), reason=given["reason"], by=request.actor)
    return True


def _decide(row: queries.QuestionRow, form: UpshotForm, request: SignedInRequest) -> bool:
    actions.decide_threshold(row.question, Upshot(form.cleaned_data["upshot"]), by=request.actor)
    return True


def _context(row: queries.QuestionRow, request: SignedInRequest) -> dict[str, Any]:
    works_here = row.is_ours and request.actor.may(Permission.WORK_CONCERNS)
    return {
        "row": row,
        "question": row.question,
        "answers": queries.answers_to(row),
        "may_decide": works_here and row.waits_for_decision,
        "works_here": works_here,
        "decision": UpshotForm(),
    }


def _back(row: queries.QuestionRow) -> HttpResponse:
    return HttpResponseRedirect(reverse("sharing:show_question", args=[row.question.pk]))


def _posted(request: SignedInRequest) -> Any:
    return request.POST if request.method == "POST" else None
