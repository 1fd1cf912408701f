"""Review decision — gennemgå beslutning: does it still hold, and when to look next."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries import place_names
from rundbord.tasks import actions, queries
from rundbord.tasks.models import DecisionReview, Task
from rundbord.tasks.vocabulary import ReviewVerdict
from rundbord.ui.forms import ChoiceButtons, DayInput
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class ReviewForm(GuardedForm):
    """What the second look gave."""

    guarded = ("text",)

    verdict = forms.ChoiceField(label="Holder beslutningen?", choices=ReviewVerdict.choices(), widget=ChoiceButtons)
    text = forms.CharField(
        label="Begrundelse",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Skal udfyldes, når beslutningen skal ændres eller ikke længere gælder.",
    )
    next_on = forms.DateField(
        label="Ses igennem næste gang", required=False, widget=DayInput, help_text="Tomt betyder: ikke igen."
    )


@screen(Permission.DECIDE, writes=True)
def review_decision(request: SignedInRequest, task_id: UUID) -> HttpResponse:
    """Show the form, and add what was found."""
    task = queries.task_of(task_id)
    draft = restored_draft(request)
    form = ReviewForm(request.POST if request.method == "POST" else None, initial=draft.initial, places=place_names())
    if form.is_valid() and attempt(form, lambda: _act(form, task, request)) is not None:
        return HttpResponseRedirect(reverse("tasks:show_task", args=[task.pk]))
    return page(request, "tasks/review_decision.html", {"task": task, "form": form, "draft": draft})


def _act(form: ReviewForm, task: Task, request: SignedInRequest) -> DecisionReview:
    given = form.cleaned_data
    return actions.review_decision(
        task,
        ReviewVerdict(given["verdict"]),
        text=given["text"],
        next_on=given["next_on"],
        overridden=form.overridden,
        by=request.actor,
    )
