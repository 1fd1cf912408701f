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
from rundbord.tasks.vocabulary import EffectGrade, TaskOutcome
from rundbord.ui.forms import ChoiceButtons, DayInput
from rundbord.web import SignedInRequest, attempt, page, screen
from rundbord.web.guarded import GuardedForm


class OutcomeForm(GuardedForm):
    """What became of the task."""

    guarded = ("text", "effect")

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
    grade = forms.ChoiceField(
        label="Kender I virkningen?",
        required=False,
        choices=EffectGrade.choices(),
        widget=ChoiceButtons,
        help_text="Rundbord påstår aldrig en virkning, der ikke er målt.",
    )
    effect = forms.CharField(
        label="Virkning",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Hvad er målt, hvornår og hvordan? Skriv tallet. Ved et skøn: hvad bygger det på?",
    )

    @property
    def is_unfolded(self) -> bool:
        """Tell whether anything is written, or wrong, about the effect."""
        return any(self[name].value() or self[name].errors for name in ("grade", "effect"))


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
        "reminders": queries.reminders_of(task),
        "dissents": queries.dissents_from(task),
        "reviews": queries.reviews_of(task),
        "may_dissent": request.actor.may(Permission.FINISH_TASK),
        "may_review": request.actor.may(Permission.DECIDE),
        "is_to_review": task.review_on is not None and task.review_on <= timezone.localdate(),
        "may_finish": request.actor.may(Permission.FINISH_TASK) and task.closed_at is None,
    }
    return page(request, "tasks/show_task.html", context)


def _act(form: OutcomeForm, task: Task, request: SignedInRequest) -> Outcome:
    given = form.cleaned_data
    return actions.finish_task(
        task,
        TaskOutcome(given["outcome"]),
        words=actions.Words(
            text=given["text"],
            effect=given["effect"],
            grade=EffectGrade(given["grade"]) if given["grade"] else None,
        ),
        new_due_on=given["new_due_on"],
        overridden=form.overridden,
        by=request.actor,
    )
