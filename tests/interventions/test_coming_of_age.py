"""Somebody turns eighteen on the way: what is for children goes no further, and what is for everybody does."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.concerns.models import YoungPerson
from rundbord.interventions import actions, queries
from rundbord.interventions.vocabulary import Ending, InterventionKind
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key
from rundbord.sharing.rules.ages import birthday
from tests.concerns.files import file_on
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.interventions.stories import fresh, looked_into, started, taken

VISIT, TALK = InterventionKind.HOME_VISIT, InterventionKind.CONCERN_TALK


@pytest.fixture
def by(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """The coordinator of SSP Gladsaxe."""
    return actor_of(vestegnen.coordinator)


@pytest.fixture
def browser(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    """The coordinator's browser."""
    return client_of(vestegnen.coordinator)


def _seventeen(by: Actor) -> YoungPerson:
    person = file_on(by)
    looked_into(person, by)
    _born(person, by, timezone.localdate() - timedelta(days=17 * 365))
    return person


def _born(person: YoungPerson, by: Actor, day: date) -> None:
    with acting_for(by):
        person.born_on = open_key(person.data_key_id).seal(day.isoformat(), at=place_of(person, "born_on"))
        person.birth_year = day.year
        person.save(update_fields=["born_on", "birth_year"])


def _eighteen_today(person: YoungPerson, by: Actor) -> None:
    day = timezone.localdate()
    born_on = date(day.year - 18, day.month, min(day.day, 28))
    assert birthday(born_on, age=18) <= day
    _born(person, by, born_on)


def test_a_visit_goes_on_at_seventeen_and_stops_at_eighteen(by: Actor) -> None:
    person = _seventeen(by)
    intervention = started(by, VISIT, person=person)
    taken(intervention, by, ("assess", "go"))

    _eighteen_today(person, by)

    for outcome in ("met", "nobody_home"):
        with pytest.raises(Refused, match="fyldt 18 år"):
            taken(intervention, by, ("visit", outcome))
    assert fresh(intervention, by).next_step == "visit"


def test_it_can_be_ended_by_its_own_step_and_by_hand(by: Actor) -> None:
    person, other = _seventeen(by), _seventeen(by)
    by_step, by_hand = (started(by, VISIT, person=each) for each in (person, other))
    for each, file in ((by_step, person), (by_hand, other)):
        taken(each, by, ("assess", "go"))
        _eighteen_today(file, by)

    taken(by_step, by, ("visit", "given_up"))
    with acting_for(by):
        actions.end_intervention(by_hand, ending=Ending.ADULT, reason="Er fyldt 18.", by=by)

    assert fresh(by_step, by).ending == Ending.NO_CONTACT
    assert fresh(by_hand, by).ending == Ending.ADULT


def test_no_time_is_planned_for_it_either(by: Actor) -> None:
    person = _seventeen(by)
    intervention = started(by, VISIT, person=person)
    taken(intervention, by, ("assess", "go"))
    _eighteen_today(person, by)
    tomorrow = timezone.now() + timedelta(days=1)

    step = queries.step_of(intervention, "visit")
    with acting_for(by), pytest.raises(Refused, match="fyldt 18 år"):
        actions.plan_step(fresh(intervention, by), step, planned_for=tomorrow, place="", by=by)


def test_a_talk_is_for_everybody_and_goes_on(by: Actor) -> None:
    person = _seventeen(by)
    intervention = started(by, TALK, person=person)
    _eighteen_today(person, by)

    taken(intervention, by, ("invite", "invited"))

    assert fresh(intervention, by).next_step == "talk"


def test_the_page_says_it_before_anybody_fills_in_a_form(by: Actor, browser: Client) -> None:
    person = _seventeen(by)
    intervention = started(by, VISIT, person=person)
    address = reverse("interventions:show_intervention", args=[intervention.pk])
    assert "fyldt 18 år" not in browser.get(address).content.decode()

    _eighteen_today(person, by)

    assert "Hjemmebesøg gælder kun under 18" in browser.get(address).content.decode()
