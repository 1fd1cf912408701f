"""What was begun, or printed, with a young person since lines of a received copy were taken into the file."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.urls import reverse

from rundbord.access.actor import Actor
from rundbord.concerns.queries.uses import files_that_took
from rundbord.interventions.models import Intervention, StepTaken
from rundbord.interventions.rules.kinds import KINDS
from rundbord.interventions.vocabulary import InterventionKind
from rundbord.sharing.uses import Use


def uses_of_copy(disclosure_id: UUID, actor: Actor) -> Iterable[Use]:
    """List them, of the files within reach."""
    for person, since in files_that_took(disclosure_id).items():
        for begun in Intervention.objects.filter(person=person, started_at__gte=since):
            yield Use(label=f"{_kind(begun)} begyndt", at=begun.started_at, href=_path(begun))
        printed = StepTaken.objects.filter(person=person, printed_at__gte=since).select_related("intervention")
        for step in printed:
            assert step.printed_at is not None  # noqa: S101 — the filter above
            yield Use(label=f"{_kind(step.intervention)} udskrevet", at=step.printed_at, href=_path(step.intervention))


def _kind(intervention: Intervention) -> str:
    return KINDS[InterventionKind(intervention.kind)].label


def _path(intervention: Intervention) -> str:
    return reverse("interventions:show_intervention", args=[intervention.pk])
