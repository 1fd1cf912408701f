"""Show task — opgave: the decision, what has been said of it, and the form that says what became of it."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity.drafts import restored_draft
from rundbord.partnership.queries.place_names import place_names
from rundbord.tasks import actions, queries
from rundbord.tasks.models import Outcome, Task
from rundbord.tasks.rules import deadline_of
from rundbord.tasks.vocabulary import TaskOutcome
from rundbord.ui.forms import ChoiceButtons, DayInput
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class OutcomeForm(GuardedForm):
    """What became of the task."""

    guarded = ("text",)

    outcome = forms.ChoiceField(label="Hvordan gik det?", choices=TaskOutcome.choices(), widget=ChoiceButtons)
    new_due_on = forms.DateField(
        label="Ny frist", required=False, widget=DayInput, help_text="Kun når opgaven udskydes."
    )
    text = forms.CharField(
        label="Kort begrundelse eller resultat",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Skal udfyldes, når opgaven opgives eller kun er delvist gennemført.",
    )


@screen(Permission.SEE_TASKS, writes=True)
def show_task(request: SignedInRequest, task_id: UUID) -> HttpResponse:
    """Show the task, and take its outcome."""
    task = queries.task_of(task_id)
    draft = restored_draft(request)
    form = OutcomeForm(request.POST if request.method == "POST" else None, initial=draft.initial, places=place_names())
    if form.is_valid() and attempt(form, lambda: _act(form, task, request)) is not None:
        return HttpResponseRedirect(request.path)
    deadline = deadline_of(due_on=task.due_on, is_closed=task.closed_at is not None, today=timezone.localdate())
    context = {
        "task": task,
        "deadline": deadline,
        "history": queries.history_of(task),
        "form": form,
        "draft": draft,
        "may_finish": request.actor.may(Permission.FINISH_TASK) and task.closed_at is None,
    }
    return page(request, "tasks/show_task.html", context)


def _act(form: OutcomeForm, task: Task, request: SignedInRequest) -> Outcome:
    given = form.cleaned_data
    return actions.finish_task(
        task,
        TaskOutcome(given["outcome"]),
        text=given["text"],
        new_due_on=given["new_due_on"],
        overridden=form.overridden,
        by=request.actor,
    )
