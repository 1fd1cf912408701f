"""Putting a zone right: a row that supersedes, what stood beside what stands, and pictures that tell the correction."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.zones import actions, queries
from rundbord.zones.models import Zone, ZoneArea, ZoneDecision, ZonePlace
from rundbord.zones.queries import ToldKind, ZoneRow
from rundbord.zones.vocabulary import Step, ZoneKind, ZoneState
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen

DAY = timedelta(days=1)
WHY = "Datoen blev tastet forkert. Opdaget ved gennemlæsning af den skriftlige beslutning."


@pytest.fixture
def zone(vestegnen: Vestegnen) -> Zone:
    """Registered nine days ago, for sixteen days from then."""
    return rows.zone(vestegnen.partnership, vestegnen.local_police, starts_at=timezone.now() - 9 * DAY)


@pytest.fixture
def officer(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    return actor_of(vestegnen.officer)


def _row(zone: Zone, by: Actor) -> ZoneRow:
    with acting_for(by):
        return queries.zone_row(zone.pk)


def _ruling(link: ZoneDecision, /, **changed: Any) -> actions.Ruling:
    names = ("starts_at", "ends_at", "reasons", "decided_by", "decided_on", "link")
    return actions.Ruling(**{**{name: getattr(link, name) for name in names}, **changed})


def _correct(zone: Zone, number: int, by: Actor, *, why: str = WHY, after: int = 0, **changed: Any) -> None:
    row = _row(zone, by)
    link = next(each for each in row.chain if each.number == number)
    happened = changed.pop("happened", link.happened)
    with acting_for(by):
        actions.correct_decision(
            zone,
            number,
            _ruling(link, **changed),
            why=why,
            happened=happened,
            after=after or len(row.registered),
            by=by,
        )


def _prolong(zone: Zone, by: Actor, *, days: int) -> None:
    row = _row(zone, by)
    ruling = _ruling(row.newest, starts_at=row.newest.ends_at, ends_at=row.newest.ends_at + days * DAY)
    with acting_for(by):
        answer = actions.Answer(is_needed=True, happened="Fortsat uro.")
        actions.prolong_zone(zone, ruling, answer, after=len(row.registered), by=by)


def _place(zone: Zone, **changed: Any) -> actions.Place:
    given = {"name": zone.name, "kind": ZoneKind(zone.kind), "borders": zone.borders, "outline": zone.outline}
    return actions.Place(**{**given, **changed})


def _change_told(by: Actor, *, since: datetime) -> list[str]:
    with acting_for(by):
        told = queries.told_in_picture(since=since, until=timezone.now())
    return [line.change for line in told if line.kind is ToldKind.ZONE]


def test_a_corrected_end_counts_and_the_wrong_one_stays_readable_with_why_and_who(
    zone: Zone, officer: Actor, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    wrong = _row(zone, officer).newest

    _correct(zone, 1, officer, ends_at=wrong.ends_at - 2 * DAY)

    row = _row(zone, officer)
    assert row.newest.ends_at == wrong.ends_at - 2 * DAY
    assert [link.version for link in row.registered] == [1, 2]
    assert row.registered[0].ends_at == wrong.ends_at
    [shown] = queries.links_of(row)
    [correction] = shown.corrections
    assert [change.label for change in correction.changes] == ["Til"]
    assert correction.why == WHY
    assert correction.who.endswith(vestegnen.police.name)
    page = client_of(vestegnen.herlev_case_worker).get(f"/zoner/{zone.pk}/").content.decode()
    assert "Rettet" in page
    assert WHY.split(".", maxsplit=1)[0] in page
    assert "<del>" in page
    with acting_for(officer):
        assert own_entries(event=Event.ZONE_DECISION_CORRECTED)


def test_a_prolongation_begins_where_the_corrected_link_ends(zone: Zone, officer: Actor) -> None:
    _prolong(zone, officer, days=14)
    first = _row(zone, officer).chain[0]

    _correct(zone, 1, officer, ends_at=first.ends_at - DAY)

    row = _row(zone, officer)
    assert [link.version for link in row.chain] == [2, 2]
    assert row.chain[1].starts_at == row.chain[0].ends_at == first.ends_at - DAY
    assert row.prolongations == 1
    assert row.chain[1].happened == "Fortsat uro."


def test_an_end_before_time_is_put_right_within_what_it_ended(zone: Zone, officer: Actor) -> None:
    row = _row(zone, officer)
    now = timezone.now()
    with acting_for(officer):
        actions.end_zone(zone, _ruling(row.newest, starts_at=now, ends_at=now), after=1, by=officer)

    with pytest.raises(Refused) as in_the_future:
        _correct(zone, 2, officer, starts_at=now + DAY, ends_at=now + DAY)
    with pytest.raises(Refused) as before_it_began:
        _correct(zone, 2, officer, starts_at=zone.starts_at - DAY, ends_at=zone.starts_at - DAY)
    _correct(zone, 2, officer, starts_at=now - DAY, ends_at=now - DAY)

    assert list(in_the_future.value.reasons) == list(before_it_began.value.reasons) == ["ends_on"]
    assert _row(zone, officer).standing.ends_at == now - DAY
    assert _row(zone, officer).state is ZoneState.ENDED


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({}, ""),
        ({"decided_by": "Vicepolitidirektøren", "why": "  "}, "corrected_why"),
        ({"ends_at": timezone.now() + 400 * DAY}, "ends_on"),
        ({"ends_at": timezone.now() - 20 * DAY}, "ends_on"),
        ({"decided_on": timezone.localdate() + DAY}, "decided_on"),
        ({"link": "http://ikke-sikker.example/"}, "link"),
    ],
)
def test_a_correction_that_cannot_stand_is_refused(
    changed: dict[str, Any], field: str, zone: Zone, officer: Actor
) -> None:
    with pytest.raises(Refused) as refused:
        _correct(zone, 1, officer, **changed)

    assert field in refused.value.reasons
    assert len(_row(zone, officer).registered) == 1


def test_what_comes_after_is_put_right_first(zone: Zone, officer: Actor) -> None:
    _prolong(zone, officer, days=2)
    chain = _row(zone, officer).chain

    with pytest.raises(Refused, match="næste forlængelse"):
        _correct(zone, 1, officer, ends_at=chain[1].ends_at + DAY)


def test_whoever_prolongs_upon_an_end_that_was_corrected_meanwhile_learns_of_it(zone: Zone, officer: Actor) -> None:
    row = _row(zone, officer)
    _correct(zone, 1, officer, ends_at=row.newest.ends_at - DAY)

    ruling = _ruling(row.newest, starts_at=row.newest.ends_at, ends_at=row.newest.ends_at + DAY)
    with acting_for(officer), pytest.raises(Refused, match="imens"):
        actions.prolong_zone(zone, ruling, actions.Answer(is_needed=True, happened="Uro."), after=1, by=officer)


def test_a_corrected_place_touches_other_areas_and_leaves_the_old_one(
    zone: Zone, officer: Actor, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    with as_owner():
        ZoneArea.objects.create(
            partnership=vestegnen.partnership,
            authority=vestegnen.police,
            audience=zone.audience,
            zone=zone,
            area=vestegnen.station,
        )
    with acting_for(officer):
        place = _place(zone, name="Visitationszone ved torvet", borders="Torvegade", areas=(vestegnen.park,))
        actions.correct_place(zone, place, why="Forkert gade valgt.", seen=1, by=officer)

    row = _row(zone, officer)
    assert (row.name, row.place.borders) == ("Visitationszone ved torvet", "Torvegade")
    assert vestegnen.park.pk in row.area_ids
    [correction] = queries.place_corrections(row)
    stood = {change.label: change.stood for change in correction.changes}
    assert stood["Navn"] == "Visitationszone ved stationen"
    assert stood["Områder"] == vestegnen.station.name
    with acting_for(officer):
        assert queries.zones_of_area(vestegnen.station.pk) == []
        assert len(queries.zones_of_area(vestegnen.park.pk)) == 1
    page = client_of(vestegnen.coordinator).get(f"/zoner/{zone.pk}/").content.decode()
    assert "Forkert gade valgt." in page
    assert "Visitationszone ved stationen" in page


def test_a_kind_that_must_be_published_asks_for_the_link_first(zone: Zone, officer: Actor) -> None:
    with acting_for(officer), pytest.raises(Refused) as refused:
        actions.correct_place(zone, _place(zone, kind=ZoneKind.PENALTY), why="Forkert type.", seen=1, by=officer)
    assert list(refused.value.reasons) == ["kind"]

    _correct(zone, 1, officer, link="https://politi.example/zone")
    with acting_for(officer):
        actions.correct_place(zone, _place(zone, kind=ZoneKind.PENALTY), why="Forkert type.", seen=1, by=officer)

    assert _row(zone, officer).basis.section == "politilovens § 6 a"


def test_of_two_who_move_a_zone_the_second_learns_of_the_first(zone: Zone, officer: Actor) -> None:
    with acting_for(officer):
        actions.correct_place(zone, _place(zone, borders="Torvegade"), why="Forkert gade.", seen=1, by=officer)
        with pytest.raises(Refused, match="imens rettet stedet"):
            actions.correct_place(zone, _place(zone, borders="Havnegade"), why="Forkert gade.", seen=1, by=officer)


def test_the_next_picture_tells_what_stood_and_what_stands(zone: Zone, officer: Actor) -> None:
    published = timezone.now() - timedelta(minutes=1)
    end = _row(zone, officer).newest.ends_at
    _correct(zone, 1, officer, ends_at=end - 2 * DAY)
    with acting_for(officer):
        actions.correct_place(zone, _place(zone, borders="Torvegade"), why="Forkert gade.", seen=1, by=officer)

    [change] = _change_told(officer, since=published)

    assert change.startswith("Rettet: grænser »Torvegade« (stod »Stationsvej«), til »")
    assert "stod »" in change.split("til »")[1]
    assert _change_told(officer, since=timezone.now()) == [""]
    assert _change_told(officer, since=zone.registered_at - DAY) == ["Ny zone"]


def test_a_zone_that_turns_out_to_be_long_over_is_told_once_more(zone: Zone, officer: Actor) -> None:
    published = timezone.now() - timedelta(minutes=1)
    _correct(zone, 1, officer, ends_at=published - 3 * DAY)

    [change] = _change_told(officer, since=published)

    assert change.startswith("Udløbet. Rettet: til »")
    assert _change_told(officer, since=timezone.now()) == []


def test_lists_count_with_the_corrected_end(zone: Zone, officer: Actor) -> None:
    _correct(zone, 1, officer, ends_at=timezone.now() - DAY)

    with acting_for(officer):
        assert queries.live_zones() == []
        [over], _, _ = queries.over_zones()
    assert over.zone == zone


def test_only_the_police_correct_and_nothing_that_stood_can_be_rewritten(
    zone: Zone, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    coordinator, officer = actor_of(vestegnen.coordinator), actor_of(vestegnen.officer)
    link = _row(zone, officer).newest
    with acting_for(coordinator), pytest.raises(NotPermitted):
        actions.correct_decision(zone, 1, _ruling(link), why=WHY, after=1, by=coordinator)
    for address in (f"/zoner/{zone.pk}/ret/", f"/zoner/{zone.pk}/kaeden/1/ret/"):
        assert client_of(vestegnen.coordinator).get(address).status_code == 403
    for column, value in (("ends_at", timezone.now()), ("version", 7), ("number", 3)):
        with acting_for(officer), pytest.raises(DatabaseError), transaction.atomic():
            ZoneDecision.objects.filter(pk=link.pk).update(**{column: value})
    common = {"partnership": vestegnen.partnership, "authority_id": coordinator.authority_id, "zone": zone}
    with acting_for(coordinator), pytest.raises(DatabaseError), transaction.atomic():
        ZonePlace.objects.create(
            **common,
            audience=zone.audience,
            version=2,
            kind=zone.kind,
            name="Flyttet",
            corrected_why="Fordi.",
            registered_at=timezone.now(),
        )


def test_the_form_begins_with_what_stands_and_saves_only_what_differs(
    zone: Zone, officer: Actor, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    link, client = _row(zone, officer).newest, client_of(vestegnen.officer)
    address = f"/zoner/{zone.pk}/kaeden/1/ret/"
    assert "Politidirektøren" in client.get(address).content.decode()
    starts_at, ends_at = timezone.localtime(link.starts_at), timezone.localtime(link.ends_at)
    given = {
        "starts_on": starts_at.date().isoformat(),
        "starts_clock": f"{starts_at:%H:%M}",
        "ends_on": ends_at.date().isoformat(),
        "ends_clock": f"{ends_at:%H:%M}",
        "reasons": link.reasons,
        "decided_by": link.decided_by,
        "decided_on": link.decided_on.isoformat(),
        "link": "",
        "corrected_why": "Titlen var forkert.",
        "after": "1",
    }
    assert "Intet er rettet endnu" in client.post(address, given).content.decode()

    answer = client.post(address, {**given, "decided_by": "Vicepolitidirektøren"})

    assert answer.status_code == 302
    [shown] = queries.links_of(_row(zone, officer))
    assert [change.label for change in shown.corrections[0].changes] == ["Besluttet af"]
    assert client.get(f"/zoner/{zone.pk}/kaeden/9/ret/").status_code == 404


def test_the_form_over_the_place_brings_outline_and_areas_and_saves_another_name_alone(
    zone: Zone, officer: Actor, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    corners = [[12.402, 55.722], [12.41, 55.722], [12.41, 55.727], [12.402, 55.722]]
    outline = {"type": "Polygon", "coordinates": [corners]}
    with as_owner():
        Zone.objects.update(outline=outline)
    client, address = client_of(vestegnen.officer), f"/zoner/{zone.pk}/ret/"
    fields = client.get(address).context["form"]
    given = {name: fields[name].value() for name in ("kind", "name", "borders", "outline", "areas", "version")}
    changed = {**given, "name": "Visitationszone ved torvet", "corrected_why": "Forkert navn."}

    answer = client.post(address, changed)

    assert answer.status_code == 302
    row = _row(zone, officer)
    assert row.place.outline == outline
    assert "Navn" in [change.label for change in queries.place_corrections(row)[0].changes]
    assert "Omrids" not in [change.label for change in queries.place_corrections(row)[0].changes]


def test_a_link_that_ended_the_zone_is_counted_as_such_after_its_correction(zone: Zone, officer: Actor) -> None:
    row, now = _row(zone, officer), timezone.now()
    with acting_for(officer):
        actions.end_zone(zone, _ruling(row.newest, starts_at=now, ends_at=now), after=1, by=officer)
    _correct(zone, 2, officer, reasons="Ro i to uger.")

    newest = _row(zone, officer).newest
    assert (newest.step, newest.version, newest.ends_at) == (Step.ENDED, 2, now)
