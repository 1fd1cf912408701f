"""Whoever began an intervention is reminded before a statutory end, and once after any."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rundbord.access.actor import Actor, system_of
from rundbord.access.session import acting_for
from rundbord.interventions import actions, queries
from rundbord.interventions.models import Intervention
from rundbord.interventions.vocabulary import InterventionKind
from rundbord.notices.models import Notice
from tests.database import as_owner
from tests.factories.situations import ActorOf, Vestegnen
from tests.interventions.stories import attempted, started


@pytest.fixture
def by(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """The coordinator of SSP Gladsaxe."""
    return actor_of(vestegnen.coordinator)


@pytest.fixture
def night(vestegnen: Vestegnen) -> Actor:
    """The worker, acting for Gladsaxe at its table."""
    return system_of(vestegnen.gladsaxe.pk, partnership_id=vestegnen.partnership.pk)


@pytest.mark.parametrize(("days_ago", "told"), [(2, 0), (3, 1), (4, 0), (5, 1), (6, 1), (7, 0)])
def test_the_council_is_reminded_of_before_its_seventh_day(days_ago: int, told: int, by: Actor, night: Actor) -> None:
    intervention = started(by, InterventionKind.NETWORK_COUNCIL)
    received_on = (timezone.localdate() - timedelta(days=days_ago)).isoformat()
    with acting_for(by):
        step = queries.step_of(intervention, "received")
        note = attempted(step, "first", received_on=received_on)
        actions.take_step(intervention, step, note, sent=actions.Sent(id=intervention.pk), by=by)

    with acting_for(night):
        assert actions.remind_of_clocks(by=night) == told
    with as_owner():
        assert Notice.objects.filter(kind="intervention_due", user_id=by.user_id).count() == told


def test_what_was_due_yesterday_is_told_once(by: Actor, night: Actor) -> None:
    intervention = started(by, InterventionKind.CONCERN_TALK)
    for days_ago, told in ((0, 0), (1, 1), (2, 0)):
        with acting_for(by):
            late = timezone.now() - timedelta(days=days_ago)
            Intervention.objects.filter(pk=intervention.pk).update(due_at=late)
        with acting_for(night):
            assert actions.remind_of_clocks(by=night) == told
