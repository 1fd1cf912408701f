"""Cases in the individual part: each authority's own rows, the name by disclosure alone, and fixed words afterwards."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.concerns.actions import disclose_facts
from rundbord.concerns.models import Concern, Fact, YoungPerson
from rundbord.concerns.queries.proposals import Wish
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key
from rundbord.meetingcases import actions
from rundbord.meetingcases.models import MeetingCase
from rundbord.meetingcases.rules import Outcome
from rundbord.meetingcases.vocabulary import CaseDecision
from rundbord.sharing.queries import received_page
from rundbord.sharing.vocabulary import DisclosurePurpose, LegalBasis
from tests.concerns.files import NAME, fact_about, file_on
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.handover.meetings import Room, room
from tests.logs import logged
from tests.queries import own_queries
from tests.sharing.telling import WHY


@pytest.fixture
def meeting(vestegnen: Vestegnen, actor_of: ActorOf) -> Room:
    return room(vestegnen, actor_of)


@pytest.fixture
def person(meeting: Room) -> YoungPerson:
    """Somebody whom SSP Gladsaxe follows."""
    file = file_on(meeting.gladsaxe)
    with acting_for(meeting.gladsaxe):
        born = open_key(file.data_key_id).seal("2011-01-01", at=place_of(file, "born_on"))
        YoungPerson.objects.filter(pk=file.pk).update(born_on=born, birth_year=2011)
        file.refresh_from_db()
        fact_about(file, meeting.gladsaxe, words="Går ikke længere til fodbold om torsdagen.")
    return file


@pytest.fixture
def case(meeting: Room, person: YoungPerson) -> MeetingCase:
    with acting_for(meeting.gladsaxe):
        return actions.put_file(meeting.meeting, person, by=meeting.gladsaxe)


def _tell_police(meeting: Room, person: YoungPerson) -> None:
    with acting_for(meeting.gladsaxe):
        fact = Fact.objects.filter(person=person).latest("written_at")
        wish = Wish(
            purpose=DisclosurePurpose.CRIME_PREVENTION,
            necessity=WHY,
            basis=LegalBasis.SSP,
            facts=frozenset({str(fact.pk)}),
            units=frozenset({str(meeting.police.unit_id)}),
        )
        disclose_facts(person, wish, by=meeting.gladsaxe)


def _copy(actor: Actor) -> UUID:
    with acting_for(actor):
        [copy] = received_page(actor)[0].rows
    return copy.pk


def _outcome(*present: UUID | None, **fields: object) -> Outcome:
    units = [unit for unit in present if unit is not None]
    told: dict[str, object] = {
        "decision": CaseDecision.TALK,
        "responsible": units[0],
        "due_on": timezone.localdate() + timedelta(days=7),
        "present": units,
        **fields,
    }
    return Outcome(**told)  # type: ignore[arg-type]


def _page(of: Room) -> str:
    return f"/moeder/{of.meeting.pk}/sager/"


@pytest.mark.parametrize("who", ["police", "herlev"])
def test_nobody_else_sees_that_a_case_is_there(who: str, meeting: Room, case: MeetingCase) -> None:
    with acting_for(getattr(meeting, who)):
        assert not MeetingCase.objects.exists()


def test_a_file_is_brought_once_and_taken_off_again(meeting: Room, person: YoungPerson, case: MeetingCase) -> None:
    with acting_for(meeting.gladsaxe):
        assert actions.put_file(meeting.meeting, person, by=meeting.gladsaxe).pk == case.pk
        actions.take_off(case, by=meeting.gladsaxe)
        assert not MeetingCase.objects.exists()


def test_a_unit_that_leaves_the_room_brings_nothing(meeting: Room) -> None:
    file = file_on(meeting.herlev)

    with acting_for(meeting.herlev), pytest.raises(DatabaseError), transaction.atomic():
        actions.put_file(meeting.meeting, file, by=meeting.herlev)


def test_a_file_out_of_reach_is_brought_by_nobody(meeting: Room, person: YoungPerson) -> None:
    with acting_for(meeting.police), pytest.raises(DatabaseError), transaction.atomic():
        actions.put_file(meeting.meeting, person, by=meeting.police)


def test_who_has_not_been_told_was_not_in_the_room(meeting: Room, person: YoungPerson, case: MeetingCase) -> None:
    both = _outcome(meeting.gladsaxe.unit_id, meeting.police.unit_id)
    with acting_for(meeting.gladsaxe), pytest.raises(Refused, match="har ikke fået sagen"):
        actions.decide_case(case, both, by=meeting.gladsaxe)
    _tell_police(meeting, person)

    with acting_for(meeting.gladsaxe):
        decided = actions.decide_case(case, both, by=meeting.gladsaxe)

    assert decided.basis == LegalBasis.SSP
    assert logged(Event.MEETING_CASE_DECIDED, about=case) == 1


def test_a_decision_of_the_own_unit_is_what_the_file_waits_for(
    meeting: Room, person: YoungPerson, case: MeetingCase
) -> None:
    _tell_police(meeting, person)
    with acting_for(meeting.gladsaxe):
        outcome = _outcome(meeting.gladsaxe.unit_id, meeting.police.unit_id)
        actions.decide_case(case, outcome, by=meeting.gladsaxe)
        concern = Concern.objects.get(person=person)
        with pytest.raises(Refused, match="allerede noteret"):
            actions.decide_case(case, outcome, by=meeting.gladsaxe)
        with pytest.raises(Refused, match="bliver stående"):
            actions.take_off(MeetingCase.objects.get(), by=meeting.gladsaxe)

    assert (concern.next_step, concern.next_on) == ("Bekymringssamtale", outcome.due_on)


def test_a_decision_of_another_unit_leaves_the_own_file_as_it_is(
    meeting: Room, person: YoungPerson, case: MeetingCase
) -> None:
    _tell_police(meeting, person)
    with acting_for(meeting.gladsaxe):
        before = Concern.objects.get(person=person).next_step
        outcome = _outcome(meeting.gladsaxe.unit_id, meeting.police.unit_id, responsible=meeting.police.unit_id)
        actions.decide_case(case, outcome, by=meeting.gladsaxe)

        assert Concern.objects.get(person=person).next_step == before


def test_the_recipient_keeps_a_row_of_its_own(meeting: Room, person: YoungPerson) -> None:
    _tell_police(meeting, person)
    received = _copy(meeting.police)

    with acting_for(meeting.police):
        own = actions.put_copy(meeting.meeting, received, by=meeting.police)
        actions.decide_case(own, _outcome(meeting.police.unit_id, meeting.gladsaxe.unit_id), by=meeting.police)

    with acting_for(meeting.gladsaxe):
        assert not MeetingCase.objects.exists()
    with acting_for(meeting.police):
        assert MeetingCase.objects.get().basis == LegalBasis.SSP


def test_from_the_page_of_the_meeting_to_a_decision_on_the_file(
    meeting: Room, person: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    browser = client_of(vestegnen.coordinator)
    assert NAME in browser.get(_page(meeting)).content.decode()
    browser.post(_page(meeting), {"person": str(person.pk)})
    with acting_for(meeting.gladsaxe):
        case = MeetingCase.objects.get()
    address = f"/moeder/sager/{case.pk}/"
    before = browser.get(address).content.decode()
    assert "Skal forlade rummet" in before
    assert f"giv-videre/?enhed={meeting.police.unit_id}" in before
    _tell_police(meeting, person)

    given = {
        "present": [str(meeting.gladsaxe.unit_id), str(meeting.police.unit_id)],
        "decision": "talk",
        "responsible": str(meeting.gladsaxe.unit_id),
        "due_on": (timezone.localdate() + timedelta(days=7)).isoformat(),
    }
    assert browser.post(address, given).headers["Location"] == _page(meeting)

    shown = browser.get(f"/unge/{person.pk}/").content.decode()
    assert "Beslutninger fra møder" in shown
    assert "Overlevering mandag" in shown


def test_what_others_told_is_offered_and_their_name_stands_nowhere_else(
    meeting: Room, person: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    browser = client_of(vestegnen.officer)
    assert NAME not in browser.get(_page(meeting)).content.decode()
    _tell_police(meeting, person)

    assert NAME in browser.get(_page(meeting)).content.decode()
    received = _copy(meeting.police)
    browser.post(f"{_page(meeting)}modtaget/{received}/")

    with acting_for(meeting.police):
        assert MeetingCase.objects.get().received_id == received


def test_a_refused_outcome_keeps_what_was_chosen(
    meeting: Room, case: MeetingCase, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    browser: Client = client_of(vestegnen.coordinator)

    shown = browser.post(
        f"/moeder/sager/{case.pk}/",
        {"present": [str(meeting.gladsaxe.unit_id)], "decision": "talk", "due_on": "2020-01-01"},
    ).content.decode()

    assert "Ingen andre var med" in shown
    assert "højst tre måneder frem" in shown
    assert 'value="2020-01-01"' in shown


@pytest.mark.parametrize("who", ["herlev_case_worker", "outsider", "officer"])
def test_another_units_case_is_no_page(who: str, case: MeetingCase, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    other = client_of(getattr(vestegnen, who))

    assert other.get(f"/moeder/sager/{case.pk}/").status_code == 404
    assert other.post(f"/moeder/sager/{case.pk}/fjern/").status_code == 404


def test_the_page_of_the_meeting_is_none_for_whoever_leaves_the_room(
    meeting: Room, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    assert client_of(vestegnen.herlev_case_worker).get(_page(meeting)).status_code == 404


def test_more_cases_cost_no_more_queries(
    meeting: Room, case: MeetingCase, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    browser = client_of(vestegnen.coordinator)
    browser.get(_page(meeting))
    with own_queries() as of_one:
        browser.get(_page(meeting))
    for _ in range(3):
        another = file_on(meeting.gladsaxe)
        with acting_for(meeting.gladsaxe):
            actions.put_file(meeting.meeting, another, by=meeting.gladsaxe)

    with own_queries() as of_four:
        browser.get(_page(meeting))

    assert len(of_four) == len(of_one) <= 24
