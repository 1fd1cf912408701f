"""What the demonstration invents is lawful and possible: no person in any text, no area that crosses itself."""

from __future__ import annotations

from datetime import date

import pytest
from shapely.geometry import shape

from rundbord.conflicts.rules.clearing import objections_to_identity
from rundbord.conflicts.rules.judging import objections_to_tension
from rundbord.demo import assessments
from rundbord.demo.alerts import WORDS
from rundbord.demo.background import invented_inhabitants, invented_offences, quarters_until
from rundbord.demo.conflicts import QUARRELS, Quarrel
from rundbord.demo.daily_reports import DAILY_REPORTS, DailyReport, text_of
from rundbord.demo.earlier_events import EARLIER
from rundbord.demo.history import DAYS, happenings
from rundbord.demo.mapping_words import MAPPED, QUIET, Told
from rundbord.demo.morning import NIGHT, Sent
from rundbord.demo.places import PLACES, Place
from rundbord.demo.shifts import WORDS as SHIFT_WORDS
from rundbord.demo.stories import STORIES, Story
from rundbord.demo.young_people import TOLD as YOUNG
from rundbord.demo.young_people import Told as Young
from rundbord.demo.young_people.telling import replacement_cpr
from rundbord.demo.zones import EVENTS, ZONES, Ahead, Decided
from rundbord.feeds.rules.check_sums import checked
from rundbord.feeds.rules.json_stat import read_table
from rundbord.feeds.vocabulary import CheckSum
from rundbord.reading import read_report
from rundbord.reading.persons import findings
from rundbord.sharing.rules.opening import Opening, objections_to_opening
from rundbord.streetwork.rules.views import objections_to_view
from rundbord.zones.rules.calendar import objections_to_telling
from rundbord.zones.rules.law import objections_to_link

STREETS = [name for place in PLACES for name in (*place.streets, place.name)]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.heading)
def test_no_story_holds_a_person(story: Story) -> None:
    for place in PLACES:
        for words in (story.heading, story.text):
            filled = words.format(street=place.streets[0], area=place.name)
            assert findings(filled, places=STREETS) == (), filled


@pytest.mark.parametrize("sent", NIGHT, ids=lambda sent: sent.heading)
def test_no_report_of_the_night_holds_a_person(sent: Sent) -> None:
    assert findings(f"{sent.heading}. {sent.text}", places=STREETS) == ()


@pytest.mark.parametrize("words", [*WORDS, *(each for e in EARLIER for each in (e.title, e.known, e.learned))])
def test_no_sudden_event_names_anybody(words: str) -> None:
    assert findings(words, places=STREETS) == ()


@pytest.mark.parametrize("words", SHIFT_WORDS)
def test_no_shift_names_anybody(words: str) -> None:
    assert findings(words, places=STREETS) == ()


@pytest.mark.parametrize("zone", ZONES, ids=lambda zone: zone.name)
def test_no_zone_holds_a_person_and_each_keeps_to_the_rules(zone: Decided) -> None:
    words = [
        zone.name,
        zone.borders,
        *(text for link in zone.chain for text in (link.reasons, link.happened, link.wrong.why if link.wrong else "")),
    ]

    assert [each for each in words if findings(each, places=STREETS)] == []
    assert [link for link in zone.chain if objections_to_link(zone.kind, link.link)] == []


@pytest.mark.parametrize("ahead", EVENTS, ids=lambda ahead: ahead.title)
def test_no_coming_event_holds_a_person_and_each_is_told_with_care(ahead: Ahead) -> None:
    words = (ahead.title, ahead.place, ahead.expected, ahead.planned, ahead.source)

    assert [each for each in words if findings(each, places=STREETS)] == []
    assert not objections_to_telling(ahead.kind, audience=ahead.audience, place=ahead.place, expected=ahead.expected)


@pytest.mark.parametrize("quarrel", QUARRELS, ids=lambda quarrel: quarrel.title)
def test_no_conflict_holds_a_person_and_none_names_its_groups_where_all_read_it(quarrel: Quarrel) -> None:
    open_to_all = (quarrel.title, quarrel.communication, *quarrel.labels)

    assert [each for each in quarrel.words() if findings(each, places=STREETS)] == []
    assert [name for name in quarrel.names if objections_to_identity(name, read_by_all=open_to_all)] == []
    assert [each for each in quarrel.tensions if objections_to_tension(reason=each.reason, last_reason="")] == []


@pytest.mark.parametrize(("area", "said"), assessments.EARLIER, ids=lambda each: each if isinstance(each, str) else "")
def test_no_earlier_assessment_holds_a_person(area: str, said: tuple[tuple[object, ...], ...]) -> None:
    assert [reason for *_, reason in said if findings(f"{area}: {reason}", places=STREETS)] == []


@pytest.mark.parametrize("told", [*MAPPED, *QUIET], ids=lambda told: f"{told.area}, {told.back} kvartaler siden")
def test_no_mapping_holds_a_person_and_each_view_would_have_been_taken(told: Told) -> None:
    words = [told.sentence, *(said.reason for said in told.said)]

    assert [each for each in words if findings(each, places=STREETS)] == []
    for said in told.said:
        assert not objections_to_view(
            said.level, signs=said.signs, sources=said.sources, reason=said.reason, said=()
        ), said.reason


@pytest.mark.parametrize("told", YOUNG, ids=lambda told: told.name)
def test_no_young_person_can_be_anybody_and_each_might_have_been_followed(told: Young) -> None:
    born_on = date(2026 - told.age, 6, 15)

    assert {"Testesen", "Eksempel", "Prøvesen"} & set(told.name.split()) or told.name.split()[1].endswith("sen")
    assert replacement_cpr(born_on, 1).is_replacement
    assert replacement_cpr(born_on, 1).born_on == born_on
    assert not objections_to_opening(Opening(role=told.role, grounds=frozenset(told.grounds)))


@pytest.mark.parametrize("daily", DAILY_REPORTS, ids=lambda daily: daily.text[24:60])
def test_the_daily_reports_of_the_police_are_read_whole_and_without_persons(daily: DailyReport) -> None:
    text = text_of(daily, date(2026, 11, 20))
    published = date(2026, 11, 20 - daily.published_ago)

    incidents = read_report(text, published=published, district="Københavns Vestegns Politi").incidents

    assert len(incidents) == text.count("\n\n")
    assert all(incident.town and (incident.times.start or incident.times.reported) for incident in incidents)
    for incident in incidents:
        assert findings(f"{incident.masked_heading}. {incident.masked}", places=STREETS) == (), incident.masked


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_an_area_is_a_plain_outline_that_overlaps_no_other(place: Place) -> None:
    outline = shape(place.outline())

    assert outline.is_valid
    assert [other.name for other in PLACES if other is not place and outline.intersects(shape(other.outline()))] == []


def test_the_same_day_gives_the_same_year_across_both_clock_changes() -> None:
    first = list(happenings(date(2026, 11, 20)))
    second = list(happenings(date(2026, 11, 20)))

    assert first == second
    assert len({happening.starts_at.date() for happening in first}) >= DAYS
    assert all(happening.starts_at.tzinfo is not None for happening in first)


def test_the_official_figures_add_up_and_are_rounder_than_any_that_were_counted() -> None:
    periods = quarters_until(date(2026, 11, 20))
    offences, inhabitants = read_table(invented_offences(periods)), read_table(invented_inhabitants(periods[1:]))

    assert (checked(offences).check_sum, checked(inhabitants).check_sum) == (CheckSum.RIGHT, CheckSum.RIGHT)
    assert all(cell.value % 10 == 0 for cell in (*offences.cells, *inhabitants.cells))
    assert max(cell.value for cell in offences.cells) > 0


@pytest.mark.parametrize(
    ("today", "newest"),
    [(date(2026, 1, 1), "2025K3"), (date(2026, 3, 31), "2025K3"), (date(2026, 7, 1), "2026K1")],
)
def test_the_invented_bank_knows_no_quarter_that_has_not_ended(today: date, newest: str) -> None:
    assert (quarters_until(today)[-1], len(quarters_until(today))) == (newest, 12)
