"""A meeting comes into each reader's calendar by mail: called, moved, cancelled, and never what it is about."""

from __future__ import annotations

import json
from datetime import timedelta
from uuid import UUID

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.db import connection
from django.utils import timezone
from icalendar import Calendar

from rundbord.access.roles import Role
from rundbord.identity.models import User
from rundbord.meetings import jobs
from rundbord.meetings.actions.invite import FIND_INVITED
from rundbord.meetings.models import Meeting
from rundbord.partnership.models import Forum
from tests.database import as_owner
from tests.factories import meetings as rows
from tests.factories import rows as people
from tests.factories.situations import ClientOf, Vestegnen

WHEN = {"clock": "10:15", "minutes": 45, "place": "Rådhuset"}
ADDRESS = "betjent@eksempel.invalid"


@pytest.fixture
def forum(vestegnen: Vestegnen) -> Forum:
    """A morning meeting with the local police, where one officer has an address."""
    _with_address(vestegnen.officer, ADDRESS)
    return rows.forum(vestegnen, vestegnen.local_police)


def _with_address(user: User, address: str) -> None:
    with as_owner():
        User.objects.filter(pk=user.pk).update(email=address)


def _call(forum: Forum, vestegnen: Vestegnen, client_of: ClientOf, **changed: object) -> Meeting:
    day = (timezone.localdate() + timedelta(days=3)).isoformat()
    client_of(vestegnen.secretary).post(f"/moeder/fora/{forum.pk}/indkald/", {"day": day, **WHEN, **changed})
    with as_owner():
        return Meeting.objects.latest("called_at")


def _work() -> list[EmailMultiAlternatives]:
    """Do what the queue holds, as the worker does, and give the mails that it sent."""
    mail.outbox.clear()
    for name, act in ((FIND_INVITED, jobs.find_invited), (jobs.INVITE, jobs.invite)):
        for arguments in _taken(name):
            act(**arguments)
    return [each for each in mail.outbox if isinstance(each, EmailMultiAlternatives)]


def _taken(name: str) -> list[dict[str, str]]:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs WHERE task_name = %s RETURNING args", [name])
        return [json.loads(row[0]) for row in cursor.fetchall()]


def _calendar(sent: EmailMultiAlternatives) -> Calendar:
    [(content, kind)] = sent.alternatives
    calendar = Calendar.from_ical(str(content))
    assert kind == f"text/calendar; method={calendar['METHOD']}"
    return calendar


def test_a_called_a_moved_and_a_cancelled_meeting_reach_the_calendar(
    forum: Forum, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    meeting = _call(forum, vestegnen, client_of)
    [called] = _work()
    day = (timezone.localdate() + timedelta(days=5)).isoformat()
    client_of(vestegnen.secretary).post(f"/moeder/{meeting.pk}/flyt/", {"day": day, **WHEN})
    [moved] = _work()
    client_of(vestegnen.secretary).post(f"/moeder/{meeting.pk}/aflys/")
    [cancelled] = _work()

    calendars = [_calendar(each) for each in (called, moved, cancelled)]
    events = [each.walk("VEVENT")[0] for each in calendars]
    assert [str(each["METHOD"]) for each in calendars] == ["REQUEST", "REQUEST", "CANCEL"]
    assert [int(str(each["SEQUENCE"])) for each in events] == [0, 1, 2]
    assert len({str(each["UID"]) for each in events}) == 1
    assert "indkaldt" in str(called.body)
    assert "flyttet" in str(moved.body)
    assert "aflyst" in str(cancelled.body)
    _, part = called.message().get_payload()
    assert (part.get_content_type(), part.get_param("method")) == ("text/calendar", "REQUEST")


def test_the_mail_says_when_and_where_and_nothing_of_whom_or_what(
    forum: Forum, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    _with_address(vestegnen.secretary, "sekretaer@eksempel.invalid")
    _call(forum, vestegnen, client_of)

    sent = {each.to[0]: each for each in _work()}

    # Whoever calls has the meeting in the own calendar too.
    assert set(sent) == {ADDRESS, "sekretaer@eksempel.invalid"}
    told = f"{sent[ADDRESS].subject} {sent[ADDRESS].body} {_calendar(sent[ADDRESS]).to_ical().decode()}"
    assert "Rådhuset" in told
    for hidden in (forum.name, "Lyset på stien", vestegnen.local_police.name, "sekretaer@"):
        assert hidden not in told


def test_a_private_place_stands_in_no_mail(forum: Forum, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _call(forum, vestegnen, client_of, place="Hos familien", has_private_place="on")

    [sent] = _work()

    assert "familien" not in f"{sent.body} {_calendar(sent).to_ical().decode()}"


def test_only_who_may_open_the_meeting_is_invited_and_no_other_unit(
    forum: Forum, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    closed_to = people.user(vestegnen.local_police, Role.ADMINISTRATOR)
    _with_address(closed_to, "admin@eksempel.invalid")
    _with_address(vestegnen.herlev_case_worker, "ssp@eksempel.invalid")
    _call(forum, vestegnen, client_of)

    assert [each.to for each in _work()] == [[ADDRESS]]


def test_a_seat_that_was_lost_meanwhile_gets_no_mail(forum: Forum, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _call(forum, vestegnen, client_of)
    for arguments in _taken(FIND_INVITED):
        jobs.find_invited(**arguments)
    with as_owner():
        ended = timezone.localdate() - timedelta(days=1)
        forum.seats.filter(unit_id=vestegnen.local_police.pk).update(ends_on=ended)

    assert _work() == []


def test_the_order_holds_identifiers_alone(forum: Forum, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _call(forum, vestegnen, client_of)

    for order in _taken(FIND_INVITED):
        assert [str(UUID(value)) for value in order.values()] == list(order.values())
