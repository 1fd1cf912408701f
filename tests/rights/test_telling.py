"""Who has not been told: the desk sees how each file stands, a deferral ends by itself, and nobody is named."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.concerns.models import FamilyNotice, YoungPerson
from rundbord.concerns.queries.duty_to_tell import duty_to_tell, untold_overdue
from rundbord.identity.models import User
from tests.concerns.files import NAME, file_on
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.rights.asking import registrar


@pytest.fixture
def clerk(vestegnen: Vestegnen) -> User:
    """Gladsaxe's registrar."""
    return registrar(vestegnen.gladsaxe_ssp)


def _said(person: YoungPerson, **columns: Any) -> None:
    with as_owner():
        plain = {"written_by": person.lead_id, "written_label": "Koordinator", "written_at": timezone.now()}
        FamilyNotice.objects.create(authority_id=person.authority_id, person=person, **{**plain, **columns})


def _files(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    """One of each: never told and late, put off and lapsed, waiting, told, narrow, and moved away."""
    ours, now, today = actor_of(vestegnen.coordinator), timezone.now(), timezone.localdate()
    file_on(ours, opened_at=now - timedelta(days=40))
    lapsed, waits, told = (file_on(ours) for _ in range(3))
    _said(
        lapsed, state="deferred", ground="others", recheck_on=today + timedelta(days=9), written_at=now - timedelta(2)
    )
    _said(lapsed, state="deferred", ground="others", recheck_on=today - timedelta(days=3))
    _said(waits, state="deferred", ground="prevention", recheck_on=today + timedelta(days=20))
    _said(told, state="given", manner="talk", given_on=today)
    file_on(ours, is_narrow=True)
    moved = file_on(ours)
    with as_owner():
        YoungPerson.objects.filter(pk=moved.pk).update(moved_on=today)


def test_the_desk_sees_who_is_to_be_told_by_when_and_of_whom_nothing(
    clerk: User, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    _files(vestegnen, actor_of)
    client = client_of(clerk)

    with CaptureQueriesContext(connection) as sent:
        page = client.get("/rettigheder/orientering/").content.decode()

    assert len(sent) <= 14

    with acting_for(actor_of(clerk)):
        rows = duty_to_tell().rows
        assert untold_overdue() == 2
    assert [row.standing.value for row in rows] == ["none", "lapsed", "waits", "none"]
    assert [row.is_overdue for row in rows] == [True, True, False, False]
    assert [bool(row.unit) for row in rows] == [True, True, True, False]
    assert rows[-1].lead == ""
    for words in ("Udskydelsen er udløbet", "Udskudt, afventer godkendelse", "Snæver sag", vestegnen.coordinator.name):
        assert words in page
    assert NAME not in page
    assert "/rettigheder/orientering/" in client.get("/rettigheder/").content.decode()
    start = client_of(vestegnen.dpo).get("/").content.decode()
    assert "sager, hvor familien skulle være orienteret" in start


def test_the_list_is_turned_by_the_key_of_its_rows(
    clerk: User, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    _files(vestegnen, actor_of)
    with acting_for(actor_of(clerk)):
        first = duty_to_tell(size=2)
        second = duty_to_tell(size=2, after=first.after)
        back = duty_to_tell(size=2, before=second.before)
        assert duty_to_tell(size=2, after="2026-13-45.nothing").rows == first.rows

    assert (first.before, second.after) == ("", "")
    assert len({row.key for row in first.rows + second.rows}) == 4
    assert back.rows == first.rows


def test_nobody_else_is_told_how_telling_stands(vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf) -> None:
    _files(vestegnen, actor_of)
    elsewhere = registrar(vestegnen.herlev_ssp, sign_in_name="herlev-registratur")

    assert "Alle er orienteret" in client_of(elsewhere).get("/rettigheder/orientering/").content.decode()
    for user in (vestegnen.coordinator, vestegnen.leader, vestegnen.administrator):
        assert client_of(user).get("/rettigheder/orientering/").status_code == 403
        with acting_for(actor_of(user)), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM ctx.duty_to_tell()")
            assert cursor.fetchone() == (0,)
