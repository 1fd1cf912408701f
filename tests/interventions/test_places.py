"""A place in an offer: taken with the offer that was accepted, given back when the intervention ends."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor, system_of
from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.concerns.actions import forget_files
from rundbord.interventions import actions, queries
from rundbord.interventions.models import Intervention, Offer, StepTaken
from rundbord.interventions.vocabulary import Ending, InterventionKind
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.interventions.stories import OFFER, WORDS, attempted, fresh, started, taken

MENTOR = InterventionKind.MENTOR


@pytest.fixture
def by(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """The coordinator of SSP Gladsaxe."""
    return actor_of(vestegnen.coordinator)


@pytest.fixture
def offer(by: Actor) -> Offer:
    """An offer of Gladsaxe with four free places."""
    with acting_for(by):
        return actions.add_offer(OFFER, by=by)


def _free(offer: Offer) -> int:
    with as_owner():
        return Offer.objects.get(pk=offer.pk).free


def _match(intervention: Intervention, by: Actor, offer: Offer, *, outcome: str = "matched") -> StepTaken:
    with acting_for(by):
        standing = queries.intervention_of(intervention.pk)
        step = queries.step_of(standing, "match")
        note = attempted(step, outcome)
        return actions.take_step(standing, step, note, sent=actions.Sent(id=uuid4()), place=offer, by=by)


def test_an_offer_that_was_taken_has_one_free_place_less_until_the_end(by: Actor, offer: Offer) -> None:
    intervention = started(by, MENTOR)

    _match(intervention, by, offer)
    assert _free(offer) == 3
    assert fresh(intervention, by).place_id == offer.pk

    with acting_for(by):
        actions.end_intervention(intervention, ending=Ending.MOVED, reason=WORDS, by=by)
    assert _free(offer) == 4
    assert fresh(intervention, by).place_id is None
    with acting_for(by):
        assert [len(own_entries(event=each)) for each in (Event.PLACE_TAKEN, Event.PLACE_GIVEN_BACK)] == [1, 1]


def test_a_course_that_runs_out_gives_it_back_by_itself(by: Actor, offer: Offer) -> None:
    intervention = started(by, MENTOR)
    _match(intervention, by, offer)

    taken(intervention, by, ("agreement", "agreed"), ("meetings", "over"), ("farewell", "held"))

    assert _free(offer) == 4


def test_the_last_place_is_sold_once(by: Actor, offer: Offer) -> None:
    with as_owner():
        Offer.objects.filter(pk=offer.pk).update(free=1)
    first, second = started(by, MENTOR), started(by, MENTOR)

    _match(first, by, offer)
    with pytest.raises(Refused, match="sidste plads"):
        _match(second, by, offer)

    assert _free(offer) == 0
    assert fresh(second, by).next_step == "match"


def test_what_was_declined_takes_no_place(by: Actor, offer: Offer) -> None:
    intervention = started(by, MENTOR)

    with pytest.raises(Refused, match="taget imod"):
        _match(intervention, by, offer, outcome="declined")

    assert _free(offer) == 4


def test_another_municipalitys_place_is_not_taken(by: Actor, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    other = actor_of(vestegnen.herlev_case_worker)
    with acting_for(other):
        theirs = actions.add_offer(OFFER, by=other)

    with pytest.raises(Refused, match="sidste plads"):
        _match(started(by, MENTOR), by, theirs)
    assert _free(theirs) == 4


def test_a_catalogue_that_was_counted_anew_is_never_overfilled(by: Actor, offer: Offer) -> None:
    intervention = started(by, MENTOR)
    _match(intervention, by, offer)
    with as_owner():
        Offer.objects.filter(pk=offer.pk).update(free=10)

    with acting_for(by):
        actions.end_intervention(intervention, ending=Ending.MOVED, reason=WORDS, by=by)

    assert _free(offer) == 10


def test_the_night_frees_what_a_forgotten_file_held(by: Actor, offer: Offer, vestegnen: Vestegnen) -> None:
    intervention = started(by, MENTOR)
    _match(intervention, by, offer)
    night = system_of(vestegnen.gladsaxe.pk, partnership_id=vestegnen.partnership.pk)
    with acting_for(night):
        assert actions.give_back_forgotten_places(by=night) == 0
        type(intervention.person).objects.filter(pk=intervention.person_id).update(
            delete_on=timezone.localdate().replace(year=2020)
        )
        forget_files(by=night)
        assert actions.give_back_forgotten_places(by=night) == 1
        assert actions.give_back_forgotten_places(by=night) == 0

    assert _free(offer) == 4


def test_it_is_chosen_in_the_form_and_shown_on_the_page(
    by: Actor, offer: Offer, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    browser: Client = client_of(vestegnen.coordinator)
    intervention = started(by, MENTOR)
    address = reverse("interventions:take_step", args=[intervention.pk, "match"])
    page = browser.get(address).content.decode()
    assert "Værkstedet (4 af 10 ledige)" in page

    given = {"sent": str(uuid4()), "outcome": "matched", "held_at": f"{timezone.localtime():%Y-%m-%dT%H:%M}"}
    answer = browser.post(address, {**given, "wish": WORDS, "who": "En træner", "place": str(offer.pk)})

    assert "Værkstedet" in browser.get(answer["Location"]).content.decode()
    assert _free(offer) == 3
