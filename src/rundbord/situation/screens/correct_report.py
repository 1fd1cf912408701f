"""Correct report — ret indberetning: the reporter's own words, until they are triaged."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries import place_names
from rundbord.situation import actions, queries
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class CorrectReportForm(GuardedForm):
    """The words."""

    guarded: ClassVar[tuple[str, ...]] = ("text",)
    text = forms.CharField(
        label="Hvad skete der?",
        required=False,
        help_text="Skriv ingen navne eller kendetegn på personer.",
        widget=forms.Textarea(attrs={"rows": 6}),
    )


@screen(Permission.SEE_OWN_REPORTS, writes=True)
def correct_report(request: SignedInRequest, report_id: UUID) -> HttpResponse:
    """Let the reporter put other words; a triaged report says why that is too late."""
    own = queries.own_report(request.actor, report_id)
    draft = restored_draft(request)
    initial = {"text": own.report.text} | dict(draft.initial)
    form = CorrectReportForm(request.POST or None, places=place_names(), initial=initial)
    if form.is_valid():
        words, overridden = form.cleaned_data["text"], form.overridden
        if attempt(form, lambda: actions.correct_report(own.report, words, overridden=overridden, by=request.actor)):
            return HttpResponseRedirect(f"{reverse('situation:own_reports')}?gemt={report_id}")
    context = {"form": form, "own": own, "draft_saved_at": draft.saved_at}
    return page(request, "situation/correct_report.html", context)
