"""Rules of reporting: times as typed, what is wrong with an account, who reads, what looks internal."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest

from rundbord.identity.vocabulary import AuthorityKind, UnitKind
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.rules.categories import category_by_letters
from rundbord.situation.rules.highlights import stretches
from rundbord.situation.rules.internal_reports import signs_of_internal
from rundbord.situation.rules.outcomes import Judged, outcome
from rundbord.situation.rules.period import DENMARK
from rundbord.situation.rules.quick_times import UnreadableTime, read_quick_time
from rundbord.situation.rules.readers import Reader, in_words, readers, units_in_words
from rundbord.situation.rules.source_kinds import source_kind_of
from rundbord.situation.rules.telling import Account, objections
from rundbord.situation.rules.when import PartOfDay, When, at, between, in_part_of, on_day
from rundbord.situation.vocabulary import Category, Nature, SourceKind, TimePrecision, Verdict

# A Friday morning.
NOW = datetime(2026, 11, 20, 7, 30, tzinfo=DENMARK)


def _danish(moment: datetime | None) -> str:
    return moment.astimezone(DENMARK).strftime("%d/%m %H.%M") if moment else ""


@pytest.mark.parametrize(
    ("words", "starts", "ends"),
    [
        ("22", "19/11 22.00", ""),
        ("2230", "19/11 22.30", ""),
        ("22.30", "19/11 22.30", ""),
        ("22:30", "19/11 22.30", ""),
        ("kl. 6", "20/11 06.00", ""),
        ("0615", "20/11 06.15", ""),
        ("24", "20/11 00.00", ""),
        ("i går 22.30", "19/11 22.30", ""),
        ("i dag kl. 5", "20/11 05.00", ""),
        ("i forgårs 12", "18/11 12.00", ""),
        ("fre 6", "20/11 06.00", ""),
        ("onsdag 23", "18/11 23.00", ""),
        ("19/11 2130", "19/11 21.30", ""),
        ("d. 18.11. kl. 9", "18/11 09.00", ""),
        ("24/12 18", "24/12 18.00", ""),
        ("18-20", "19/11 18.00", "19/11 20.00"),
        ("18.30–20.15", "19/11 18.30", "19/11 20.15"),
        ("22 til 01", "19/11 22.00", "20/11 01.00"),
        ("i går 23-2", "19/11 23.00", "20/11 02.00"),
        ("nu", "20/11 07.30", ""),
    ],
)
def test_an_officers_short_time_is_understood(words: str, starts: str, ends: str) -> None:
    when = read_quick_time(words, now=NOW)

    assert (_danish(when.starts_at), _danish(when.ends_at)) == (starts, ends)
    assert when.starts_precision is TimePrecision.MINUTE


def test_a_date_that_is_still_to_come_this_year_was_last_year() -> None:
    when = read_quick_time("24/12 18", now=NOW)

    assert when.starts_at == datetime(2025, 12, 24, 18, tzinfo=DENMARK)


@pytest.mark.parametrize("words", ["", "aften", "25", "22.75", "31/2 12", "snart 22", "22-", "1234567", "ti"])
def test_what_is_no_time_is_not_guessed(words: str) -> None:
    with pytest.raises(UnreadableTime):
        read_quick_time(words, now=NOW)


@pytest.mark.parametrize(
    ("clock", "until", "ends"),
    [
        (time(18), time(20), "19/11 20.00"),
        (time(22), time(1), "20/11 01.00"),
        (time(18), time(17), "19/11 17.00"),
    ],
    ids=["the same evening", "past midnight", "a slip stays a slip"],
)
def test_an_end_past_midnight_counts_when_that_makes_a_night(clock: time, until: time, ends: str) -> None:
    assert _danish(between(date(2026, 11, 19), clock, until).ends_at) == ends


def test_the_night_when_the_clock_is_set_back_has_an_hour_more() -> None:
    when = between(date(2026, 10, 24), time(23), time(5))

    assert when.starts_at
    assert when.ends_at
    assert when.ends_at - when.starts_at == timedelta(hours=7)


def test_a_part_of_the_day_and_a_bare_day_say_how_little_is_known() -> None:
    evening, some_time = in_part_of(date(2026, 11, 19), PartOfDay.EVENING), on_day(date(2026, 11, 19))

    assert (_danish(evening.starts_at), evening.starts_precision) == ("19/11 18.00", TimePrecision.PART_OF_DAY)
    assert (_danish(some_time.starts_at), some_time.starts_precision) == ("19/11 00.00", TimePrecision.DATE)


def test_a_danish_moment_is_kept_in_utc() -> None:
    assert at(date(2026, 7, 1), time(12)) == datetime(2026, 7, 1, 10, tzinfo=UTC)


def test_an_account_with_nothing_wrong_meets_no_objection() -> None:
    account = Account(text="Larm", audience=Audience.PARTIES, has_area=True)

    assert objections(account, now=NOW) == []


def test_every_objection_is_told_at_once() -> None:
    account = Account(
        text="", audience=Audience.UNIT, is_urgent=True, when=When(starts_at=NOW + timedelta(hours=1)), place_text=" "
    )

    assert [field for field, _ in objections(account, now=NOW)] == ["text", "area", "clock", "audience"]


def test_an_interval_that_is_not_over_is_objected_to() -> None:
    when = between(date(2026, 11, 20), time(7), time(9))

    assert [
        field
        for field, _ in objections(Account(text="x", audience=Audience.PARTIES, has_area=True, when=when), now=NOW)
    ] == ["until"]


@pytest.mark.parametrize(
    ("letters", "category"),
    [
        ("ind", Category.BURGLARY),
        ("Vold", Category.VIOLENCE),
        ("uro", Category.UNREST),
        ("tr", Category.THREATS),
        ("v", None),
        ("", None),
        ("sprit", None),
    ],
)
def test_the_first_letters_are_enough_where_they_mean_one_category(letters: str, category: Category | None) -> None:
    assert category_by_letters(letters) is category


@pytest.mark.parametrize(
    ("authority", "unit", "kind"),
    [
        (AuthorityKind.MUNICIPALITY, UnitKind.STREET, SourceKind.STREET),
        (AuthorityKind.MUNICIPALITY, UnitKind.CLUB, SourceKind.SCHOOL_OR_CLUB),
        (AuthorityKind.MUNICIPALITY, UnitKind.SSP, SourceKind.MUNICIPALITY),
        (AuthorityKind.POLICE, UnitKind.PREVENTION, SourceKind.POLICE),
        (AuthorityKind.HOUSING, UnitKind.OTHER, SourceKind.HOUSING),
        (AuthorityKind.CIVIL, UnitKind.CIVIL, SourceKind.CIVIL),
    ],
)
def test_a_unit_counts_as_its_kind_of_source(authority: AuthorityKind, unit: UnitKind, kind: SourceKind) -> None:
    assert source_kind_of(authority, unit) is kind


OURS, POLICE, HOUSING = UUID(int=1), UUID(int=2), UUID(int=3)
PARTIES = [
    Reader(authority_id=HOUSING, name="Boligselskabet", kind=AuthorityKind.HOUSING),
    Reader(authority_id=POLICE, name="Politiet", kind=AuthorityKind.POLICE, units=("Lokalpolitiet",)),
    Reader(authority_id=OURS, name="Vores Kommune", kind=AuthorityKind.MUNICIPALITY, units=("Gadeteamet", "SSP")),
]


@pytest.mark.parametrize(
    ("audience", "names"),
    [
        (Audience.AUTHORITY, ["Vores Kommune"]),
        (Audience.POLICE, ["Vores Kommune", "Politiet"]),
        (Audience.PARTIES, ["Vores Kommune", "Politiet"]),
        (Audience.PARTNERS, ["Vores Kommune", "Boligselskabet", "Politiet"]),
    ],
)
def test_readers_are_the_own_authority_and_those_the_audience_names(audience: Audience, names: list[str]) -> None:
    assert [party.name for party in readers(audience, PARTIES, own=OURS)] == names


def test_readers_are_told_by_party_and_their_units_apart() -> None:
    words = in_words(Audience.POLICE, PARTIES, own=OURS, own_unit="Gadeteamet")
    units = units_in_words(Audience.POLICE, PARTIES, own=OURS)

    assert words == "Kan læses af Vores Kommune og Politiet."
    assert units == ["Vores Kommune: Gadeteamet, SSP", "Politiet: Lokalpolitiet"]


PUBLIC = "Døgnrapport. I nat kl. 02.10 blev der begået indbrud i en villa på Eksempelvej i Herlev. Ring 114 med tips.\n"


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        (PUBLIC + "FORTROLIGT\n", "FORTROLIGT"),
        (PUBLIC + "Kun til tjenstlig brug.", "tjenstlig brug"),
        ("Intern døgnrapport\n" + PUBLIC, "Intern døgnrapport"),
        (PUBLIC + "Denne rapport må ikke videregives.", "må ikke videregives"),
        (PUBLIC + "Sigtede: 010190-1234.", "1 CPR-nummer"),
        (PUBLIC + "Afhørt: Anders Eksempelsen, Birgit Eksempelsen og Carl Eksempelsen.", "3 personer ved navn"),
        (PUBLIC + "Boede på Agervej 1, Bygvej 2, Cedervej 3 og Dildvej 4.", "4 adresser"),
    ],
)
def test_a_report_that_looks_internal_says_why(text: str, sign: str) -> None:
    assert any(sign in each for each in signs_of_internal(text))


@pytest.mark.parametrize(
    "text",
    [
        PUBLIC * 20,
        PUBLIC + "Koder må ikke videregives til andre.",
        PUBLIC + "Svindleren bad om fortrolige oplysninger.",
        PUBLIC + "Der efterlyses Anders Eksempelsen.",
    ],
)
def test_a_public_report_is_let_in(text: str) -> None:
    assert signs_of_internal(text) == []


def test_words_know_the_fields_that_were_read_from_them() -> None:
    text = "Indbrud i Herlev kl. 22"
    evidence = {"category": [[0, 7]], "town": [[10, 16]], "start": [[17, 23]], "place": [[10, 16]]}

    cut = stretches(text, evidence, start=0, end=len(text))

    assert "".join(each.words for each in cut) == text
    assert [(each.words, each.fields) for each in cut if each.fields] == [
        ("Indbrud", ("category",)),
        ("Herlev", ("town", "place")),
        ("kl. 22", ("start",)),
    ]


def test_overlapping_evidence_names_each_field_once_at_its_end() -> None:
    cut = stretches("fredag kl. 22", {"start": [[0, 13]], "reported": [[7, 13]]}, start=0, end=13)

    assert [(each.words, each.closes) for each in cut] == [("fredag ", ()), ("kl. 22", ("start", "reported"))]


@pytest.mark.parametrize(
    ("nature", "audience", "judged", "words"),
    [
        (Nature.OBSERVATION, Audience.PARTIES, None, "Venter på sortering"),
        (Nature.OBSERVATION, Audience.UNIT, None, "Kun til dit team"),
        (Nature.NOTHING, Audience.PARTIES, None, "Modtaget"),
        (
            Nature.OBSERVATION,
            Audience.PARTIES,
            Judged(verdict=Verdict.KEPT),
            "Beholdt, kommer med i næste situationsbillede",
        ),
        (
            Nature.OBSERVATION,
            Audience.PARTIES,
            Judged(verdict=Verdict.KEPT, is_since_last_picture=False),
            "Beholdt",
        ),
        (Nature.OBSERVATION, Audience.PARTIES, Judged(verdict=Verdict.KEPT, picture_numbers=[231]), "Brugt"),
        (
            Nature.OBSERVATION,
            Audience.PARTIES,
            Judged(verdict=Verdict.MERGED, picture_numbers=[231]),
            "Lagt sammen med en anden indberetning",
        ),
        (
            Nature.OBSERVATION,
            Audience.PARTIES,
            Judged(verdict=Verdict.DISMISSED, reason="known"),
            "Ikke brugt: Allerede kendt",
        ),
    ],
)
def test_the_reporter_is_told_what_became_of_it(
    nature: Nature, audience: Audience, judged: Judged | None, words: str
) -> None:
    assert outcome(nature, audience, judged).words == words
