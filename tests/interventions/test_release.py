"""A release in a file: begun, with its group, its day, a day that moves, and what is due in the common list."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.interventions import actions, queries
from rundbord.interventions.models import Intervention
from rundbord.interventions.rules.taking import Attempted, Value
from rundbord.interventions.vocabulary import InterventionKind
from rundbord.partnership.rules.danish_days import danish_day
from tests.concerns.files import file_on
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.interventions.stories import fresh, started, values_of


@pytest.fixture
def by(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """A coordinator in Gladsaxe."""
    return actor_of(vestegnen.coordinator)


def _note(release: Intervention, by: Actor, key: str, *, outcome: str = "", **values: str) -> None:
    with acting_for(by):
        standing = queries.intervention_of(release.pk)
        step = queries.step_of(standing, key)
        given: dict[str, Value] = {**values_of(step), **values}
        note = Attempted(outcome=outcome or step.outcomes[0].key, values=given, held_at=timezone.now())
        actions.take_step(standing, step, note, sent=actions.Sent(id=uuid4()), by=by)


def _due(release: Intervention, by: Actor) -> date:
    due_at = fresh(release, by).due_at
    assert due_at is not None
    return danish_day(due_at)


def test_a_moved_day_moves_what_is_due_in_the_list(by: Actor, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    release, today = started(by, InterventionKind.RELEASE), timezone.localdate()
    _note(release, by, "intake", group="convicted", way="ksp")
    _note(release, by, "release_date", release_on=(today + timedelta(days=200)).isoformat())
    for key in ("plan", "municipality", "housing", "meeting"):
        _note(release, by, key)
    assert _due(release, by) == today + timedelta(days=200)

    _note(release, by, "release_date", release_on=(today + timedelta(days=150)).isoformat())

    assert _due(release, by) == today + timedelta(days=150)
    assert fresh(release, by).next_step == "day"
    page = client_of(vestegnen.coordinator).get(reverse("interventions:show_intervention", args=[release.pk]))
    assert "Er det flyttet? Notér igen" in page.content.decode()


def test_ordinary_remand_by_ksp_is_refused_with_the_ways_that_are_open(by: Actor) -> None:
    release = started(by, InterventionKind.RELEASE)

    with pytest.raises(Refused) as refused:
        _note(release, by, "intake", group="ordinary_remand", way="ksp")
    _note(release, by, "intake", group="ordinary_remand", way="consent")

    assert "samtykke" in refused.value.reasons["way"][0]
    assert fresh(release, by).next_step == "release_date"


def test_a_meeting_for_which_there_is_no_time_is_noted_though_nobody_may_be_met_yet(by: Actor) -> None:
    release = started(by, InterventionKind.RELEASE, person=file_on(by))
    _note(release, by, "intake", group="convicted", way="ksp")
    _note(release, by, "release_date", release_on=timezone.localdate().isoformat())
    for key in ("plan", "municipality", "housing"):
        _note(release, by, key)

    with pytest.raises(Refused):
        _note(release, by, "meeting")
    _note(release, by, "meeting", outcome="too_short")

    assert fresh(release, by).next_step == "day"
