"""Introduction — introduktion til reglerne: pages to read, then situations until all are right."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity import actions, queries
from rundbord.identity.drafts import restored_draft
from rundbord.identity.rules.introduction import (
    NO_ANSWER,
    PAGES,
    SITUATIONS,
    Situation,
    explanations_of_wrong,
    introduction_counts,
    is_about_to_end,
    reader_in,
)
from rundbord.web import SignedInRequest, attempt, page, screen


class SituationsForm(forms.Form):
    """Each situation with its three answers."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Make one field a situation."""
        super().__init__(*args, **options)
        for situation in SITUATIONS:
            self.fields[situation.key] = _field_of(situation)

    def clean(self) -> None:
        """Explain each wrong answer beside it, also while others are missing."""
        super().clean()
        for key, reasons in explanations_of_wrong(self.cleaned_data).items():
            if key not in self.errors:
                self.add_error(key, reasons)


@screen(Permission.SEE_DAY)
def introduction(request: SignedInRequest) -> HttpResponse:
    """Show what it is, whether it is passed, and where to begin."""
    _refuse_workspace(request)
    until = queries.holds_until(request.actor.user_id, request.actor.authority_id)
    today = timezone.localdate()
    context = {
        "pages": list(enumerate(PAGES, start=1)),
        "situations": len(SITUATIONS),
        "holds_until": until,
        "is_passed": introduction_counts(until, today=today),
        "is_about_to_end": is_about_to_end(until, today=today),
    }
    return page(request, "identity/introduction.html", context)


@screen(Permission.SEE_DAY)
def introduction_page(request: SignedInRequest, number: int) -> HttpResponse:
    """Show one page."""
    _refuse_workspace(request)
    if not 1 <= number <= len(PAGES):
        raise Http404
    shown = PAGES[number - 1]
    context = {
        "shown": shown,
        "of_reader": shown.for_reader(reader_in(request.actor.authority_kind)),
        "number": number,
        "count": len(PAGES),
        "before": number - 1,
        "after": number + 1 if number < len(PAGES) else 0,
    }
    return page(request, "identity/introduction_page.html", context)


@screen(Permission.SEE_DAY, writes=True)
def introduction_situations(request: SignedInRequest) -> HttpResponse:
    """Ask all situations; explain what is wrong beside each, and keep the answers until all are right."""
    _refuse_workspace(request)
    draft = restored_draft(request)
    form = SituationsForm(request.POST or None, initial=draft.initial)
    if request.method == "POST" and form.is_valid():
        attempt(form, lambda: actions.pass_introduction(form.cleaned_data, by=request.actor))
        if form.is_valid():
            return redirect("identity:introduction")
    context = {
        "form": form,
        "asked": [(situation, form[situation.key], situation.key in form.errors) for situation in SITUATIONS],
        "right": len(SITUATIONS) - len(form.errors) if form.is_bound else None,
        "count": len(SITUATIONS),
        "draft_saved_at": draft.saved_at,
    }
    return page(request, "identity/introduction_situations.html", context)


def _refuse_workspace(request: SignedInRequest) -> None:
    """The partners' workspace reaches no persons: there is nothing to introduce to."""
    if request.actor.is_place:
        raise Http404


def _field_of(situation: Situation) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=situation.text,
        choices=[(answer.key, answer.text) for answer in situation.answers],
        widget=forms.RadioSelect,
        error_messages={"required": NO_ANSWER, "invalid_choice": NO_ANSWER},
    )
