"""From street text or point to area, within the partnership in session."""

from __future__ import annotations

from pytest_django import DjangoAssertNumQueries

from rundbord.access.session import acting_for
from rundbord.partnership.models import AreaStreet
from rundbord.partnership.queries import area_collection, area_lookup, area_of
from rundbord.partnership.rules import Point
from tests.database import as_owner
from tests.factories.situations import ActorOf, Vestegnen


def _street(vestegnen: Vestegnen, name: str, key: str) -> None:
    with as_owner():
        AreaStreet.objects.create(partnership=vestegnen.partnership, area=vestegnen.station, name=name, key=key)


def test_a_street_leads_to_its_area(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    _street(vestegnen, "Gl. Stationsvej", "gammel stationsvej")

    with acting_for(actor_of(vestegnen.officer)):
        found = area_of(street="krydset Ringvejen/Gammel Stationsvej 12")

    assert found == vestegnen.station


def test_a_point_is_a_surer_sign_than_a_street(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    _street(vestegnen, "Stationsvej", "stationsvej")

    with acting_for(actor_of(vestegnen.officer)):
        found = area_of(street="Stationsvej", point=Point(lat=55.725, lon=12.455))

    assert found == vestegnen.park


def test_an_unknown_place_has_no_area(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    with acting_for(actor_of(vestegnen.officer)):
        assert area_of(street="Ukendt Vej", point=Point(lat=57.0, lon=10.0)) is None


def test_another_partnership_finds_none_of_our_areas(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    _street(vestegnen, "Stationsvej", "stationsvej")

    with acting_for(actor_of(vestegnen.outsider)):
        assert area_of(street="Stationsvej", point=Point(lat=55.725, lon=12.405)) is None
        assert area_collection()["features"] == []


def test_a_whole_report_needs_two_queries(
    vestegnen: Vestegnen, actor_of: ActorOf, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with acting_for(actor_of(vestegnen.officer)), django_assert_num_queries(2):
        lookup = area_lookup()
        for _ in range(50):
            lookup.find(street="Stationsvej")
