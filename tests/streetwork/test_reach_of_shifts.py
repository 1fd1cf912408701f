"""Who may see what: the own authority all of it, other parties where and when, housing and outsiders nothing."""

from __future__ import annotations

from uuid import uuid4

import psycopg
import pytest
from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.streetwork.models import AreaVisit, RouteArea, Shift, ShiftReport, ShiftSheet, TeamMember
from tests.database import logged_in
from tests.factories import shifts
from tests.factories.situations import ActorOf, ClientOf, Vestegnen

OWN_ALONE = (ShiftSheet, TeamMember, AreaVisit, ShiftReport)
TABLES = [model._meta.db_table for model in (Shift, RouteArea, *OWN_ALONE)]


@pytest.fixture
def shift(vestegnen: Vestegnen) -> Shift:
    """A shift that runs: planned for the station, just now in the park, somebody late."""
    made = shifts.running(
        *(vestegnen.partnership, vestegnen.gladsaxe_street),
        minutes=90,
        team=(vestegnen.street_worker,),
        areas=(vestegnen.station,),
    )
    shifts.visit(made, vestegnen.park, timezone.now())
    return made


@pytest.mark.parametrize("who", ["officer", "herlev_case_worker"])
def test_another_party_sees_that_a_team_is_out_and_neither_who_nor_where_it_is_now(
    who: str, shift: Shift, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(getattr(vestegnen, who))

    for address in ("/gadearbejde/vagter/", f"/gadearbejde/vagter/{shift.pk}/", "/overblik/"):
        text = client.get(address).content.decode()
        assert "Gadeteamet" in text
        assert "Stationen" in text
        assert "Parken" not in text
        assert vestegnen.street_worker.name not in text
        assert "over tiden" not in text


@pytest.mark.parametrize("who", ["officer", "herlev_case_worker", "outsider"])
def test_what_the_own_authority_keeps_is_no_row_of_anybody_elses(
    who: str, shift: Shift, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    with acting_for(actor_of(getattr(vestegnen, who))):
        assert [model._base_manager.count() for model in OWN_ALONE] == [0, 0, 0, 0]


def test_a_municipality_outside_sees_nothing_and_hidden_looks_like_missing(
    shift: Shift, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.outsider)

    assert client.get(f"/gadearbejde/vagter/{shift.pk}/").status_code == 404
    assert client.get(f"/gadearbejde/vagter/{uuid4()}/").status_code == 404
    assert "Gadeteamet" not in client.get("/gadearbejde/vagter/").content.decode()


@pytest.mark.parametrize("part", ["start/", "aflys/", "omraade/", "kontakt/", "observation/", "slut/"])
def test_another_party_cannot_work_a_shift(part: str, shift: Shift, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.herlev_case_worker)

    assert client.post(f"/gadearbejde/vagter/{shift.pk}/{part}").status_code == 404


def test_another_party_cannot_check_anybody_in(shift: Shift, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    member = shifts.member(shift, vestegnen.leader)

    answer = client_of(vestegnen.herlev_case_worker).post(f"/gadearbejde/hold/{member.pk}/meld-ind/")

    assert answer.status_code == 404


def test_another_party_changes_no_row_of_a_shift(shift: Shift, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    with acting_for(actor_of(vestegnen.herlev_case_worker)):
        assert Shift.objects.filter(pk=shift.pk).exists()
        assert Shift.objects.filter(pk=shift.pk).update(ended_at=timezone.now()) == 0
        assert RouteArea.objects.filter(shift=shift).update(hours=[3]) == 0


@pytest.mark.parametrize("table", TABLES)
def test_housing_partners_have_no_grant_at_all(table: str) -> None:
    with logged_in("rundbord_place") as cursor, pytest.raises(psycopg.errors.InsufficientPrivilege):
        cursor.execute(f'SELECT 1 FROM "{table}"')


def test_housing_partners_find_no_room(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.caretaker)

    assert client.get("/gadearbejde/vagter/").status_code == 403
    assert "vagt" not in client.get("/").content.decode().lower()
