"""A crawl stops at the budget: an alarm, a notice once, a leader who may lift it; others and tomorrow are untouched."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID, uuid4

import psycopg
import pytest
from django.conf import settings as django_settings
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from time_machine import TimeMachineFixture

from rundbord.access.actor import Actor, system_of
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.access.signed_context import signed_context
from rundbord.audit.canonical import canonical_time
from rundbord.concerns.models import YoungPerson
from rundbord.config.environment import Login
from rundbord.logcontrol.actions import draw, lift_stop, set_limit
from rundbord.logcontrol.models import ControlItem, ReadingLift, ReadingLimit, ReadingStop
from rundbord.notices.models import Notice
from tests.concerns.files import file_on
from tests.database import as_log_keeper, as_owner, prepared_database
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logcontrol.rows import stop_of
from tests.queries import own_queries

_TOO_MANY = 429


@pytest.fixture
def files(vestegnen: Vestegnen, actor_of: ActorOf, settings: Settings) -> list[YoungPerson]:
    """Six files, where four may be read in an hour and five in a day."""
    settings.READINGS_PER_HOUR, settings.READINGS_PER_DAY = 4, 5
    keeper = actor_of(vestegnen.coordinator)
    return [file_on(keeper) for _ in range(6)]


def _read(client: Client, file: YoungPerson) -> int:
    return client.get(f"/unge/{file.pk}/").status_code


def _crawl(client: Client, files: list[YoungPerson]) -> list[int]:
    return [_read(client, file) for file in files]


def _lines(event: str) -> list[tuple[str, dict[str, object]]]:
    with as_log_keeper(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT subject, (convert_from(canonical, 'UTF8')::jsonb->'details')::text FROM audit.event"
            " WHERE event = %s ORDER BY at, id",
            [event],
        )
        return [(row[0], json.loads(row[1])) for row in cursor.fetchall()]


def test_a_crawl_stops_at_the_budget_and_the_refusal_is_an_alarm(
    files: list[YoungPerson], vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    answers = _crawl(client_of(vestegnen.coordinator), files)

    assert answers == [200] * 4 + [_TOO_MANY] * 2
    # What was not shown was not read; what was asked for stands in the alarm.
    assert [subject for subject, _ in _lines("young_person_read")] == [str(file.pk) for file in files[:4]]
    alarms = [told for _, told in _lines("reading_stopped")]
    assert [(told["window"], told["row"]) for told in alarms] == [("hour", str(file.pk)) for file in files[4:]]


def test_the_page_says_why_whom_to_ask_and_that_nothing_was_lost(
    files: list[YoungPerson], vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.coordinator)
    _crawl(client, files[:4])

    page = client.get(f"/unge/{files[4].pk}/").content.decode()

    for said in ("4 personer på en time", "5 på et døgn", "Ring til en leder", "Intet er ændret eller gået tabt"):
        assert said in page
    assert "Ung Eksempel" not in page


def test_what_is_open_stays_open_and_lists_count_nothing(
    files: list[YoungPerson], vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.coordinator)
    for _ in range(10):
        assert client.get("/unge/").status_code == 200

    _crawl(client, files)

    assert _crawl(client, files[:4]) == [200] * 4
    assert client.get("/unge/").status_code == 200


def test_two_sessions_share_the_budget_and_other_users_have_their_own(
    files: list[YoungPerson], vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    at_work, at_home = client_of(vestegnen.coordinator), client_of(vestegnen.coordinator)

    assert _crawl(at_work, files[:2]) + _crawl(at_home, files[2:4]) == [200] * 4

    assert (_read(at_work, files[4]), _read(at_home, files[5])) == (_TOO_MANY, _TOO_MANY)
    assert _crawl(client_of(vestegnen.leader), files[:4]) == [200] * 4


def test_after_an_hour_one_goes_on_to_the_days_limit_and_the_next_day_again(
    files: list[YoungPerson],
    vestegnen: Vestegnen,
    client_of: ClientOf,
    time_machine: TimeMachineFixture,
) -> None:
    noon = timezone.localtime().replace(hour=9, minute=0) + timedelta(days=1)
    time_machine.move_to(noon, tick=True)
    assert _crawl(client_of(vestegnen.coordinator), files)[4:] == [_TOO_MANY] * 2

    time_machine.move_to(noon + timedelta(hours=1, minutes=1), tick=True)
    assert _crawl(client_of(vestegnen.coordinator), files[4:]) == [200, _TOO_MANY]
    assert [told["window"] for _, told in _lines("reading_stopped")] == ["hour", "hour", "day"]

    time_machine.move_to(noon + timedelta(days=1), tick=True)
    assert _crawl(client_of(vestegnen.coordinator), files[:4]) == [200] * 4


def test_leader_and_data_protection_officer_are_told_once_without_a_name(
    files: list[YoungPerson], vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    _crawl(client_of(vestegnen.coordinator), files)

    with as_owner():
        stop = ReadingStop.objects.get()
        told = Notice.objects.filter(kind="reading_stopped")
        assert {(each.role, each.unit_id) for each in told} == {
            ("dpo", None),
            ("leader", vestegnen.gladsaxe_ssp.pk),
        }
        assert {each.path for each in told} == {f"/logkontrol/graenser/{stop.pk}/"}
        assert told.count() == 2
    assert "Ung Eksempel" not in client_of(vestegnen.leader).get(f"/logkontrol/graenser/{stop.pk}/").content.decode()


def test_a_leader_lifts_it_for_the_rest_of_the_day_with_a_reason(
    files: list[YoungPerson], vestegnen: Vestegnen, client_of: ClientOf, time_machine: TimeMachineFixture
) -> None:
    time_machine.move_to(timezone.localtime().replace(hour=9, minute=0) + timedelta(days=1), tick=True)
    reader, leader = client_of(vestegnen.coordinator), client_of(vestegnen.leader)
    _crawl(reader, files)
    with as_owner():
        stop = ReadingStop.objects.get()

    silent = leader.post(f"/logkontrol/graenser/{stop.pk}/", {"reason": ""})
    assert silent.status_code == 200
    assert _read(reader, files[4]) == _TOO_MANY

    lifted = leader.post(f"/logkontrol/graenser/{stop.pk}/", {"reason": "Vi gennemgår alle sager i dag."})
    assert lifted.status_code == 302
    assert _crawl(reader, files) == [200] * 6
    assert [told["user"] for _, told in _lines("reading_lifted")] == [str(vestegnen.coordinator.pk)]

    time_machine.shift(timedelta(days=1))
    assert _crawl(client_of(vestegnen.coordinator), files)[4:] == [_TOO_MANY] * 2


def test_nobody_lifts_the_own_limit_and_the_officer_lifts_none(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    stop = stop_of(vestegnen.leader, vestegnen.gladsaxe)
    leader, officer = actor_of(vestegnen.leader), actor_of(vestegnen.dpo)

    with acting_for(leader), pytest.raises(Refused, match="din egen grænse"):
        lift_stop(stop, reason="Jeg skal videre.", by=leader)
    with acting_for(officer), pytest.raises(NotPermitted):
        lift_stop(stop, reason="Lederen skal videre.", by=officer)
    # Nor by a statement of their own.
    mine = ReadingLift(authority_id=leader.authority_id, stop=stop, reason="x", lifted_by=leader.user_id, at=stop.at)
    with acting_for(leader), pytest.raises(DatabaseError), transaction.atomic():
        mine.save(force_insert=True)


def test_another_authoritys_leader_sees_no_stop(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    stop = stop_of(vestegnen.coordinator, vestegnen.gladsaxe)
    police_leader = rows.user(vestegnen.local_police, Role.LEADER, sign_in_name="vicepolitiinspektoer")

    assert client_of(police_leader).get(f"/logkontrol/graenser/{stop.pk}/").status_code == 404
    assert client_of(vestegnen.coordinator).get(f"/logkontrol/graenser/{stop.pk}/").status_code == 403
    assert vestegnen.coordinator.name not in client_of(police_leader).get("/logkontrol/graenser/").content.decode()


def test_the_officer_sets_the_limit_up_and_down_within_bounds(
    files: list[YoungPerson], vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    officer = client_of(vestegnen.dpo)
    wide = {"per_hour": "100", "per_day": "200", "reason": "Årets gennemgang."}

    assert officer.post("/logkontrol/graenser/", {**wide, "per_hour": "5000"}).status_code == 200
    assert officer.post("/logkontrol/graenser/", wide).status_code == 302
    assert _crawl(client_of(vestegnen.coordinator), files) == [200] * 6

    narrow = {"per_hour": "5", "per_day": "10", "reason": "Tilbage igen."}
    assert officer.post("/logkontrol/graenser/", narrow).status_code == 302
    assert _crawl(client_of(vestegnen.leader), files)[5:] == [_TOO_MANY]
    assert [told["per_hour"] for _, told in _lines("reading_limit_set")] == [100, 5]


def test_a_leader_sets_no_limit(vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf) -> None:
    leader = actor_of(vestegnen.leader)

    assert "Ændr grænserne" not in client_of(vestegnen.leader).get("/logkontrol/graenser/").content.decode()
    with acting_for(leader), pytest.raises(NotPermitted):
        set_limit(per_hour=400, per_day=2000, reason="Mere.", by=leader)
    limit = ReadingLimit(
        authority_id=leader.authority_id,
        per_hour=400,
        per_day=2000,
        reason="x",
        set_by=leader.user_id,
        at=timezone.now(),
    )
    with acting_for(leader), pytest.raises(DatabaseError), transaction.atomic():
        limit.save(force_insert=True)


def test_the_stop_stands_out_in_the_log_control(
    files: list[YoungPerson], vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    _crawl(client_of(vestegnen.coordinator), files)
    by = system_of(vestegnen.gladsaxe.pk, partnership_id=vestegnen.partnership.pk)

    with acting_for(by):
        draw(timezone.localdate(), timezone.localdate(), by=by)

    with as_owner():
        item = ControlItem.objects.get(event="reading_stopped")
    assert (item.grounds, item.reader_id) == (["stopped"], vestegnen.coordinator.pk)


def test_counting_asks_the_database_nothing_more(
    files: list[YoungPerson], vestegnen: Vestegnen, client_of: ClientOf, settings: Settings
) -> None:
    client = client_of(vestegnen.coordinator)
    _read(client, files[0])
    with own_queries() as one:
        _read(client, files[1])
    settings.READINGS_PER_HOUR = settings.READINGS_PER_DAY = 1000
    for file in files:
        _read(client, file)
    with own_queries() as many:
        _read(client, files[1])

    assert len(one) == len(many)
    assert not any("readinglimit" in query or "lately_read" in query for query in one)


@pytest.fixture
def apart() -> Iterator[str]:
    """A database that two connections share, as two processes would."""
    with prepared_database("rundbord_test_budget") as name:
        yield name


def test_two_readings_at_the_same_moment_do_not_both_take_the_last_place(apart: str) -> None:
    reader = Actor(user_id=uuid4(), authority_id=uuid4(), unit_id=None, partnership_id=None, permissions=frozenset())
    answers: list[str | None] = []
    with _session(apart, reader) as first, _session(apart, reader) as second:
        answers.append(_record(first, reader, person=uuid4()))
        late = threading.Thread(target=lambda: answers.append(_record(second, reader, person=uuid4())))
        late.start()
        late.join(timeout=0.5)
        assert late.is_alive(), "the second waits until the first is settled"
        first.commit()
        late.join(timeout=10)

    assert answers == [None, "hour"]


def _session(name: str, reader: Actor) -> psycopg.Connection[tuple[str | None]]:
    login = Login.from_url(os.environ["RUNDBORD_CLUSTER_URL"])
    session = psycopg.connect(
        dbname=name, user=login.user, password=login.password, host=login.host, port=login.port or None
    )
    session.execute("SET ROLE rundbord_app")
    session.execute(
        "SELECT set_config('app.ctx', %s, false)", [signed_context(reader, key=django_settings.CONTEXT_KEY)]
    )
    return session


def _record(session: psycopg.Connection[tuple[str | None]], reader: Actor, *, person: UUID) -> str | None:
    entry: dict[str, object] = {
        "id": str(uuid4()),
        "at": canonical_time(timezone.now()),
        "event": "young_person_read",
        "user": str(reader.user_id),
        "authority": str(reader.authority_id),
        "unit": None,
        "partnership": None,
        "purpose": reader.purpose.value,
        "subject_kind": "concerns.YoungPerson",
        "subject": str(person),
        "details": {},
    }
    row = session.execute(
        "SELECT audit.record_reading(%s, %s, 1, 10)", [json.dumps(entry).encode(), b"s" * 16]
    ).fetchone()
    assert row is not None
    return row[0]
