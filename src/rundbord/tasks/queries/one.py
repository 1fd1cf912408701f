"""One decision, and everything that has been said of it since."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404

from rundbord.tasks.models import DecisionReview, Dissent, Outcome, Task
from rundbord.tasks.vocabulary import EffectGrade, ReviewVerdict, TaskOutcome
from rundbord.vocabulary import label_of


def task_of(task_id: UUID) -> Task:
    """Find one task; what is out of reach does not exist."""
    named = Task.objects.select_related("owner__authority", "area", "authority", "decided_in", "forum")
    task = named.filter(pk=task_id).first()
    if task is None:
        raise Http404
    return task


def history_of(task: Task) -> list[Outcome]:
    """List what has been said of a task, newest first, each with the labels of its outcome and its grade."""
    outcomes = list(Outcome.objects.filter(task=task).select_related("unit").order_by("-at", "id"))
    for outcome in outcomes:
        outcome.label = label_of(TaskOutcome, outcome.outcome)  # type: ignore[attr-defined]
        outcome.grade_label = label_of(EffectGrade, outcome.grade)  # type: ignore[attr-defined]
    return outcomes


def dissents_from(task: Task) -> list[Dissent]:
    """List who disagreed, in the order in which it was noted."""
    return list(Dissent.objects.filter(task=task).select_related("unit__authority", "noted_by").order_by("at", "id"))


def reviews_of(task: Task) -> list[DecisionReview]:
    """List second looks, newest first, each with the label of its verdict."""
    reviews = list(DecisionReview.objects.filter(task=task).select_related("unit").order_by("-at", "id"))
    for review in reviews:
        review.label = label_of(ReviewVerdict, review.verdict)  # type: ignore[attr-defined]
    return reviews
