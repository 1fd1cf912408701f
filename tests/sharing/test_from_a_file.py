"""From a file to a question without a name, and to a round: what the own authority sees, and what the others do not."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.concerns import actions
from rundbord.concerns.models import Concern, PutBeforeName, YoungPerson
from rundbord.concerns.queries.questions import questions_of
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key
from rundbord.sharing.actions import NominationTerms, decide_threshold
from rundbord.sharing.models import CommonKnowledge, Nomination, ThresholdQuestion
from rundbord.sharing.rules.threshold import Stance, Upshot
from rundbord.sharing.rules.who_else import NominationKind
from rundbord.sharing.vocabulary import DisclosurePurpose
from tests.concerns.files import file_on
from tests.database import as_owner
from tests.factories import rows
from tests.factories.questions import answered, terms
from tests.factories.rounds import ONE, REASON, at_work, closed, followed, nominated, number, opened
from tests.factories.situations import ActorOf, ClientOf, Vestegnen

CHOSEN = {"signs": ["group"], "tried": ["talk"], "wish": "together", "words": ""}


@pytest.fixture(autouse=True)
def _at_work(vestegnen: Vestegnen) -> None:
    at_work(vestegnen)


def _with_number(person: YoungPerson, cpr: str = ONE) -> YoungPerson:
    """Let a file hold its number, sealed."""
    with as_owner():
        key = open_key(person.data_key_id)
        person.cpr = key.seal(number(cpr).digits, at=place_of(person, "cpr"))
        person.save(update_fields=["cpr"])
    return person


def _terms(**changed: Any) -> NominationTerms:
    return NominationTerms(
        **{
            "kind": NominationKind.KNOWN,
            "purpose": DisclosurePurpose.CRIME_PREVENTION,
            "reason": REASON,
            **changed,
        }
    )


def test_a_question_is_asked_from_a_file_and_leads_back_for_the_own_unit_alone(
    vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    by = actor_of(vestegnen.coordinator)
    person = file_on(by)
    client, officer = client_of(vestegnen.coordinator), client_of(vestegnen.officer)
    chosen = {
        **CHOSEN,
        "age_band": "15_17",
        "where": str(vestegnen.gladsaxe.pk),
        "units": [str(vestegnen.local_police.pk)],
    }

    page = client.post(f"/unge/{person.pk}/droeft-uden-navn/", chosen)["Location"]

    assert client.get(f"{page}sag/")["Location"] == f"/unge/{person.pk}/"
    assert page in client.get(f"/unge/{person.pk}/").content.decode()
    assert officer.get(page).status_code == 200
    assert str(person.pk) not in officer.get(page).content.decode()
    assert officer.get(f"{page}sag/").status_code == 404
    with acting_for(by):
        assert Event.PUT_BEFORE_NAME in [entry.event for entry in own_entries()]


@pytest.mark.parametrize("who", ["officer", "herlev_case_worker", "leader", "dpo"])
def test_nobody_else_asks_about_the_file(
    who: str, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    person = file_on(actor_of(vestegnen.coordinator))

    for address in (f"/unge/{person.pk}/droeft-uden-navn/", f"/unge/{person.pk}/kender-i/"):
        assert client_of(getattr(vestegnen, who)).get(address).status_code in {403, 404}


def test_a_question_taken_up_hands_on_to_those_who_would(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.coordinator)
    person = file_on(by)
    asked_of = (vestegnen.local_police, vestegnen.herlev_ssp)
    with acting_for(by):
        question_id = actions.put_before_name(person, terms(*asked_of, municipality=vestegnen.gladsaxe), by=by)
        question = ThresholdQuestion.objects.get(pk=question_id)
    answered(question, actor_of(vestegnen.officer), Stance.TAKE_UP)
    answered(question, actor_of(vestegnen.herlev_case_worker), Stance.NOT_US)

    with acting_for(by):
        decide_threshold(question, Upshot.TAKEN_UP, by=by)
        [line] = questions_of(person, by)

    assert (line.is_taken_up, line.onward) == (True, f"?enhed={vestegnen.local_police.pk}")


def test_the_link_is_not_forged_for_a_file_out_of_reach(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    person = file_on(actor_of(vestegnen.coordinator))
    street = actor_of(rows.user(vestegnen.gladsaxe_street, Role.CASE_WORKER))

    with acting_for(street), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        PutBeforeName.objects.create(
            authority_id=street.authority_id,
            person_id=person.pk,
            question_id=person.pk,
            put_at=timezone.now(),
            put_by=street.user_id,
            put_label="Gade",
        )


def test_a_file_is_nominated_by_its_own_number_and_both_sides_show_what_was_found(
    vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    by, police = actor_of(vestegnen.coordinator), actor_of(vestegnen.officer)
    meeting = opened(by)
    ours = _with_number(followed(by))
    nominated(police, meeting)
    client = client_of(vestegnen.coordinator)
    given = {"round_id": str(meeting.pk), "kind": "known", "purpose": "crime_prevention", "reason": REASON}

    assert client.post(f"/unge/{ours.pk}/kender-i/", given).status_code == 302
    assert "Indmeldt" in client.get(f"/unge/{ours.pk}/").content.decode()
    closed(meeting, vestegnen)

    shown = client.get(f"/unge/{ours.pk}/").content.decode()
    assert "Lokalpolitiet" in shown
    assert "Følger også den unge" in shown
    told = client.get(f"/kendskab/{meeting.pk}/").content.decode()
    assert "Lokalpolitiet" in told
    with acting_for(by):
        assert Event.COMMON_KNOWLEDGE_READ in [entry.event for entry in own_entries()]


def test_nothing_typed_is_lost_and_no_words_are_shown_elsewhere(
    vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    by = actor_of(vestegnen.coordinator)
    meeting, person = opened(by), _with_number(followed(by, opened_at=timezone.now()))
    given = {"round_id": str(meeting.pk), "kind": "known", "purpose": "crime_prevention", "reason": REASON}

    response = client_of(vestegnen.coordinator).post(f"/unge/{person.pk}/kender-i/", given)

    assert "for ny" in response.content.decode()
    assert response.context["form"]["reason"].value() == REASON
    with as_owner():
        assert not Nomination.objects.exists()


def test_a_file_without_number_or_without_open_concern_is_refused(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.coordinator)
    meeting, bare, over = opened(by), followed(by, cpr_index=None), _with_number(followed(by))
    with as_owner():
        Concern.objects.filter(person=over).update(closed_at=timezone.now())

    for person, says in ((bare, "CPR-nummer"), (over, "ingen åben bekymring")):
        with acting_for(by), pytest.raises(Refused, match=says):
            actions.nominate_file(person, _terms(), round_id=meeting.pk, by=by)


def test_a_file_that_is_gone_takes_what_was_found_with_it(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by, police = actor_of(vestegnen.coordinator), actor_of(vestegnen.officer)
    meeting = opened(by)
    nominated(by, meeting)
    theirs = nominated(police, meeting)
    closed(meeting, vestegnen)
    with as_owner():
        YoungPerson.objects.filter(pk=theirs.about_id).update(unit_id=vestegnen.local_police.pk, is_narrow=True)
        YoungPerson.objects.filter(pk=theirs.about_id).update(lead_id=by.user_id)

    with acting_for(police):
        assert not CommonKnowledge.objects.exists()
    with acting_for(by):
        assert CommonKnowledge.objects.count() == 1


def test_without_an_open_round_the_page_says_what_to_do(
    vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    person = _with_number(followed(actor_of(vestegnen.coordinator), opened_at=timezone.now() - timedelta(days=3)))

    shown = client_of(vestegnen.coordinator).get(f"/unge/{person.pk}/kender-i/").content.decode()

    assert "Ingen runde er åben" in shown


def test_the_round_is_offered_by_the_danish_clock_and_found_from_the_list(
    vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    by = actor_of(vestegnen.coordinator)
    meeting, person = opened(by), followed(by)
    client = client_of(vestegnen.coordinator)

    offered = client.get(f"/unge/{person.pk}/kender-i/").content.decode()
    listed = client.get("/unge/").content.decode()

    assert f"{timezone.localtime(meeting.closes_at):%H.%M})" in offered
    assert 'href="/kendskab/"' in listed
    assert 'href="/droeftelser/"' in listed
