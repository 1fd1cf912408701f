"""A parent's protected address: no letter is sent, and none is made; talks and visits go on."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.concerns.models import CustodyHolder, YoungPerson
from rundbord.interventions.vocabulary import InterventionKind
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key
from tests.concerns.files import file_on
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.interventions.stories import fresh, looked_into, started, taken

LETTER, TALK, VISIT = InterventionKind.CONCERN_LETTER, InterventionKind.CONCERN_TALK, InterventionKind.HOME_VISIT


@pytest.fixture
def by(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """The coordinator of SSP Gladsaxe."""
    return actor_of(vestegnen.coordinator)


@pytest.fixture
def browser(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    """The coordinator's browser."""
    return client_of(vestegnen.coordinator)


def _child_of(by: Actor, *, is_protected: bool) -> YoungPerson:
    person = file_on(by)
    looked_into(person, by)
    with acting_for(by):
        holder = CustodyHolder(
            authority_id=by.authority_id,
            person=person,
            has_protected_address=is_protected,
            written_at=timezone.now(),
        )
        holder.name = open_key(person.data_key_id).seal("Test Testesen", at=place_of(holder, "name"))
        holder.save(force_insert=True)
    return person


@pytest.mark.parametrize("is_protected", [True, False])
def test_a_letter_is_not_sent_and_a_visit_takes_place(*, is_protected: bool, by: Actor) -> None:
    person = _child_of(by, is_protected=is_protected)
    letter, visit = started(by, LETTER, person=person), started(by, VISIT, person=person)
    taken(letter, by, ("write", "written"))

    taken(visit, by, ("assess", "go"), ("visit", "met"))

    if is_protected:
        with pytest.raises(Refused, match="forælders adresse er beskyttet"):
            taken(letter, by, ("send", "sent"))
    else:
        taken(letter, by, ("send", "sent"))
        assert fresh(letter, by).next_step == "answer"


def test_a_parent_who_has_it_no_more_stops_nothing(by: Actor) -> None:
    person = _child_of(by, is_protected=True)
    with acting_for(by):
        CustodyHolder.objects.filter(person=person).update(removed_at=timezone.now())
    letter = started(by, LETTER, person=person)

    taken(letter, by, ("write", "written"), ("send", "sent"))

    assert fresh(letter, by).next_step == "answer"


def test_the_page_tells_it_and_makes_no_letter(by: Actor, browser: Client) -> None:
    letter = started(by, LETTER, person=_child_of(by, is_protected=True))
    written = taken(letter, by, ("write", "written"))
    address = reverse("interventions:show_intervention", args=[letter.pk])

    answer = browser.post(reverse("interventions:print_step", args=[written.pk]))

    assert answer["Location"] == address
    assert "En forælders adresse er beskyttet" in browser.get(address).content.decode()


def test_a_letter_is_made_where_nobody_is_protected(by: Actor, browser: Client) -> None:
    letter = started(by, LETTER, person=_child_of(by, is_protected=False))
    written = taken(letter, by, ("write", "written"))

    assert browser.post(reverse("interventions:print_step", args=[written.pk]))["Content-Type"] == "application/pdf"


@pytest.mark.parametrize(("manner", "stands"), [("hand", True), ("letter", False), ("digital_post", False)])
def test_the_summary_is_handed_over_and_not_posted(manner: str, *, stands: bool, by: Actor) -> None:
    talk = started(by, TALK, person=_child_of(by, is_protected=True))
    taken(talk, by, ("invite", "invited"), ("talk", "held"))

    if stands:
        taken(talk, by, ("summary", "handed"), manner=manner)
        assert fresh(talk, by).next_step == "follow_up"
    else:
        with pytest.raises(Refused, match="sendes intet brev"):
            taken(talk, by, ("summary", "handed"), manner=manner)


def test_it_is_noted_on_the_file_and_kept_when_the_file_is_put_right(by: Actor, browser: Client) -> None:
    person = file_on(by)
    address = f"/unge/{person.pk}/hvem/"
    given = {"name": "Ung Eksempel", "custody_1": "Test Testesen", "custody_1_protected": "on"}

    browser.post(address, given)
    form = browser.get(address).context["form"]

    assert form.initial["custody_1_protected"] is True
    with acting_for(by):
        [holder] = CustodyHolder.objects.filter(person=person, removed_at=None)
        assert holder.has_protected_address
    assert "Beskyttet adresse" in browser.get(f"/unge/{person.pk}/").content.decode()
