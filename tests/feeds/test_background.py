"""Background figures — baggrundstal: read, added up, rated, and never mixed with reports."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.config.environment import ROOT
from rundbord.feeds.actions import import_background
from rundbord.feeds.models import BackgroundFigure, BackgroundImport
from rundbord.feeds.rules.check_sums import checked
from rundbord.feeds.rules.items import Malformed
from rundbord.feeds.rules.json_stat import read_table
from rundbord.feeds.rules.municipalities import is_same_municipality
from rundbord.feeds.rules.offences import level_of
from rundbord.feeds.rules.rates import by_quarter, by_year
from rundbord.feeds.vocabulary import CheckSum, Failure, FeedKind, Origin, StatTable
from tests.database import as_owner
from tests.factories.outside import STATISTICS, Outside
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.factories.statistics import (
    COUNTRY,
    EVERYWHERE,
    OFFENCES,
    OURS,
    QUARTERS,
    adds_up,
    folk1a,
    inhabitants,
    straf11,
    written,
)
from tests.feeds.conftest import Round, SetUp, standing
from tests.logs import logged

# Sums seen in public code that validates STRAF11 (the whole country, 2025).
TOTAL_2025 = {"2025K1": 104_078, "2025K2": 102_752, "2025K3": 103_457, "2025K4": 104_624}
VIOLENCE_2025 = {"2025K1": 6_739, "2025K2": 7_631, "2025K3": 7_482, "2025K4": 7_556}


def _upload(client: Client, content: bytes) -> object:
    document = SimpleUploadedFile("tabel.json", content, content_type="application/json")
    return client.post("/kilder/baggrund/indlaes/", {"document": document})


def test_both_versions_of_the_format_give_the_same_cells() -> None:
    first, second = (read_table(straf11(adds_up, version=version)) for version in (1, 2))

    assert first == second
    assert first.table == StatTable.OFFENCES
    assert len(first.cells) == 101 * 4 * 4
    assert {
        cell.value for cell in first.cells if (cell.area, cell.offence, cell.period) == ("159", "12", "2025K3")
    } == {7}


def test_numbers_stand_in_row_major_order_the_last_axis_fastest() -> None:
    table = read_table(
        written({"OMRÅDE": {"000": "Landet", "159": "Gladsaxe"}, "Tid": {"2025K1": "", "2025K2": ""}}, [1, 2, 3, 4])
    )

    assert [(cell.area, cell.period, cell.value) for cell in table.cells] == [
        ("000", "2025K1", 1),
        ("000", "2025K2", 2),
        ("159", "2025K1", 3),
        ("159", "2025K2", 4),
    ]


def test_a_table_with_gaps_leaves_them_out() -> None:
    axes = {"OMRÅDE": OURS, "Tid": {"2025K1": "2025K1"}}

    sparse, listed = (read_table(written(axes, values)) for values in ({"0": 5, "2": 7}, [5, None, 7]))

    assert [(cell.area, cell.value) for cell in sparse.cells] == [("151", 5), ("163", 7)]
    assert sparse.cells == listed.cells


def test_an_axis_that_is_not_asked_about_counts_by_its_total_alone() -> None:
    axes = {"OMRÅDE": {"159": "Gladsaxe"}, "KØN": {"TOT": "I alt", "1": "Mænd", "2": "Kvinder"}, "Tid": {"2025K1": ""}}

    table = read_table(written(axes, [100, 49, 51]))

    assert [cell.value for cell in table.cells] == [100]
    with pytest.raises(Malformed, match="Vælg »i alt« for KØN"):
        read_table(written({**axes, "KØN": {"1": "Mænd", "2": "Kvinder"}}, [49, 51]))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "ikke JSON-stat"),
        (b"[]", "ikke JSON-stat"),
        (b'{"dataset": {}}', "ikke JSON-stat"),
        (b"[" * 100_000, "ikke JSON-stat"),
        (b"OMR\xc5DE;TID;INDHOLD", "ikke JSON-stat"),
        (b'{"dataset": {"dimension": {}}}', "hvilke akser"),
        (b'{"dataset": {"dimension": {"id": ["Tid"]}}}', "Aksen Tid mangler"),
        (written({"OMRÅDE": OURS, "Tid": {"2025K1": ""}}, [1, 2]), "passer ikke"),
        (written({"OMRÅDE": OURS, "Tid": {"2025K1": ""}}, "mange"), "passer ikke"),
        (written({"OMRÅDE": OURS, "Tid": {"2025": ""}}, [1, 2, 3]), "delt i kvartaler"),
        (written({"OMRÅDE": OURS}, [1, 2, 3]), "akserne OMRÅDE og Tid"),
        (written({"OMRÅDE": OURS, "Tid": {"2025K1": ""}}, [None, None, None]), "tom"),
        (written({"OMRÅDE": {"15900": "x"}, "Tid": {"2025K1": ""}}, [1]), "ikke bruger"),
        (written({"OMRÅDE": OURS, "Tid": {"2025K1": ""}}, [-1, float("nan"), float("inf")]), "tom"),
    ],
)
def test_a_file_that_is_no_such_table_says_why(content: bytes, says: str) -> None:
    with pytest.raises(Malformed, match=says):
        read_table(content)


def test_a_table_that_adds_up_is_right() -> None:
    assert checked(read_table(straf11(adds_up))).check_sum == CheckSum.RIGHT
    assert checked(read_table(folk1a(inhabitants))).check_sum == CheckSum.RIGHT


def test_a_country_that_is_not_its_municipalities_is_told_with_both_numbers() -> None:
    def wrong(area: str, offence: str, period: str) -> int:
        return adds_up(area, offence, period) + (7 if (area, offence, period) == ("300", "12", "2025K2") else 0)

    outcome = checked(read_table(straf11(wrong)))

    assert outcome.check_sum == CheckSum.WRONG
    [difference] = outcome.differences
    assert (difference.of, difference.period, difference.summed - difference.told) == (OFFENCES["12"], "2025K2", 7)


def test_all_offences_are_the_penal_code_and_special_acts() -> None:
    def wrong(area: str, offence: str, period: str) -> int:
        return adds_up(area, offence, period) + (100 if offence == "3" and area == "000" else 0)

    assert checked(read_table(straf11(wrong))).check_sum == CheckSum.WRONG


def test_a_table_of_some_municipalities_cannot_be_added_up() -> None:
    table = read_table(straf11(adds_up, areas={**COUNTRY, **OURS}))

    assert checked(table).check_sum == CheckSum.IMPOSSIBLE


@pytest.mark.parametrize(("code", "level"), [("TOT", 0), ("1", 1), ("3", 1), ("12", 2), ("1320", 3), ("3210", 3)])
def test_codes_lie_on_levels(code: str, level: int) -> None:
    assert level_of(code) == level


def test_a_year_is_its_four_quarters_against_the_first_of_january() -> None:
    lived = {"2025K1": 5_992_734, "2025K4": 6_025_603}

    [year] = by_year(TOTAL_2025, lived)
    [violence] = by_year(VIOLENCE_2025, lived)

    assert (year.count, violence.count) == (414_911, 29_408)
    assert year.rate == pytest.approx(69.24, abs=0.01)
    assert by_year({period: 1 for period in ("2025K1", "2025K2", "2025K3")}, lived) == []


def test_a_quarter_is_rated_by_those_who_lived_there_on_its_first_day() -> None:
    known, unknown = by_quarter({"2025K1": 30, "2025K2": 45}, {"2025K1": 10_000})

    assert (known.rate, unknown.rate) == (3.0, None)


@pytest.mark.parametrize(
    ("authority", "label", "same"),
    [
        ("Gladsaxe Kommune", "Gladsaxe", True),
        ("Gladsaxe Kommune", "159 Gladsaxe", True),
        ("Københavns Kommune", "København", True),
        ("Bornholms Regionskommune", "Bornholm", True),
        ("Høje-Taastrup Kommune", "Høje-Taastrup", True),
        ("Herlev Kommune", "Gladsaxe", False),
        ("Københavns Vestegns Politi", "København", False),
    ],
)
def test_a_municipality_is_known_by_its_name(authority: str, label: str, *, same: bool) -> None:
    assert is_same_municipality(authority, label) is same


def test_a_file_is_taken_in_for_our_municipalities_and_the_country_alone(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    _upload(client_of(vestegnen.coordinator), straf11(adds_up))

    with as_owner():
        areas = set(BackgroundFigure.objects.values_list("area_name", flat=True))
        imported = BackgroundImport.objects.get()
    assert areas == {"Hele landet", "Gladsaxe", "Herlev"}
    assert (imported.check_sum, imported.figures) == (CheckSum.RIGHT, 3 * 4 * 4)
    assert (imported.first_period, imported.last_period) == ("2025K1", "2025K4")
    assert logged(Event.BACKGROUND_IMPORTED, about=imported)


def test_the_same_table_again_by_another_party_replaces_and_doubles_nothing(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    _upload(client_of(vestegnen.coordinator), straf11(adds_up))
    _upload(client_of(vestegnen.officer), straf11(lambda *codes: adds_up(*codes) + 1))

    with as_owner():
        assert BackgroundFigure.objects.count() == 3 * 4 * 4
        figure = BackgroundFigure.objects.select_related("imported").get(area="159", offence="12", period="2025K1")
    assert (figure.value, figure.imported.authority_id) == (6, vestegnen.police.pk)


def test_another_partnership_sees_nothing_of_it(vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf) -> None:
    _upload(client_of(vestegnen.coordinator), straf11(adds_up))

    with acting_for(actor_of(vestegnen.outsider)):
        assert not BackgroundFigure.objects.exists()
        assert not BackgroundImport.objects.exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"tekst", "ikke JSON-stat"), (straf11(adds_up, areas=COUNTRY), "Ingen af partnerskabets kommuner")],
)
def test_a_file_that_cannot_be_used_says_why_beside_the_field(
    content: bytes, says: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    response = _upload(client_of(vestegnen.coordinator), content)

    assert says in str(response.context["form"].errors["document"])  # type: ignore[attr-defined]
    with as_owner():
        assert not BackgroundImport.objects.exists()


def _shown(client: Client, **query: str) -> str:
    return re.sub(r"\s+", " ", client.get("/kilder/baggrund/", query).content.decode())


def test_the_screen_shows_rates_drawing_source_and_that_nothing_is_added(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.coordinator)
    _upload(client, straf11(adds_up))
    _upload(client, folk1a(inhabitants))

    page = _shown(client_of(vestegnen.leader), lovovertraedelse="12")

    assert "Aldrig lagt sammen med døgnrapporter" in page
    assert 'aria-label="Gladsaxe: 0,5 pr. 1.000 indbyggere i 1. kvartal 2025 og 0,8 i 4. kvartal 2025."' in page
    assert '8 <span class="quiet-text">(0,8)</span>' in page
    assert "Danmarks Statistik, Statistikbanken" in page
    assert "Stemmer" in page
    assert "Indlagt som fil af Gladsaxe Kommune" in page


def test_only_codes_of_one_level_stand_beside_each_other(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.coordinator)
    _upload(client, straf11(adds_up))
    client_reader = client_of(vestegnen.leader)

    shown = client_reader.get("/kilder/baggrund/", {"lovovertraedelse": "1"}).context["shown"]

    assert [row.name for row in shown.same_level] == [OFFENCES["1"], OFFENCES["3"]]
    assert shown.level == "Hovedgrupper"
    total = client_reader.get("/kilder/baggrund/").context["shown"]
    assert [row.name for row in total.same_level] == [OFFENCES["TOT"]]


def test_whole_years_are_shown_when_asked_for(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.coordinator)
    _upload(client, straf11(adds_up))
    _upload(client, folk1a(inhabitants))

    shown = client.get("/kilder/baggrund/", {"lovovertraedelse": "TOT", "periode": "aar"}).context["shown"]

    assert [row.name for row in shown.over_time] == ["2025"]
    assert [each.count for each in shown.over_time[0].rated] == [140, 140, 14_000]


def test_a_period_without_inhabitants_has_its_count_no_rate_and_says_why(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.coordinator)
    _upload(client, straf11(adds_up))
    _upload(client, folk1a(inhabitants, periods=QUARTERS[1:]))

    page = _shown(client, lovovertraedelse="12")

    assert '5 <span class="quiet-text">(folketal mangler)</span>' in page
    assert "Gladsaxe: 0,6 pr. 1.000 indbyggere i 2. kvartal 2025 og 0,8 i 4. kvartal 2025." in page
    assert "Folketallet mangler for 1. kvartal 2025." in page


def test_without_any_inhabitants_no_rate_is_shown_at_all(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.coordinator)
    _upload(client, straf11(adds_up))

    page = _shown(client, lovovertraedelse="12")

    assert "Gladsaxe: ingen tal pr. 1.000 indbyggere, for folketallet mangler." in page
    assert '<span class="quiet-text">(0,' not in page


def test_invented_figures_are_called_so_and_never_the_banks(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    actor = actor_of(vestegnen.coordinator)
    with acting_for(actor):
        import_background(straf11(adds_up), origin=Origin.INVENTED, by=actor)

    page = _shown(client_of(vestegnen.leader))

    assert "Opdigtede tal" in page
    assert "Danmarks Statistik, Statistikbanken" not in page


def test_invented_figures_that_a_later_table_leaves_standing_are_still_called_so(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    actor, client = actor_of(vestegnen.coordinator), client_of(vestegnen.coordinator)
    with acting_for(actor):
        import_background(straf11(adds_up), origin=Origin.INVENTED, by=actor)

    _upload(client, straf11(adds_up, periods=QUARTERS[1:]))
    assert "Opdigtede tal" in _shown(client)

    _upload(client, straf11(adds_up))
    assert "Opdigtede tal" not in _shown(client)


def test_a_wrong_sum_is_told_on_screen_and_the_table_is_kept(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.coordinator)

    _upload(client, straf11(lambda area, *rest: adds_up(area, *rest) + (area == "300")))

    page = _shown(client)
    assert "Stemmer ikke" in page
    assert "lagt sammen" in page


def test_an_empty_screen_says_how_to_fill_it(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    page = _shown(client_of(vestegnen.coordinator))

    assert "Ingen baggrundstal endnu" in page


def test_the_worker_asks_for_both_tables_and_takes_them_in(set_up: SetUp, outside: Outside, asked_again: Round) -> None:
    feed = set_up(FeedKind.STATISTICS, "", who="secretary")
    outside.says(STATISTICS, straf11(adds_up))

    feed = asked_again(feed)

    questions = [json.loads(asked.body) for asked in outside.asked]
    assert [question["table"] for question in questions] == ["STRAF11", "FOLK1A"]
    assert questions[0]["variables"][2] == {"code": "Tid", "values": [">=2023K1"]}
    assert feed.failures == 0
    assert feed.succeeded_at
    assert feed.next_at - feed.succeeded_at == timedelta(days=7)
    with as_owner():
        assert set(BackgroundImport.objects.values_list("origin", flat=True)) == {"fetched"}


def test_a_bank_that_answers_with_an_error_leaves_what_is_here(
    set_up: SetUp, outside: Outside, asked_again: Round
) -> None:
    feed = set_up(FeedKind.STATISTICS, "", who="secretary")
    outside.says(STATISTICS, straf11(adds_up))
    asked_again(feed)

    outside.says(STATISTICS, '{"errorTypeCode": "EXTRACT-NOTFOUND"}', status=400)
    refused = asked_again(feed)
    outside.says(STATISTICS, "{}")
    malformed = asked_again(feed)

    assert (refused.failure, refused.failure_status) == (Failure.REFUSED, 400)
    assert malformed.failure == Failure.MALFORMED
    assert standing(feed).failures == 2
    with as_owner():
        assert BackgroundFigure.objects.count() == 3 * 4 * 4


def test_no_query_of_official_figures_knows_a_report_or_an_incident() -> None:
    source = (ROOT / "src/rundbord/feeds/queries/background.py").read_text("utf-8")
    # The rules of deletion name every table, this one too.
    others = [path for path in Path(ROOT / "src/rundbord").rglob("*.py") if not {"feeds", "deletion"} & set(path.parts)]

    assert "situation" not in source
    assert [path.name for path in others if "BackgroundFigure" in path.read_text("utf-8")] == []


def test_every_place_of_the_test_table_is_there() -> None:
    assert len(EVERYWHERE) == 98 + 3
