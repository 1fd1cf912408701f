"""A municipality stands as free of gang activity when both sides declare it over areas that are all agreed as quiet."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.identity.models import User
from rundbord.streetwork.actions import state_gang_free
from rundbord.streetwork.models import GangFreeStatement
from rundbord.streetwork.queries import Declaring, mapping_of
from rundbord.streetwork.rules.quarters import quarter_on
from rundbord.streetwork.vocabulary import ActivityLevel
from tests.factories import activity, rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen


def _herlev(vestegnen: Vestegnen) -> Declaring:
    told = mapping_of(quarter_on(timezone.localdate()))
    return next(each for each in told.municipalities if each.municipality.pk == vestegnen.herlev.pk)


def _quiet(vestegnen: Vestegnen) -> None:
    activity.agreed(vestegnen.park, vestegnen.local_police, vestegnen.herlev_ssp)


def _declare(vestegnen: Vestegnen, actor_of: ActorOf, *users: User) -> None:
    for user in users:
        actor = actor_of(user)
        with acting_for(actor):
            state_gang_free(_herlev(vestegnen), by=actor)


def _address(vestegnen: Vestegnen) -> str:
    return f"/gadearbejde/kortlaegning/kommuner/{vestegnen.herlev.pk}/{quarter_on(timezone.localdate()).key}/"


def test_both_sides_declare_it_and_it_stands_on_the_page(
    vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    _quiet(vestegnen)
    client = client_of(vestegnen.leader)

    _declare(vestegnen, actor_of, vestegnen.officer)
    after_one = client.get("/gadearbejde/kortlaegning/").content.decode()
    _declare(vestegnen, actor_of, vestegnen.herlev_case_worker)
    after_both = client.get("/gadearbejde/kortlaegning/").content.decode()

    assert "Politi har erklæret kommunen fri" in after_one
    assert "Fri for bandeaktivitet" not in after_one
    assert "Fri for bandeaktivitet" in after_both


def test_it_cannot_be_declared_while_an_area_is_not_agreed_as_quiet(
    vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    activity.view(vestegnen.park, vestegnen.local_police)
    officer = actor_of(vestegnen.officer)

    with acting_for(officer), pytest.raises(Refused, match="Ikke alle"):
        state_gang_free(_herlev(vestegnen), by=officer)
    assert "Ikke alle" in client_of(vestegnen.officer).get(_address(vestegnen)).content.decode()


def test_it_falls_when_a_side_sees_a_sign_and_does_not_rise_again_by_itself(
    vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    _quiet(vestegnen)
    _declare(vestegnen, actor_of, vestegnen.officer, vestegnen.herlev_case_worker)
    states = []
    for number, level in ((2, ActivityLevel.SINGLE), (3, ActivityLevel.NONE)):
        activity.view(vestegnen.park, vestegnen.local_police, level, number=number)
        with acting_for(actor_of(vestegnen.leader)):
            states.append((_herlev(vestegnen).is_free, _herlev(vestegnen).can_be_declared))

    assert states == [(False, False), (False, True)]


def test_it_falls_when_a_new_area_is_drawn_in_the_municipality(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    _quiet(vestegnen)
    _declare(vestegnen, actor_of, vestegnen.officer, vestegnen.herlev_case_worker)
    rows.area(vestegnen.partnership, "Søen", vestegnen.herlev, west=12.5)

    with acting_for(actor_of(vestegnen.leader)):
        assert not _herlev(vestegnen).is_free


def test_a_side_declares_once_and_another_municipality_not_at_all(
    vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    _quiet(vestegnen)
    _declare(vestegnen, actor_of, vestegnen.officer)

    for user, words in ((vestegnen.officer, "allerede"), (vestegnen.coordinator, "egen SSP")):
        actor = actor_of(user)
        with acting_for(actor), pytest.raises(Refused, match=words):
            state_gang_free(_herlev(vestegnen), by=actor)


def test_it_is_declared_on_its_own_screen_and_not_by_a_slip(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _quiet(vestegnen)
    client = client_of(vestegnen.herlev_case_worker)

    slip = client.post(_address(vestegnen), {})
    meant = client.post(_address(vestegnen), {"is_meant": "on"})

    assert slip.status_code == 200
    assert slip.context["form"].errors["is_meant"]
    assert meant.status_code == 302
    assert meant.headers["Location"].endswith("#kommuner")


def test_the_database_lets_no_municipality_declare_another_free(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    actor = actor_of(vestegnen.coordinator)

    with acting_for(actor), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        GangFreeStatement.objects.create(
            partnership_id=actor.table,
            authority_id=actor.authority_id,
            unit_id=actor.unit_id,
            audience="parties",
            municipality=vestegnen.herlev,
            quarter=quarter_on(timezone.localdate()).first_day,
            side="ssp",
            covers=[vestegnen.park.pk],
            stated_at=timezone.now(),
            stated_label="Forfalsket",
        )


def test_a_municipality_without_areas_is_not_there(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    key = quarter_on(timezone.localdate()).key
    address = f"/gadearbejde/kortlaegning/kommuner/{vestegnen.outside.pk}/{key}/"

    assert client_of(vestegnen.officer).get(address).status_code == 404
