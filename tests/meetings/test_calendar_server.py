"""A real calendar server (Radicale, CalDAV): an invitation is put into it, moved and cancelled by the files we give."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
import urllib3
from django.utils import timezone
from icalendar import Calendar, Component
from radicale import config
from radicale.app import Application

from rundbord.meetings.models import Meeting
from rundbord.meetings.rules.invitations import TITLE
from tests.factories import meetings as rows
from tests.factories.situations import ClientOf, Vestegnen

_COLLECTION = """<?xml version="1.0" encoding="utf-8"?>
<C:mkcalendar xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"/>"""
_ALL_EVENTS = """<?xml version="1.0" encoding="utf-8"?>
<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
  <D:prop><C:calendar-data/></D:prop>
  <C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"/></C:comp-filter></C:filter>
</C:calendar-query>"""
_AS_SOMEBODY = urllib3.make_headers(basic_auth="kollega:hemmelig")


class _Silent(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def calendar(tmp_path: Path) -> Iterator[str]:
    """A colleague's empty calendar on a server of this machine."""
    settings = {
        "storage": {"filesystem_folder": str(tmp_path)},
        "auth": {"type": "none"},
        "rights": {"type": "authenticated"},
        "logging": {"level": "critical"},
    }
    configuration = config.load()
    configuration.update(settings, "test", privileged=True)
    server = make_server("127.0.0.1", 0, Application(configuration), handler_class=_Silent)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{server.server_address[1]}/kollega/kalender/"
    assert _ask("MKCALENDAR", address, _COLLECTION).status == 201
    yield address
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_calendar_server_takes_the_meeting_its_new_time_and_its_cancelling(
    vestegnen: Vestegnen, client_of: ClientOf, calendar: str
) -> None:
    meeting = rows.meeting(rows.forum(vestegnen, vestegnen.local_police), place="Rådhuset, æble 2")
    leader = client_of(vestegnen.secretary)
    moved_to = {"day": timezone.localdate() + timedelta(days=3), "clock": "10:15", "minutes": 45}

    _import(calendar, client_of, vestegnen, meeting)
    [first] = _events(calendar)
    leader.post(f"/moeder/{meeting.pk}/flyt/", {**moved_to, "place": "Stationen"})
    _import(calendar, client_of, vestegnen, meeting)
    [second] = _events(calendar)
    leader.post(f"/moeder/{meeting.pk}/aflys/")
    _import(calendar, client_of, vestegnen, meeting)
    [third] = _events(calendar)

    assert str(first["SUMMARY"]) == TITLE
    assert str(first["LOCATION"]) == "Rådhuset, æble 2"
    assert first.decoded("DTSTART") == meeting.starts_at.replace(microsecond=0)
    local = timezone.localtime(second.decoded("DTSTART"))
    assert (local.hour, local.minute) == (10, 15)
    assert [int(str(event["SEQUENCE"])) for event in (first, second, third)] == [0, 1, 2]
    assert str(third["STATUS"]) == "CANCELLED"


def _import(calendar: str, client_of: ClientOf, vestegnen: Vestegnen, meeting: Meeting) -> None:
    """Put the file of the meeting's page into the calendar, as a calendar program does: without a method."""
    given = Calendar.from_ical(client_of(vestegnen.officer).get(f"/moeder/{meeting.pk}/kalender.ics").content)
    del given["METHOD"]
    answer = _ask("PUT", f"{calendar}{meeting.pk}.ics", given.to_ical().decode())
    assert answer.status in {201, 204}, answer.data


def _events(calendar: str) -> list[Component]:
    answer = _ask("REPORT", calendar, _ALL_EVENTS, depth="1")
    assert answer.status == 207
    found = answer.data.decode().replace("&#13;", "").split("<C:calendar-data>")[1:]
    if not found:
        found = answer.data.decode().replace("&#13;", "").split("calendar-data>")[1::2]
    return [Calendar.from_ical(each.split("</")[0]).walk("VEVENT")[0] for each in found]


def _ask(method: str, address: str, body: str, *, depth: str = "0") -> urllib3.BaseHTTPResponse:
    kind = "text/calendar; charset=utf-8" if method == "PUT" else "application/xml; charset=utf-8"
    headers = {**_AS_SOMEBODY, "Content-Type": kind, "Depth": depth}
    return urllib3.request(method, address, body=body.encode(), headers=headers, retries=False)
