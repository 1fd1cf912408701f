"""Calling, moving and cancelling: seats are told, calendars hear of it, and what was not reached returns."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar
from pytest_django import DjangoAssertNumQueries

from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.meetings.models import AgendaItem, Meeting
from rundbord.meetings.rules.agenda import Point, agenda_for
from rundbord.meetings.rules.calling import usual_next_day
from rundbord.meetings.rules.templates import TEMPLATES
from rundbord.notices.models import Notice
from rundbord.partnership.models import Forum, ForumSeat, StandardItem
from rundbord.partnership.rules.forums import Cadence, objections_to_forum
from rundbord.partnership.vocabulary import ForumKind, ItemKind, Rhythm
from tests.database import as_owner
from tests.factories import meetings as rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen


def _when(**changed: object) -> dict[str, object]:
    tomorrow = timezone.localdate() + timedelta(days=1)
    return {"day": tomorrow, "clock": "08:30", "minutes": 20, "place": "Rådhuset, lokale 2", **changed}


@pytest.mark.parametrize("kind", list(ForumKind))
def test_every_kind_of_forum_is_opened_from_its_template(
    kind: ForumKind, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.secretary)
    shown = client.get(f"/moeder/fora/opret/?slags={kind}").context["form"].initial
    fields = {name: value for name, value in shown.items() if value not in (None, False)}

    answer = client.post(f"/moeder/fora/opret/?slags={kind}", {**fields, "units": [str(vestegnen.local_police.pk)]})

    with as_owner():
        forum = Forum.objects.get()
        seated = set(ForumSeat.objects.values_list("unit__name", "role"))
        assert StandardItem.objects.count() == len(TEMPLATES[kind].items)
    assert answer["Location"] == f"/moeder/fora/{forum.pk}/"
    assert seated == {("SSP Gladsaxe", "secretary"), ("Lokalpolitiet", "member")}
    assert client.get(answer["Location"]).status_code == 200


def test_every_template_is_a_forum_that_may_be() -> None:
    for kind, template in TEMPLATES.items():
        has_part = template.has_individual_part
        assert objections_to_forum(kind, template.cadence, has_individual_part=has_part) == {}, kind
        assert sum(item.minutes for item in template.items) <= template.minutes, kind
        speaks = any(item.kind == ItemKind.INDIVIDUAL for item in template.items)
        assert not speaks or has_part, kind
    assert set(TEMPLATES) == set(ForumKind)


def test_a_called_meeting_tells_the_other_seats_and_stands_on_the_list(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    forum = rows.forum(vestegnen, vestegnen.local_police)

    answer = client_of(vestegnen.secretary).post(f"/moeder/fora/{forum.pk}/indkald/", _when())

    with as_owner():
        meeting = Meeting.objects.get()
        titles = list(AgendaItem.objects.order_by("position").values_list("title", flat=True))
        told = list(Notice.objects.filter(kind="meeting_called").values_list("unit__name", flat=True))
    assert answer["Location"] == f"/moeder/{meeting.pk}/"
    assert timezone.localtime(meeting.starts_at).hour == 8
    assert titles == ["Nyt siden i går", "Lyset på stien", "Beslutninger"]
    assert told == ["Lokalpolitiet"]
    assert "Morgenmøde" in client_of(vestegnen.officer).get("/moeder/").content.decode()
    with acting_for(actor_of(vestegnen.secretary)):
        assert own_entries(event=Event.MEETING_CALLED)


def test_a_third_party_finds_neither_forum_nor_meeting(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    forum = rows.forum(vestegnen, vestegnen.local_police)
    meeting = rows.meeting(forum)
    herlev = client_of(vestegnen.herlev_case_worker)

    assert "Morgenmøde" not in herlev.get("/moeder/").content.decode()
    for address in (f"fora/{forum.pk}/", f"{meeting.pk}/", f"{meeting.pk}/signal/", f"{meeting.pk}/kalender.ics"):
        assert herlev.get(f"/moeder/{address}").status_code == 404


def test_who_is_only_a_member_does_not_call(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    forum = rows.forum(vestegnen, vestegnen.local_police)
    with as_owner():
        ForumSeat.objects.filter(unit=vestegnen.gladsaxe_ssp).update(role="member")

    shown = client_of(vestegnen.secretary).post(f"/moeder/fora/{forum.pk}/indkald/", _when()).content.decode()

    assert "Kun de enheder, der leder mødet" in shown
    with as_owner():
        assert not Meeting.objects.exists()


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"day": "2020-01-01"}, "Tidspunktet er passeret"),
        ({"minutes": 5000}, "720"),
        ({"place": "Ring til 12 34 56 78"}, "»12 34 56 78«"),
    ],
    ids=["in the past", "too long", "a number in the place"],
)
def test_what_cannot_be_called_is_explained(
    changed: dict[str, object], sentence: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    forum = rows.forum(vestegnen)

    shown = client_of(vestegnen.secretary).post(f"/moeder/fora/{forum.pk}/indkald/", _when(**changed))

    assert sentence in shown.content.decode()


def _calendar(client_of: ClientOf, vestegnen: Vestegnen, meeting: Meeting) -> Calendar:
    answer = client_of(vestegnen.officer).get(f"/moeder/{meeting.pk}/kalender.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    return Calendar.from_ical(answer.content)


def test_a_calendar_hears_of_a_new_a_moved_and_a_cancelled_meeting_and_of_nothing_else(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    meeting = rows.meeting(rows.forum(vestegnen, vestegnen.local_police), place="Rådhuset")
    secretary = client_of(vestegnen.secretary)

    new = _calendar(client_of, vestegnen, meeting)
    secretary.post(f"/moeder/{meeting.pk}/flyt/", _when(place="Stationen"))
    moved = _calendar(client_of, vestegnen, meeting)
    secretary.post(f"/moeder/{meeting.pk}/aflys/")
    cancelled = _calendar(client_of, vestegnen, meeting)

    events = [each.walk("VEVENT")[0] for each in (new, moved, cancelled)]
    assert [int(str(event["SEQUENCE"])) for event in events] == [0, 1, 2]
    assert len({str(event["UID"]) for event in events}) == 1
    assert [str(event["LOCATION"]) for event in events] == ["Rådhuset", "Stationen", "Stationen"]
    assert [str(each["METHOD"]) for each in (new, moved, cancelled)] == ["PUBLISH", "PUBLISH", "CANCEL"]
    assert str(events[2]["STATUS"]) == "CANCELLED"
    assert {str(event["SUMMARY"]) for event in events} == {"Møde i Rundbord"}
    assert b"Morgen" not in new.to_ical()
    with as_owner():
        kinds = list(Notice.objects.order_by("at").values_list("kind", flat=True))
    assert kinds == ["meeting_moved", "meeting_cancelled"]


def test_a_private_place_stands_in_no_calendar(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    forum = rows.forum(vestegnen, vestegnen.local_police)
    meeting = rows.meeting(forum, place="Bag biblioteket", has_private_place=True)

    assert b"biblioteket" not in _calendar(client_of, vestegnen, meeting).to_ical()


def test_what_was_not_reached_stands_on_the_next_agenda(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    forum = rows.forum(vestegnen)
    yesterday = timezone.now() - timedelta(days=1)
    last = rows.meeting(
        forum, state="ended", starts_at=yesterday, ends_at=yesterday + timedelta(minutes=20), ended_at=timezone.now()
    )
    with as_owner():
        StandardItem.objects.filter(title="Lyset på stien").delete()
        AgendaItem.objects.filter(meeting=last).exclude(title="Lyset på stien").update(begun_at=yesterday)

    client_of(vestegnen.secretary).post(f"/moeder/fora/{forum.pk}/indkald/", _when())

    with as_owner():
        new = AgendaItem.objects.filter(meeting__number=2).order_by("position")
        assert [item.title for item in new] == ["Nyt siden i går", "Lyset på stien", "Beslutninger"]
        assert new.get(title="Lyset på stien").carried_from_id is not None


def _point(title: str, kind: ItemKind = ItemKind.TOPIC, **columns: object) -> Point:
    return Point(id=None, kind=kind, title=title, minutes=5, **columns)  # type: ignore[arg-type]


def test_open_decisions_are_asked_for_where_no_item_does() -> None:
    standard = [_point("Nyt", ItemKind.NEW), _point("Beslutninger", ItemKind.DECISIONS)]

    agenda = agenda_for(standard, earlier=[_point("Drøftet", begun_at=datetime.min)], open_decisions=2)

    assert [point.title for point in agenda] == ["Nyt", "Åbne beslutninger", "Beslutninger"]


@pytest.mark.parametrize(
    ("cadence", "last", "expected"),
    [
        (Cadence(rhythm=Rhythm.WEEKDAYS, weekdays=(1, 2, 3, 4, 5)), date(2026, 11, 27), date(2026, 11, 30)),
        (Cadence(rhythm=Rhythm.WEEKS, every=2, weekdays=(3,)), date(2026, 11, 25), date(2026, 12, 9)),
        (Cadence(rhythm=Rhythm.WHEN_NEEDED), None, date(2026, 11, 28)),
    ],
    ids=["after the weekend", "every second Wednesday", "when needed"],
)
def test_the_next_day_follows_the_cadence(cadence: Cadence, last: date | None, expected: date) -> None:
    assert usual_next_day(cadence, last=last, today=date(2026, 11, 28)) == expected


def test_the_list_asks_as_often_for_thirty_meetings_as_for_one(
    vestegnen: Vestegnen, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    forum = rows.forum(vestegnen)
    for _ in range(30):
        rows.meeting(forum)
    client = client_of(vestegnen.secretary)
    client.get("/moeder/")

    with django_assert_max_num_queries(13):
        assert client.get("/moeder/").status_code == 200
    with django_assert_max_num_queries(15):
        assert client.get(f"/moeder/fora/{forum.pk}/").status_code == 200


def test_todays_meeting_stands_on_the_start_page_of_those_who_are_seated(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    now = timezone.now()
    meeting = rows.meeting(
        rows.forum(vestegnen, vestegnen.local_police), starts_at=now, ends_at=now + timedelta(minutes=20)
    )

    assert f"/moeder/{meeting.pk}/" in client_of(vestegnen.officer).get("/").content.decode()
    assert "møde i dag" not in client_of(vestegnen.herlev_case_worker).get("/").content.decode()
