"""Planning, starting and cancelling a shift: own unit, own people, one tap."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.streetwork import actions
from rundbord.streetwork.models import RouteArea, Shift, ShiftSheet, TeamMember
from rundbord.streetwork.queries.staff import staff_of
from rundbord.streetwork.vocabulary import ShiftState
from tests.database import as_owner
from tests.factories import rows, shifts
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import logged

HOUR = timedelta(hours=1)


def _typed(vestegnen: Vestegnen, begins: datetime | None = None, **changed: Any) -> dict[str, Any]:
    begins = timezone.localtime(begins or timezone.now())
    return {
        "starts_at": begins.strftime("%Y-%m-%dT%H:%M"),
        "ends_at": (begins + 4 * HOUR).strftime("%Y-%m-%dT%H:%M"),
        "team": [str(vestegnen.street_worker.pk)],
        "areas": [str(vestegnen.station.pk), str(vestegnen.park.pk)],
        "occasion": "Regn, fest på torvet",
        "interval": "30",
        **changed,
    }


def _plan(client: Client, typed: dict[str, Any]) -> Any:
    return client.post("/gadearbejde/vagter/ny/", typed)


def _only() -> Shift:
    with as_owner():
        return Shift.objects.get()


def test_a_team_is_planned_with_hours_route_and_interval(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    response = _plan(client_of(vestegnen.street_worker), _typed(vestegnen))

    shift = _only()
    assert response.headers["Location"] == f"/gadearbejde/vagter/{shift.pk}/"
    with as_owner():
        sheet = ShiftSheet.objects.get(shift=shift)
        assert (sheet.occasion, sheet.interval_minutes, sheet.team_size) == ("Regn, fest på torvet", 30, 1)
        assert [each.user_id for each in TeamMember.objects.all()] == [vestegnen.street_worker.pk]
        assert RouteArea.objects.filter(shift=shift).count() == 2
    assert (shift.unit_id, shift.started_at) == (vestegnen.gladsaxe_street.pk, None)
    assert logged(Event.SHIFT_PLANNED, about=shift)


def test_saving_and_starting_is_one_tap(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _plan(client_of(vestegnen.street_worker), _typed(vestegnen, start="1"))

    shift = _only()
    assert shift.state_at(timezone.now()) is ShiftState.OUT
    with as_owner():
        me = TeamMember.objects.get()
    assert me.checked_in_at is not None
    assert me.due_at is not None
    assert me.due_at - me.checked_in_at == timedelta(minutes=30)


def test_only_the_own_authoritys_street_staff_is_offered(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    rows.user(vestegnen.gladsaxe_ssp, Role.CASE_WORKER, name="SSP-konsulent, Gladsaxe")
    actor = actor_of(vestegnen.street_worker)

    with acting_for(actor):
        offered = [(each.label, each.is_own_unit) for each in staff_of(actor)]

    assert offered == [(vestegnen.street_worker.name, True), ("SSP-konsulent, Gladsaxe", False)]


def test_somebody_from_another_authority_is_refused_and_what_was_typed_stays(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    typed = _typed(vestegnen, team=[str(vestegnen.herlev_case_worker.pk)])

    response = _plan(client_of(vestegnen.street_worker), typed)

    text = response.content.decode()
    assert response.status_code == 200
    assert "Regn, fest på torvet" in text
    assert vestegnen.herlev_case_worker.name not in text
    with as_owner():
        assert not Shift.objects.exists()


def test_the_database_too_refuses_a_member_who_does_not_work_there(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    shift = shifts.shift(vestegnen.partnership, vestegnen.gladsaxe_street)

    with (
        acting_for(actor_of(vestegnen.street_worker)),
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
    ):
        TeamMember.objects.create(
            partnership_id=shift.partnership_id,
            authority_id=shift.authority_id,
            shift_id=shift.pk,
            user_id=vestegnen.officer.pk,
            user_label="Betjent",
            delete_on=timezone.localdate(),
        )


def test_a_name_in_the_occasion_is_asked_about(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    response = _plan(client_of(vestegnen.street_worker), _typed(vestegnen, occasion="Fest hos 010203-1234"))

    assert response.status_code == 200
    with as_owner():
        assert not Shift.objects.exists()


@pytest.mark.parametrize("user", ["officer", "coordinator", "leader"])
def test_who_does_not_walk_the_street_plans_nothing(user: str, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    assert client_of(getattr(vestegnen, user)).get("/gadearbejde/vagter/ny/").status_code == 403


def test_the_start_page_starts_the_planned_shift(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    shift = shifts.shift(vestegnen.partnership, vestegnen.gladsaxe_street, team=(vestegnen.street_worker,))
    client = client_of(vestegnen.street_worker)
    before = client.get("/").content.decode()

    client.post(f"/gadearbejde/vagter/{shift.pk}/start/")

    after = client.get("/").content.decode()
    assert f'action="/gadearbejde/vagter/{shift.pk}/start/"' in before
    assert "Til vagten" in after
    assert "Meld mig ind" in after
    assert logged(Event.SHIFT_STARTED, about=shift)


def test_of_two_who_start_at_once_the_second_is_told(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    shift = shifts.shift(vestegnen.partnership, vestegnen.gladsaxe_street, team=(vestegnen.street_worker,))
    actor = actor_of(vestegnen.street_worker)

    with acting_for(actor):
        actions.start_shift(shift, by=actor)
        with pytest.raises(Refused, match="først"):
            actions.start_shift(shift, by=actor)


def test_a_cancelled_shift_stays_in_the_list_and_does_not_start(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    shift = shifts.shift(vestegnen.partnership, vestegnen.gladsaxe_street, team=(vestegnen.street_worker,))
    client = client_of(vestegnen.street_worker)

    client.post(f"/gadearbejde/vagter/{shift.pk}/aflys/")
    refused = client.post(f"/gadearbejde/vagter/{shift.pk}/start/")

    assert refused.headers["Location"].endswith("?afvist=1")
    assert "Aflyst" in client.get("/gadearbejde/vagter/").content.decode()
    assert _only().started_at is None


def test_another_unit_of_the_authority_does_not_work_the_shift(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    shift = shifts.shift(vestegnen.partnership, vestegnen.gladsaxe_street)
    other = actor_of(rows.user(vestegnen.gladsaxe_ssp, Role.CASE_WORKER))

    with acting_for(other), pytest.raises(Refused, match="andet hold"):
        actions.start_shift(shift, by=other)
