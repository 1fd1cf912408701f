"""The table: several write at once, nobody's words are lost, a tap moves on, decisions are tasks of the forum alone."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from rundbord.access.actor import Actor
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.identity.models import Unit
from rundbord.meetings import actions
from rundbord.meetings.models import AgendaItem, Attendance, Meeting, MeetingEntry
from rundbord.meetings.queries import board_of, meeting_of, version_of
from rundbord.meetings.vocabulary import Presence
from rundbord.partnership.models import Forum, ForumSeat
from rundbord.situation.models import Picture
from rundbord.tasks.models import Task
from tests.database import as_owner
from tests.factories import meetings as rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen


@pytest.fixture
def forum(vestegnen: Vestegnen) -> Forum:
    return rows.forum(vestegnen, vestegnen.local_police)


@pytest.fixture
def meeting(forum: Forum) -> Meeting:
    return rows.meeting(forum)


def _items(meeting: Meeting) -> list[AgendaItem]:
    with as_owner():
        return list(AgendaItem.objects.select_related("meeting__forum").filter(meeting=meeting).order_by("position"))


def _version(meeting: Meeting, actor: Actor) -> str:
    with acting_for(actor):
        return version_of(meeting.pk, actor)


def test_both_who_write_at_once_keep_their_words_and_the_other_hears_of_it(
    vestegnen: Vestegnen, meeting: Meeting, actor_of: ActorOf, client_of: ClientOf
) -> None:
    officer, secretary = actor_of(vestegnen.officer), actor_of(vestegnen.secretary)
    before = _version(meeting, officer)
    item = _items(meeting)[1]

    for user, text in ((vestegnen.secretary, "Lygterne er slukket."), (vestegnen.officer, "Vi går forbi i aften.")):
        answer = client_of(user).post(f"/moeder/{meeting.pk}/", {"item": str(item.pk), "text": text})
        assert answer.status_code == 302

    shown = client_of(vestegnen.officer).get(f"/moeder/{meeting.pk}/?punkt={item.pk}").content.decode()
    assert "Lygterne er slukket." in shown
    assert "Vi går forbi i aften." in shown
    assert _version(meeting, officer) != before
    assert _version(meeting, officer) != _version(meeting, secretary)
    with acting_for(officer):
        assert own_entries(event=Event.MEETING_ENTRY_WRITTEN)


def test_words_about_a_person_are_stopped_and_stay_in_the_form(
    vestegnen: Vestegnen, meeting: Meeting, client_of: ClientOf
) -> None:
    item = _items(meeting)[1]

    answer = client_of(vestegnen.officer).post(
        f"/moeder/{meeting.pk}/", {"item": str(item.pk), "text": "Ring til 12 34 56 78"}
    )

    shown = answer.content.decode()
    assert "»12 34 56 78«" in shown
    assert "Ring til 12 34 56 78</textarea>" in shown
    with as_owner():
        assert not MeetingEntry.objects.exists()


def test_a_correction_is_a_newer_row_by_the_own_unit_alone(
    vestegnen: Vestegnen, meeting: Meeting, client_of: ClientOf
) -> None:
    entry = rows.entry(_items(meeting)[1], vestegnen.gladsaxe_ssp, "Lygterne er slukt.")
    address = f"/moeder/{meeting.pk}/noter/{entry.pk}/ret/"

    assert client_of(vestegnen.officer).post(address, {"text": "Noget andet"}).status_code == 404
    client_of(vestegnen.secretary).post(address, {"text": "Lygterne er slukket."})

    shown = client_of(vestegnen.officer).get(f"/moeder/{meeting.pk}/?punkt={entry.item_id}").content.decode()
    assert "Lygterne er slukket." in shown
    assert "Lygterne er slukt." not in shown
    with as_owner():
        assert MeetingEntry.objects.count() == 2
    assert client_of(vestegnen.secretary).post(address, {"text": "En gang til"}).status_code == 404


def test_the_individual_part_has_no_words(vestegnen: Vestegnen, meeting: Meeting, actor_of: ActorOf) -> None:
    with as_owner():
        AgendaItem.objects.filter(meeting=meeting, position=2).update(kind="individual")
    officer = actor_of(vestegnen.officer)

    with acting_for(officer), pytest.raises(Refused, match="ingen noter"):
        actions.write_entry(_items(meeting)[1], "Noget", by=officer)


def test_a_tap_goes_to_the_next_item_and_two_taps_at_once_are_one(
    vestegnen: Vestegnen, meeting: Meeting, published: Picture, client_of: ClientOf
) -> None:
    leader = client_of(vestegnen.secretary)
    leader.post(f"/moeder/{meeting.pk}/begynd/")
    first, second, third = _items(meeting)

    for _ in range(2):
        leader.post(f"/moeder/{meeting.pk}/videre/", {"fra": str(first.pk)})

    first, second, third = _items(meeting)
    assert first.ended_at is not None
    assert second.begun_at is not None
    assert third.begun_at is None
    with as_owner():
        standing = Meeting.objects.get()
    assert (standing.state, standing.picture_number) == ("running", published.number)


def test_a_member_neither_begins_nor_ends(vestegnen: Vestegnen, meeting: Meeting, actor_of: ActorOf) -> None:
    officer, coordinator = actor_of(vestegnen.officer), actor_of(vestegnen.coordinator)
    with as_owner():
        ForumSeat.objects.filter(unit=vestegnen.gladsaxe_ssp).update(role="member")

    with acting_for(officer), pytest.raises(NotPermitted):
        actions.begin_meeting(meeting, by=officer)
    with acting_for(coordinator), pytest.raises(Refused, match="leder mødet"):
        actions.begin_meeting(meeting, by=coordinator)
    with acting_for(officer):
        assert Meeting.objects.filter(pk=meeting.pk).update(state="running") == 0


def test_a_postponed_item_gives_its_turn_away(vestegnen: Vestegnen, meeting: Meeting, client_of: ClientOf) -> None:
    leader = client_of(vestegnen.secretary)
    leader.post(f"/moeder/{meeting.pk}/begynd/")
    first = _items(meeting)[0]

    leader.post(f"/moeder/{meeting.pk}/punkter/{first.pk}/udsaet/")

    first, second, _ = _items(meeting)
    assert first.is_postponed
    assert second.begun_at is not None


def test_each_tells_of_its_own_seats_and_who_leads_of_all(
    vestegnen: Vestegnen, meeting: Meeting, forum: Forum, actor_of: ActorOf
) -> None:
    officer, secretary = actor_of(vestegnen.officer), actor_of(vestegnen.secretary)
    with as_owner():
        own = ForumSeat.objects.get(unit=vestegnen.local_police)
        other = ForumSeat.objects.get(unit=vestegnen.gladsaxe_ssp)

    with acting_for(officer):
        actions.note_presence(meeting_of(meeting.pk), own, Presence.PRESENT, by=officer)
        with pytest.raises(Refused, match="jeres egne"):
            actions.note_presence(meeting_of(meeting.pk), other, Presence.PRESENT, by=officer)
    with acting_for(secretary):
        actions.note_presence(meeting_of(meeting.pk), own, Presence.SUBSTITUTE, by=secretary)

    with as_owner():
        assert list(Attendance.objects.values_list("seat__unit__name", "presence")) == [("Lokalpolitiet", "substitute")]


def test_nobody_writes_in_anothers_name_or_at_a_table_without_a_seat(
    vestegnen: Vestegnen, meeting: Meeting, actor_of: ActorOf
) -> None:
    item = _items(meeting)[1]
    row = {
        "partnership": vestegnen.partnership,
        "forum_id": meeting.forum_id,
        "meeting": meeting,
        "item": item,
        "authority": vestegnen.gladsaxe,
        "unit": vestegnen.gladsaxe_ssp,
        "unit_name": "-",
        "text": "-",
        "at": timezone.now(),
    }
    for user in (vestegnen.officer, vestegnen.herlev_case_worker, vestegnen.outsider):
        with acting_for(actor_of(user)), pytest.raises(DatabaseError), transaction.atomic():
            MeetingEntry.objects.create(**row)


def test_a_decision_at_the_meeting_is_a_task_that_only_seated_authorities_find(
    vestegnen: Vestegnen, meeting: Meeting, client_of: ClientOf
) -> None:
    item = _items(meeting)[2]
    fields = {"what": "Skifte lygterne", "owner": str(vestegnen.local_police.pk), "due_on": timezone.localdate()}

    answer = client_of(vestegnen.leader).post(f"/moeder/{meeting.pk}/beslut/", {**fields, "item": str(item.pk)})

    with as_owner():
        task = Task.objects.get()
    assert answer["Location"] == f"/moeder/{meeting.pk}/#beslutninger"
    assert (task.forum_id, task.meeting_id, task.item_id) == (meeting.forum_id, meeting.pk, item.pk)
    assert "Skifte lygterne" in client_of(vestegnen.officer).get(f"/moeder/{meeting.pk}/").content.decode()
    herlev = client_of(vestegnen.herlev_case_worker)
    assert "Skifte lygterne" not in herlev.get("/opgaver/?vis=alle").content.decode()
    assert herlev.get(f"/opgaver/{task.pk}/").status_code == 404


def test_open_decisions_return_on_the_next_agenda(
    vestegnen: Vestegnen, forum: Forum, meeting: Meeting, client_of: ClientOf
) -> None:
    leader = client_of(vestegnen.leader)
    fields = {"what": "Skifte lygterne", "owner": str(vestegnen.local_police.pk), "due_on": timezone.localdate()}
    leader.post(f"/moeder/{meeting.pk}/beslut/", fields)

    tomorrow = timezone.localdate() + timedelta(days=1)
    leader.post(f"/moeder/fora/{forum.pk}/indkald/", {"day": tomorrow, "clock": "08:30", "minutes": 20})

    with as_owner():
        new = Meeting.objects.get(number=2)
        asked = AgendaItem.objects.get(meeting=new, kind="open_decisions")
    shown = client_of(vestegnen.officer).get(f"/moeder/{new.pk}/?punkt={asked.pk}").content.decode()
    assert "Skifte lygterne" in shown


def test_an_item_shows_the_open_decisions_that_are_due_first(
    vestegnen: Vestegnen, meeting: Meeting, client_of: ClientOf
) -> None:
    today = timezone.localdate()
    with as_owner():
        for days in range(12):
            Task.objects.create(
                partnership=vestegnen.partnership,
                authority=vestegnen.police,
                audience="parties",
                what=f"Opgave til dag {days:02d}",
                owner=vestegnen.local_police,
                due_on=today + timedelta(days=12 - days),
                decided_at=timezone.now(),
                decided_by=vestegnen.officer.pk,
                forum_id=meeting.forum_id,
                meeting_id=meeting.pk if days == 11 else None,
            )
        asked = AgendaItem.objects.create(
            partnership=vestegnen.partnership,
            forum_id=meeting.forum_id,
            meeting=meeting,
            kind="open_decisions",
            title="Åbne beslutninger",
            minutes=5,
            position=90,
        )

    shown = client_of(vestegnen.officer).get(f"/moeder/{meeting.pk}/?punkt={asked.pk}").content.decode()

    told = shown.partition('<ul class="board-told">')[2].partition("</ul>")[0]
    assert re.findall(r"Opgave til dag (\d\d)", told) == ["10", "09", "08", "07", "06", "05", "04", "03"]


def test_an_item_shows_what_the_picture_tells(
    vestegnen: Vestegnen, meeting: Meeting, published: Picture, client_of: ClientOf
) -> None:
    new = _items(meeting)[0]

    shown = client_of(vestegnen.officer).get(f"/moeder/{meeting.pk}/?punkt={new.pk}").content.decode()

    assert "Indbrud i kælder" in shown
    assert f"/situationsbillede/{published.number}/#post-" in shown


def test_the_wall_shows_words_and_units_and_no_name_and_no_way_on(
    vestegnen: Vestegnen, meeting: Meeting, client_of: ClientOf
) -> None:
    item = _items(meeting)[1]
    rows.entry(item, vestegnen.gladsaxe_ssp)

    shown = client_of(vestegnen.officer).get(f"/moeder/{meeting.pk}/vaeg/?punkt={item.pk}").content.decode()

    assert "Lygterne er slukket." in shown
    assert "<nav" not in shown
    assert vestegnen.officer.name not in shown


def test_a_partner_reads_where_it_is_seated_and_writes_nothing(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    with as_owner():
        driften = Unit.objects.get(name="Driften")
    meeting = rows.meeting(rows.forum(vestegnen, driften, name="Boligforum"))
    entry = rows.entry(_items(meeting)[1], vestegnen.gladsaxe_ssp)
    partner = client_of(vestegnen.caretaker)

    shown = partner.get(f"/moeder/{meeting.pk}/?punkt={entry.item_id}").content.decode()

    assert "Boligforum" in partner.get("/moeder/").content.decode()
    assert "Lygterne er slukket." in shown
    assert "Skriv på mødet" not in shown
    assert partner.get(f"/moeder/{meeting.pk}/referat/").status_code == 200
    assert partner.get(f"/moeder/fora/{meeting.forum_id}/").status_code == 200


def test_the_signal_costs_one_query_and_a_refresh_few(  # noqa: PLR0917 - pytest gives fixtures by name
    vestegnen: Vestegnen,
    meeting: Meeting,
    actor_of: ActorOf,
    client_of: ClientOf,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for item in _items(meeting):
        for number in range(10):
            rows.entry(item, vestegnen.gladsaxe_ssp, f"Nummer {number}.")
    officer, browser = actor_of(vestegnen.officer), client_of(vestegnen.officer)
    browser.get(f"/moeder/{meeting.pk}/")

    with acting_for(officer), django_assert_max_num_queries(1):
        version_of(meeting.pk, officer)
    # Of these the session and the version are queries of their own; the rest is how the test changes roles.
    with django_assert_max_num_queries(10):
        browser.get(f"/moeder/{meeting.pk}/signal/", HTTP_X_BACKGROUND="1")
    with acting_for(officer), django_assert_max_num_queries(7):
        board_of(meeting_of(meeting.pk), officer)
    with django_assert_max_num_queries(17):
        browser.get(f"/moeder/{meeting.pk}/", HTTP_HX_REQUEST="true", HTTP_X_BACKGROUND="1")


def test_words_go_to_what_is_spoken_of_when_they_are_sent(
    vestegnen: Vestegnen, meeting: Meeting, client_of: ClientOf
) -> None:
    officer, leader = client_of(vestegnen.officer), client_of(vestegnen.secretary)
    early = officer.post(f"/moeder/{meeting.pk}/", {"item": "nu", "text": "For tidligt"}).content.decode()
    leader.post(f"/moeder/{meeting.pk}/begynd/")
    first, second, _ = _items(meeting)
    leader.post(f"/moeder/{meeting.pk}/videre/", {"fra": str(first.pk)})

    officer.post(f"/moeder/{meeting.pk}/", {"item": "nu", "text": "Vi går forbi i aften."})

    assert "Vælg et punkt" in early
    with as_owner():
        assert MeetingEntry.objects.get().item_id == second.pk
