"""Registering, prolonging and ending zones: by the police alone, with an answer, link by link, told to all parties."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.partnership.vocabulary import Audience
from rundbord.zones import actions, queries
from rundbord.zones.models import Zone, ZoneArea, ZoneDecision
from rundbord.zones.vocabulary import Step, ZoneKind
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen

OVER_STATION = {
    "type": "Polygon",
    "coordinates": [[[12.402, 55.722], [12.41, 55.722], [12.41, 55.727], [12.402, 55.727], [12.402, 55.722]]],
}


def _fields(**changed: Any) -> dict[str, Any]:
    today = timezone.localdate()
    return {
        "kind": "search",
        "name": "Visitationszone ved stationen",
        "starts_on": today.isoformat(),
        "starts_clock": "12:00",
        "ends_on": (today + timedelta(days=14)).isoformat(),
        "ends_clock": "12:00",
        "borders": "Stationsvej\nTorvegade",
        "reasons": "Flere episoder med knive ved stationen.",
        "decided_by": "Politidirektøren",
        "decided_on": today.isoformat(),
        **changed,
    }


def _prolonging(**changed: Any) -> dict[str, Any]:
    today = timezone.localdate()
    return {
        "is_needed": "yes",
        "happened": "Der er fundet våben to gange.",
        "ends_on": (today + timedelta(days=21)).isoformat(),
        "ends_clock": "12:00",
        "reasons": "Der er fortsat risiko for nye episoder.",
        "decided_by": "Politidirektøren",
        "decided_on": today.isoformat(),
        "after": "1",
        **changed,
    }


def _chain(zone: Zone) -> list[ZoneDecision]:
    with as_owner():
        return list(ZoneDecision.objects.filter(zone=zone).order_by("number"))


def _ruling(**changed: Any) -> actions.Ruling:
    now = timezone.now()
    terms = {
        "starts_at": now,
        "ends_at": now + timedelta(days=7),
        "reasons": "Uro.",
        "decided_by": "Politidirektøren",
        "decided_on": timezone.localdate(),
    }
    return actions.Ruling(**{**terms, **changed})


PLACE = actions.Place(name="Zone", kind=ZoneKind.SEARCH, borders="Stationsvej", outline=None)


def test_the_police_register_a_zone_and_every_party_reads_it(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    answer = client_of(vestegnen.officer).post("/zoner/ny/", _fields())

    with as_owner():
        zone = Zone.objects.get()
    assert answer["Location"] == f"/zoner/{zone.pk}/"
    shown = client_of(vestegnen.herlev_case_worker).get(f"/zoner/{zone.pk}/").content.decode()
    for words in ("Visitationszone ved stationen", "Flere episoder med knive", "Politidirektøren", "Torvegade", "§ 6"):
        assert words in shown
    with acting_for(actor_of(vestegnen.officer)):
        assert own_entries(event=Event.ZONE_ESTABLISHED)


def test_a_drawn_zone_touches_the_area_under_it_and_a_named_street_its_own(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    rows.street(vestegnen.park, "Torvegade")
    outline = {**OVER_STATION, "properties": {"navn": "Et Navn"}}

    client_of(vestegnen.officer).post("/zoner/ny/", _fields(outline=json.dumps(outline)))

    with as_owner():
        touched = set(ZoneArea.objects.values_list("area_id", flat=True))
        kept = Zone.objects.get().outline
    assert touched == {vestegnen.station.pk, vestegnen.park.pk}
    assert kept == OVER_STATION


def test_an_area_can_be_chosen_by_hand(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client_of(vestegnen.officer).post("/zoner/ny/", _fields(areas=[str(vestegnen.park.pk)]))

    with as_owner():
        assert [each.area_id for each in ZoneArea.objects.all()] == [vestegnen.park.pk]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"borders": ""}, "Skriv grænserne gade for gade"),
        ({"kind": "penalty"}, "Beslutningen skal offentliggøres"),
        ({"link": "http://politi.example/"}, "begynder med https://"),
        ({"ends_on": "2020-01-01"}, "Zonen skal slutte efter"),
        ({"ends_on": (timezone.localdate() + timedelta(days=99)).isoformat()}, "højst være 60 dage"),
        ({"decided_on": (timezone.localdate() + timedelta(days=1)).isoformat()}, "efter i dag"),
        ({"decided_by": "Politidirektør Anders Eksempelsen"}, "Anders Eksempelsen"),
        ({"reasons": "Visiteret: 010190-1234"}, "CPR-nummer"),
        ({"outline": "[" * 100_000}, "kan ikke læses som GeoJSON"),
        ({"outline": '{"type": "Point", "coordinates": [12, 55]}'}, "skal være et område"),
        ({"starts_on": "2027-03-28", "starts_clock": "02:30"}, "springer uret over"),
    ],
)
def test_what_cannot_be_registered_is_explained_and_nothing_typed_is_lost(
    changed: dict[str, str], sentence: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    shown = client_of(vestegnen.officer).post("/zoner/ny/", _fields(**changed)).content.decode()

    assert sentence in shown
    assert "Visitationszone ved stationen" in shown
    with as_owner():
        assert not Zone.objects.exists()


@pytest.mark.parametrize("who", ["leader", "coordinator", "herlev_case_worker", "street_worker", "secretary"])
def test_nobody_but_the_police_registers_a_zone(who: str, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(getattr(vestegnen, who))

    answers = {client.get("/zoner/ny/").status_code, client.post("/zoner/ny/", _fields()).status_code}

    assert answers <= {403, 404}
    assert "Registrér zone" not in client.get("/zoner/").content.decode()
    with as_owner():
        assert not Zone.objects.exists()


def test_a_leader_of_a_municipality_is_refused_by_the_action_too(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    leader = actor_of(vestegnen.leader)

    with acting_for(leader), pytest.raises(NotPermitted):
        actions.establish_zone(PLACE, _ruling(), by=leader)


def test_the_database_takes_zones_from_the_police_alone(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    leader = actor_of(vestegnen.leader)
    now = timezone.now()
    columns = {"audience": Audience.PARTIES, "kind": "search", "starts_at": now, "registered_at": now}

    with acting_for(leader), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Zone.objects.create(
            partnership=vestegnen.partnership, authority=vestegnen.gladsaxe, registered_by=leader.user_id, **columns
        )


def test_a_zone_is_prolonged_link_by_link_and_the_chain_is_shown(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    zone = rows.zone(vestegnen.partnership, vestegnen.local_police)
    police = client_of(vestegnen.officer)

    police.post(f"/zoner/{zone.pk}/forlaeng/", _prolonging())
    later = (timezone.localdate() + timedelta(days=35)).isoformat()
    police.post(f"/zoner/{zone.pk}/forlaeng/", _prolonging(after="2", ends_on=later, happened="En episode mere."))

    first, second, third = _chain(zone)
    assert [link.step for link in (first, second, third)] == [Step.ESTABLISHED, Step.PROLONGED, Step.PROLONGED]
    assert (second.starts_at, third.starts_at) == (first.ends_at, second.ends_at)
    shown = client_of(vestegnen.herlev_case_worker).get(f"/zoner/{zone.pk}/").content.decode()
    assert shown.index("En episode mere.") < shown.index("fundet våben to gange") < shown.index("episoder med knive")


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"happened": ""}, "Dette felt er påkrævet"),
        ({"happened": "   "}, "Dette felt er påkrævet"),
        ({"is_needed": ""}, "Dette felt er påkrævet"),
        ({"is_needed": "no"}, "skal den udløbe eller ophæves"),
        ({"ends_on": "2020-01-01"}, "Zonen skal slutte efter"),
    ],
)
def test_no_zone_is_prolonged_without_an_answer(
    changed: dict[str, str], sentence: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    zone = rows.zone(vestegnen.partnership, vestegnen.local_police)

    path = f"/zoner/{zone.pk}/forlaeng/"
    shown = client_of(vestegnen.officer).post(path, _prolonging(**changed)).content.decode()

    assert sentence in shown
    assert "Der er fortsat risiko" in shown
    assert len(_chain(zone)) == 1


def test_the_action_asks_for_the_answer_too(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    zone, officer = rows.zone(vestegnen.partnership, vestegnen.local_police), actor_of(vestegnen.officer)
    silent = actions.Answer(is_needed=True, happened=" ")
    ruling = _ruling(ends_at=timezone.now() + timedelta(days=20))

    with acting_for(officer), pytest.raises(Refused, match="hvad der er sket"):
        actions.prolong_zone(zone, ruling, silent, after=1, by=officer)


def test_of_two_who_prolong_at_once_the_second_reads_the_first_and_keeps_the_own_words(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    zone = rows.zone(vestegnen.partnership, vestegnen.local_police)
    police = client_of(vestegnen.officer)
    path = f"/zoner/{zone.pk}/forlaeng/"
    police.post(path, _prolonging(happened="Den førstes ord."))

    mine = _prolonging(happened="Den andens ord.", reasons="Den andens begrundelse.")
    shown = police.post(path, mine).content.decode()

    assert "En anden har imens registreret en beslutning" in shown
    for words in ("Den førstes ord.", "Den andens ord.", "Den andens begrundelse."):
        assert words in shown
    assert 'name="after" value="2"' in shown
    assert len(_chain(zone)) == 2


def test_a_zone_that_is_over_is_not_prolonged(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    over = timezone.now() - timedelta(hours=1)
    zone = rows.zone(vestegnen.partnership, vestegnen.local_police, ends_at=over)

    shown = client_of(vestegnen.officer).post(f"/zoner/{zone.pk}/forlaeng/", _prolonging()).content.decode()

    assert "ikke længere i kraft" in shown
    assert len(_chain(zone)) == 1


def test_a_zone_ends_ahead_of_its_time_with_a_reason(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    zone = rows.zone(vestegnen.partnership, vestegnen.local_police)
    fields = {"reasons": "Ro i to uger.", "decided_by": "Politidirektøren", "after": "1"}
    police = client_of(vestegnen.officer)

    police.post(f"/zoner/{zone.pk}/ophaev/", fields)
    again = police.post(f"/zoner/{zone.pk}/ophaev/", fields | {"after": "2"}).content.decode()

    assert [link.step for link in _chain(zone)] == [Step.ESTABLISHED, Step.ENDED]
    assert "ikke længere i kraft" in again
    shown = client_of(vestegnen.coordinator).get("/zoner/?vis=udloebne").content.decode()
    assert zone.name in shown
    assert "Ophævet" in shown


def test_no_link_of_a_chain_is_rewritten(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    rows.zone(vestegnen.partnership, vestegnen.local_police)

    denied = pytest.raises(DatabaseError, match="permission denied")
    with acting_for(actor_of(vestegnen.officer)), denied, transaction.atomic():
        ZoneDecision.objects.update(ends_at=timezone.now())


def test_the_zone_that_ends_first_stands_first_and_those_that_are_over_stand_apart(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    now = timezone.now()
    for name, days in (("Den lange", 20), ("Den korte", 2), ("Den forbigangne", -1)):
        start, end = now - timedelta(days=30), now + timedelta(days=days)
        rows.zone(vestegnen.partnership, vestegnen.local_police, name=name, starts_at=start, ends_at=end)
    client = client_of(vestegnen.coordinator)

    live, over = (client.get(f"/zoner/?vis={which}").content.decode() for which in ("i-kraft", "udloebne"))

    assert live.index("Den korte") < live.index("Den lange")
    assert "Den forbigangne" not in live
    assert "Den forbigangne" in over
    assert "Den korte" not in over


def test_the_list_of_zones_that_are_over_is_paged_and_asks_no_more_for_many(
    vestegnen: Vestegnen, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    now = timezone.now()
    for number in range(25):
        start = now - timedelta(days=40 + number)
        end = start + timedelta(days=7)
        rows.zone(vestegnen.partnership, vestegnen.local_police, name=f"Zone {number:02}", starts_at=start, ends_at=end)
    client = client_of(vestegnen.coordinator)

    with django_assert_max_num_queries(16):
        first = client.get("/zoner/?vis=udloebne").content.decode()
    cursor = first.split("vis=udloebne&amp;efter=")[1].split('"')[0]
    second = client.get(f"/zoner/?vis=udloebne&efter={cursor}").content.decode()

    assert [f"Zone {number:02}" in first for number in (0, 19, 20)] == [True, True, False]
    assert [f"Zone {number:02}" in second for number in (19, 20, 24)] == [False, True, True]


def test_a_link_is_shown_as_its_own_address(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    zone = rows.zone(vestegnen.partnership, vestegnen.local_police, link="https://politi.example/zoner?a=1&b=2")

    shown = client_of(vestegnen.coordinator).get(f"/zoner/{zone.pk}/").content.decode()

    address = "https://politi.example/zoner?a=1&amp;b=2"
    assert f'<a href="{address}" rel="noopener noreferrer nofollow">{address}</a>' in shown


def test_another_partnership_and_the_place_login_do_not_find_the_zone(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    zone = rows.zone(vestegnen.partnership, vestegnen.local_police)

    assert client_of(vestegnen.outsider).get(f"/zoner/{zone.pk}/").status_code == 404
    assert client_of(vestegnen.caretaker).get(f"/zoner/{zone.pk}/").status_code == 403


def test_zones_of_an_area_are_those_that_touch_it(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    officer = actor_of(vestegnen.officer)
    with acting_for(officer):
        place = actions.Place(
            name="Ved parken", kind=ZoneKind.SEARCH, borders="Parkvej", outline=None, areas=(vestegnen.park,)
        )
        actions.establish_zone(place, _ruling(), by=officer)

        [found] = queries.zones_of_area(vestegnen.park.pk)
        assert found.zone.name == "Ved parken"
        assert found.area_names == (vestegnen.park.name,)
        assert queries.zones_of_area(vestegnen.station.pk) == []


def test_a_zone_until_sunday_at_three_lasts_the_long_night_through(
    vestegnen: Vestegnen, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    friday = timezone.make_aware(datetime(2026, 10, 23, 12, 0))
    monkeypatch.setattr("django.utils.timezone.now", lambda: friday)
    fields = _fields(starts_on="2026-10-23", ends_on="2026-10-25", ends_clock="03:00", decided_on="2026-10-23")

    client_of(vestegnen.officer).post("/zoner/ny/", fields)

    with as_owner():
        decision = ZoneDecision.objects.get()
    assert decision.ends_at - decision.starts_at == timedelta(hours=40)
    assert timezone.localtime(decision.ends_at).hour == 3
