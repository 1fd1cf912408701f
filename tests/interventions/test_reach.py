"""Who reaches an intervention: whoever reaches its file, and nobody else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from rundbord.access.actor import Actor, system_of
from rundbord.access.assurance import reaching_persons
from rundbord.access.session import acting_for
from rundbord.interventions.models import Intervention, InterventionEnd, PlannedStep, StepTaken
from rundbord.interventions.vocabulary import InterventionKind
from tests.factories.situations import ActorOf, Vestegnen
from tests.interventions.stories import started, taken

TALK = InterventionKind.CONCERN_TALK


def _sees(actor: Actor, intervention: Intervention) -> tuple[bool, bool]:
    with acting_for(actor):
        return (
            Intervention.objects.filter(pk=intervention.pk).exists(),
            StepTaken.objects.filter(intervention_id=intervention.pk).exists(),
        )


@pytest.fixture
def talk(vestegnen: Vestegnen, actor_of: ActorOf) -> Intervention:
    """A concern talk of Gladsaxe to which the family is invited."""
    by = actor_of(vestegnen.coordinator)
    intervention = started(by, TALK)
    taken(intervention, by, ("invite", "invited"))
    return intervention


@pytest.mark.parametrize("who", ["coordinator", "leader"])
def test_the_unit_and_its_leader_see_it(who: str, talk: Intervention, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    assert _sees(actor_of(getattr(vestegnen, who)), talk) == (True, True)


@pytest.mark.parametrize(
    "who", ["officer", "herlev_case_worker", "street_worker", "dpo", "administrator", "secretary", "outsider"]
)
def test_nobody_else_sees_it(who: str, talk: Intervention, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    assert _sees(actor_of(getattr(vestegnen, who)), talk) == (False, False)


def test_without_a_second_factor_nothing_is_seen(talk: Intervention, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.coordinator)

    assert _sees(replace(by, permissions=by.permissions - reaching_persons(by.permissions)), talk) == (False, False)


def test_the_night_sees_those_of_its_authority(talk: Intervention, vestegnen: Vestegnen) -> None:
    assert _sees(system_of(vestegnen.gladsaxe.pk), talk) == (True, True)
    assert _sees(system_of(vestegnen.herlev.pk), talk) == (False, False)


def test_what_was_done_is_neither_rewritten_nor_deleted(
    talk: Intervention, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    by = actor_of(vestegnen.coordinator)

    for act in (
        lambda: StepTaken.objects.filter(intervention=talk).update(outcome="refused"),
        lambda: StepTaken.objects.filter(intervention=talk).update(words=b""),
        lambda: StepTaken.objects.filter(intervention=talk).delete(),
        lambda: Intervention.objects.filter(pk=talk.pk).update(person_id=talk.pk),
        lambda: Intervention.objects.filter(pk=talk.pk).update(kind="mentor"),
    ):
        with acting_for(by), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            act()


@pytest.mark.parametrize("model", [PlannedStep, InterventionEnd, StepTaken])
def test_nobody_adds_to_an_intervention_that_they_do_not_see(
    model: Any, talk: Intervention, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    by, now = actor_of(vestegnen.herlev_case_worker), timezone.now()
    told: dict[str, Any] = {
        PlannedStep: {"step": "talk", "planned_for": now, "planned_at": now, "planned_by": by.user_id},
        InterventionEnd: {"ending": "moved", "reason": b"-", "ended_at": now, "ended_by": by.user_id},
        StepTaken: {
            **{"step": "talk", "outcome": "held", "held_at": now, "counts_from": now},
            **{"taken_at": now, "taken_by": by.user_id},
        },
    }[model]

    with (
        acting_for(by),
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
    ):
        model.objects.create(authority_id=by.authority_id, person_id=talk.person_id, intervention=talk, **told)
