"""Lists and coverage: newest first, by key, a fixed number of queries, and what an area's page is told."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from tests.factories import shifts
from tests.factories.situations import ClientOf, Vestegnen
from tests.queries import own_queries

# Counted on the pages; what every page asks (navigation, unread notices) is among them.
_MOST_FOR_A_LIST = 9
_MOST_FOR_COVERAGE = 6
_MOST_FOR_A_SHIFT = 18


def _evenings(vestegnen: Vestegnen, number: int) -> None:
    for days_ago in range(1, number + 1):
        shifts.ended(
            *(vestegnen.partnership, vestegnen.gladsaxe_street),
            area=vestegnen.station,
            hours=[19, 20],
            days_ago=days_ago,
            told=days_ago,
        )


def test_shifts_are_paged_by_key_the_newest_first(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _evenings(vestegnen, 23)
    client = client_of(vestegnen.herlev_case_worker)

    first = client.get("/gadearbejde/vagter/").content.decode()
    cursor = first.split('href="?efter=')[1].split('"')[0]
    second = client.get(f"/gadearbejde/vagter/?efter={cursor}").content.decode()

    told = [first.index(f"· {days} observation") for days in (1, 2, 20)]
    assert told == sorted(told)
    assert "· 21 observationer" not in first
    assert "· 21 observationer" in second
    assert "· 20 observationer" not in second


def test_the_list_asks_the_same_however_many_shifts_there_are(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.coordinator)
    counts = []
    for number in (2, 18):
        _evenings(vestegnen, number)
        shifts.running(
            *(vestegnen.partnership, vestegnen.gladsaxe_street),
            team=(vestegnen.street_worker,),
            areas=(vestegnen.station,),
        )
        client.get("/gadearbejde/vagter/")
        with own_queries() as asked:
            client.get("/gadearbejde/vagter/")
        counts.append(len(asked))

    assert counts[0] == counts[1] <= _MOST_FOR_A_LIST


def test_one_shift_and_the_coverage_keep_to_their_budget(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    shift = shifts.running(
        *(vestegnen.partnership, vestegnen.gladsaxe_street), team=(vestegnen.street_worker,), areas=(vestegnen.station,)
    )
    street = client_of(vestegnen.street_worker)
    typed = {"area": str(vestegnen.station.pk), "size": "1-3", "activity": "passing"}
    for _ in range(3):
        street.post(f"/gadearbejde/vagter/{shift.pk}/observation/", typed)

    with own_queries() as of_shift:
        street.get(f"/gadearbejde/vagter/{shift.pk}/")
    with own_queries() as of_coverage:
        street.get("/gadearbejde/daekning/")

    assert len(of_shift) <= _MOST_FOR_A_SHIFT
    assert len(of_coverage) <= _MOST_FOR_COVERAGE


def test_coverage_tells_what_was_visited_when_and_what_was_not(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _evenings(vestegnen, 3)
    shifts.ended(*(vestegnen.partnership, vestegnen.gladsaxe_street), area=vestegnen.park, hours=[22], days_ago=40)

    text = " ".join(client_of(vestegnen.officer).get("/gadearbejde/daekning/").content.decode().split())

    assert '<td class="number depth-4" data-label="18–21">3</td>' in text
    assert '<td class="number depth-0" data-label="21–24">0</td>' in text
    assert "Ingen vagt de seneste fire uger" in text
    assert text.index("Stationen") < text.index("Parken")


def test_an_areas_page_says_that_a_team_was_there(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _evenings(vestegnen, 1)

    text = client_of(vestegnen.officer).get(f"/omraader/{vestegnen.station.pk}/over-tid/").content.decode()

    assert "Gadeteamet</a> var her" in text
    assert "kl. 19–21" in text


def test_the_overview_says_who_is_out_tonight(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    now = timezone.now()
    shifts.shift(
        *(vestegnen.partnership, vestegnen.gladsaxe_street),
        areas=(vestegnen.station,),
        planned_from=now + timedelta(days=3),
        planned_until=now + timedelta(days=3, hours=4),
    )
    client = client_of(vestegnen.officer)
    before = client.get("/overblik/").content.decode()
    shifts.running(vestegnen.partnership, vestegnen.gladsaxe_street, areas=(vestegnen.station,))

    after = client.get("/overblik/").content.decode()

    assert "Ingen gadeteam er ude" in before
    assert "ude nu" in after
    assert 'href="/gadearbejde/vagter/"' in after
