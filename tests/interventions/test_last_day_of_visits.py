"""A joint visit is deleted on the day that was set when it was asked for; both sides' own rows let go of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from rundbord.access.actor import Actor, system_of
from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.interventions import actions
from rundbord.interventions.models import Intervention, JointAnswer, JointVisit, StepTaken
from rundbord.interventions.rules.joint import WEIGHED
from rundbord.interventions.vocabulary import InterventionKind, JointWord
from tests.database import as_owner
from tests.factories.situations import ActorOf, Vestegnen
from tests.interventions.stories import fresh, started, taken

KNOCK = InterventionKind.KNOCK_KNOCK


@pytest.fixture
def ssp(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """SSP Gladsaxe, who asks."""
    return actor_of(vestegnen.coordinator)


@pytest.fixture
def police(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """The local police, who are asked."""
    return actor_of(vestegnen.officer)


def _decided(by: Actor) -> Intervention:
    intervention = started(by, KNOCK)
    taken(intervention, by, ("nominate", "nominated"), ("decide", "go"))
    return fresh(intervention, by)


@pytest.fixture
def both(ssp: Actor, police: Actor, vestegnen: Vestegnen) -> tuple[Intervention, Intervention]:
    """Both sides' own interventions, tied to one visit on which both have said go."""
    ours, theirs = _decided(ssp), _decided(police)
    with acting_for(ssp):
        visit = actions.ask_for_joint_visit(ours, unit=vestegnen.local_police, area=None, weighed=list(WEIGHED), by=ssp)
    with acting_for(police):
        actions.answer_joint_visit(visit, word=JointWord.GO.value, weighed=list(WEIGHED), by=police)
        actions.join_joint_visit(visit, theirs, by=police)
    return fresh(ours, ssp), fresh(theirs, police)


def _its_day_passes(visit: JointVisit | None) -> None:
    assert visit is not None
    with as_owner():
        JointVisit.objects.filter(pk=visit.pk).update(delete_on=timezone.localdate() - timedelta(days=1))


def _night_of(authority_id: object) -> int:
    night = system_of(authority_id)  # type: ignore[arg-type]
    with acting_for(night):
        return actions.delete_joint_visits(by=night)


def test_its_last_day_is_set_when_it_is_asked_for(both: tuple[Intervention, Intervention]) -> None:
    visit = both[0].joint_visit

    assert visit is not None
    assert visit.delete_on == timezone.localdate() + timedelta(days=365)


def test_the_night_of_whoever_asked_deletes_it_and_both_let_go(  # noqa: PLR0917 - pytest gives fixtures by name
    both: tuple[Intervention, Intervention], ssp: Actor, police: Actor, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    ours, theirs = both
    assert _night_of(vestegnen.gladsaxe.pk) == 0
    _its_day_passes(ours.joint_visit)

    assert _night_of(vestegnen.police.pk) == 0
    assert _night_of(vestegnen.gladsaxe.pk) == 1

    with as_owner():
        assert (JointVisit.objects.count(), JointAnswer.objects.count()) == (0, 0)
    for own, by in ((ours, ssp), (theirs, police)):
        assert fresh(own, by).joint_visit_id is None
        with acting_for(by):
            assert StepTaken.objects.filter(intervention_id=own.pk).count() == 2
    with acting_for(actor_of(vestegnen.dpo)):
        assert len(own_entries(event=Event.JOINT_VISIT_DELETED)) == 1


def test_nobody_deletes_one_by_day(both: tuple[Intervention, Intervention], ssp: Actor, police: Actor) -> None:
    visit = both[0].joint_visit
    _its_day_passes(visit)
    assert visit is not None

    for by in (ssp, police):
        with acting_for(by):
            assert JointVisit.objects.filter(pk=visit.pk).delete()[0] == 0
        with acting_for(by), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            JointVisit.objects.filter(pk=visit.pk).update(delete_on=timezone.localdate())
