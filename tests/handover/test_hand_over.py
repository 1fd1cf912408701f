"""A hand-over meeting: lines without names, a name by an act of its own, and nothing left when the list is closed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from rundbord.access.actor import Actor, system_of
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.handover import actions
from rundbord.handover.models import GivenName, HandOverLine, HandOverList, HandOverReceipt, LineAnswer, LineQuestion
from rundbord.handover.queries.opened import lines_of, questions_to
from rundbord.handover.vocabulary import LineVerdict
from rundbord.keys.core.trouble import KeyTrouble
from rundbord.keys.models import DataKey
from rundbord.keys.queries import open_key
from rundbord.meetings.models import Meeting
from rundbord.sharing.queries import received_content, received_page
from rundbord.sharing.rules.content import Content
from rundbord.sharing.vocabulary import PersonRole
from tests.database import as_owner
from tests.factories.situations import ActorOf, Vestegnen
from tests.handover.meetings import (
    NAME,
    WORDS,
    Room,
    answer,
    clear_elsewhere,
    line_on,
    list_of,
    naming,
    new_line,
    question_about,
    room,
)
from tests.logs import entries_of


@pytest.fixture
def meeting(vestegnen: Vestegnen, actor_of: ActorOf) -> Room:
    return room(vestegnen, actor_of)


@pytest.fixture
def standing(meeting: Room) -> HandOverList:
    return list_of(meeting)


def _left(actor: Actor) -> dict[str, int]:
    models = (HandOverLine, LineQuestion, LineAnswer)
    with acting_for(actor):
        return {model.__name__: model.objects.count() for model in models}


def _received(actor: Actor) -> Content:
    [copy] = received_page(actor)[0].rows
    return received_content(copy.pk, actor).content


def test_the_asked_unit_reads_what_was_seen_and_no_name(meeting: Room, standing: HandOverList) -> None:
    line_on(standing, meeting)

    with acting_for(meeting.gladsaxe):
        [asked] = questions_to(meeting.table.world.gladsaxe_ssp.pk, meeting_id=meeting.meeting.pk)
        assert (asked.words, asked.role, asked.age_band) == (WORDS, "Kun bekymring", "15–17 år")
        assert not HandOverLine.objects.exists()
        assert not HandOverList.objects.exists()
    with acting_for(meeting.police):
        [own] = lines_of(standing)
        assert own.name == NAME
        assert not LineQuestion.objects.exists()


def test_the_row_that_the_asked_unit_has_holds_no_name_under_any_key(meeting: Room, standing: HandOverList) -> None:
    line = line_on(standing, meeting)
    question = question_about(line, meeting)

    with acting_for(meeting.gladsaxe):
        plain = [str(getattr(question, column.attname)) for column in question._meta.concrete_fields]
        assert not any(NAME in text or WORDS in text for text in plain)
        with pytest.raises(KeyTrouble):
            open_key(standing.data_key_id)


@pytest.mark.parametrize("who", ["herlev", "street", "leader_elsewhere"])
def test_nobody_else_sees_that_there_is_anything(
    who: str, meeting: Room, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    answer(line_on(list_of(meeting), meeting), meeting)
    users = {"street": vestegnen.street_worker, "leader_elsewhere": vestegnen.outsider}
    other = meeting.herlev if who == "herlev" else actor_of(users[who])

    assert set(_left(other).values()) == {0}
    with acting_for(other):
        assert not HandOverList.objects.exists()


def test_before_the_day_of_the_meeting_nobody_is_asked(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    tomorrow = room(vestegnen, actor_of, days_ahead=1)
    line_on(list_of(tomorrow), tomorrow)

    assert _left(tomorrow.gladsaxe)["LineQuestion"] == 0


def test_a_list_is_begun_once_and_not_too_early(meeting: Room, standing: HandOverList, vestegnen: Vestegnen) -> None:
    assert list_of(meeting).pk == standing.pk
    with as_owner():
        Meeting.objects.filter(pk=meeting.meeting.pk).update(
            starts_at=timezone.now() + timedelta(days=9), ends_at=timezone.now() + timedelta(days=10)
        )
        HandOverList.objects.all().delete()
        early = Meeting.objects.get(pk=meeting.meeting.pk)
    with acting_for(meeting.police), pytest.raises(Refused, match="7 dage"):
        actions.open_list(early, by=meeting.police)


def test_a_unit_without_the_individual_part_begins_no_list_and_is_asked_nothing(meeting: Room) -> None:
    with acting_for(meeting.herlev), pytest.raises(DatabaseError), transaction.atomic():
        actions.open_list(meeting.meeting, by=meeting.herlev)
    with acting_for(meeting.police), pytest.raises(DatabaseError), transaction.atomic():
        actions.add_line(
            list_of(meeting), new_line(meeting, addressed=meeting.table.world.herlev_ssp), by=meeting.police
        )


def test_the_name_opens_only_after_it_was_taken_up_and_is_then_a_disclosure(
    meeting: Room, standing: HandOverList
) -> None:
    line = line_on(standing, meeting)
    with acting_for(meeting.police), pytest.raises(Refused, match="ikke taget linjen op"):
        actions.give_name(line, naming(), by=meeting.police)
    answer(line, meeting)

    with acting_for(meeting.police):
        actions.give_name(line, naming(), by=meeting.police)
        with pytest.raises(Refused, match="allerede givet"):
            actions.give_name(line, naming(), by=meeting.police)

    with acting_for(meeting.gladsaxe):
        told = _received(meeting.gladsaxe)
        assert told.name == NAME
        assert [each.text for each in told.lines] == [WORDS]
    assert len(entries_of(Event.DISCLOSED, user=meeting.table.world.officer)) == 1


def test_the_rules_of_disclosing_stand_before_the_name(meeting: Room, standing: HandOverList) -> None:
    line = line_on(standing, meeting)
    answer(line, meeting)

    with acting_for(meeting.police), pytest.raises(Refused):
        actions.give_name(line, naming(necessity="Nødvendigt"), by=meeting.police)

    with acting_for(meeting.gladsaxe):
        assert received_page(meeting.gladsaxe)[0].rows == []


def test_a_line_that_is_left_gives_no_name(meeting: Room, standing: HandOverList) -> None:
    line = line_on(standing, meeting)
    answer(line, meeting, LineVerdict.LEFT)

    with acting_for(meeting.police), pytest.raises(Refused, match="ikke taget linjen op"):
        actions.give_name(line, naming(), by=meeting.police)


def test_who_was_wronged_is_not_taken_up(meeting: Room, standing: HandOverList) -> None:
    line = line_on(standing, meeting, role=PersonRole.VICTIM)

    with pytest.raises(Refused, match="forurettede"):
        answer(line, meeting)

    answer(line, meeting, LineVerdict.LEFT)


def test_an_answer_is_given_once(meeting: Room, standing: HandOverList) -> None:
    line = line_on(standing, meeting)
    answer(line, meeting, LineVerdict.LEFT)

    with pytest.raises(Refused, match="allerede svaret"):
        answer(line, meeting)


def test_a_closed_list_leaves_numbers_and_dead_keys_and_nothing_else(meeting: Room, standing: HandOverList) -> None:
    taken, _ = line_on(standing, meeting), line_on(standing, meeting, name="Anden Eksempel")
    answer(taken, meeting)
    question = question_about(taken, meeting)

    with acting_for(meeting.police):
        actions.close_list(standing, by=meeting.police)
    assert clear_elsewhere(standing, meeting) == 2

    assert set(_left(meeting.police).values()) == set(_left(meeting.gladsaxe).values()) == {0}
    with acting_for(meeting.police):
        closed = HandOverList.objects.get()
        assert (closed.lines_brought, closed.lines_taken_up) == (2, 1)
        with pytest.raises(KeyTrouble):
            open_key(closed.data_key_id)
    with acting_for(meeting.gladsaxe):
        receipt = HandOverReceipt.objects.get()
        assert (receipt.questions, receipt.taken_up, len(receipt.keys_destroyed)) == (2, 1, 2)
        assert not DataKey.objects.filter(pk__in=receipt.keys_destroyed, destroyed_at=None).exists()
        with pytest.raises(KeyTrouble):
            open_key(question.data_key_id)
    with as_owner():
        assert not HandOverLine.objects.exists()
        assert not LineQuestion.objects.exists()
        assert not LineAnswer.objects.exists()


def test_a_name_that_was_given_outlives_the_list(meeting: Room, standing: HandOverList) -> None:
    line = line_on(standing, meeting)
    answer(line, meeting)
    with acting_for(meeting.police):
        actions.give_name(line, naming(), by=meeting.police)
        actions.close_list(standing, by=meeting.police)
    clear_elsewhere(standing, meeting)

    with acting_for(meeting.gladsaxe):
        assert _received(meeting.gladsaxe).name == NAME


def test_nothing_is_added_to_a_closed_list(meeting: Room, standing: HandOverList) -> None:
    with acting_for(meeting.police):
        actions.close_list(standing, by=meeting.police)
        with pytest.raises(Refused, match="lukket"):
            actions.add_line(standing, new_line(meeting), by=meeting.police)


def test_a_list_goes_by_itself_when_its_meeting_ends_or_its_day_is_over(meeting: Room, standing: HandOverList) -> None:
    line_on(standing, meeting)
    system = system_of(meeting.table.world.police.pk, partnership_id=meeting.table.world.partnership.pk)
    with acting_for(system):
        assert actions.close_lists_left_open(by=system) == 0
    with as_owner():
        Meeting.objects.filter(pk=meeting.meeting.pk).update(ended_at=timezone.now())

    with acting_for(system):
        assert actions.close_lists_left_open(by=system) == 1
        assert actions.close_lists_left_open(by=system) == 0


def test_questions_go_at_midnight_whatever_became_of_the_list(meeting: Room, standing: HandOverList) -> None:
    line_on(standing, meeting)
    system = system_of(meeting.table.world.gladsaxe.pk)
    with acting_for(system):
        assert actions.clear_left_over(by=system) == 0
    with as_owner():
        LineQuestion.objects.update(meeting_day=timezone.localdate() - timedelta(days=1))

    with acting_for(system):
        assert actions.clear_left_over(by=system) == 1
    assert _left(meeting.gladsaxe)["LineQuestion"] == 0


def test_the_own_copy_of_a_given_name_ends_with_the_others(meeting: Room, standing: HandOverList) -> None:
    line = line_on(standing, meeting)
    answer(line, meeting)
    with acting_for(meeting.police):
        given = actions.give_name(line, naming(), by=meeting.police)
    system = system_of(meeting.table.world.police.pk)
    with acting_for(system):
        assert actions.forget_given_names(by=system) == 0
    with as_owner():
        GivenName.objects.update(ends_on=timezone.localdate() - timedelta(days=1))

    with acting_for(system):
        assert actions.forget_given_names(by=system) == 1
    with acting_for(meeting.police), pytest.raises(KeyTrouble):
        open_key(given.data_key_id)


def test_whoever_may_not_tell_brings_nothing(meeting: Room, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    secretary = actor_of(vestegnen.secretary)
    with acting_for(secretary), pytest.raises(NotPermitted):
        actions.open_list(meeting.meeting, by=secretary)
