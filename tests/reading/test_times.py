"""What Danish words about time mean to a reader of a report that was published on Thursday 14 January 2027."""

from datetime import date

import pytest

from rundbord.reading import FlagKind, Precision, Span
from rundbord.reading.times import Context, Telling, expressions_in, resolved, told_times

PUBLISHED = date(2027, 1, 14)


def told(words: str) -> tuple[str | None, str | None]:
    found = resolved(expressions_in(words)[0], Context(PUBLISHED))
    start, end = (moment.written() if moment else None for moment in (found.start, found.end))
    return start, end


def telling(story: str) -> Telling:
    return told_times(story, (Span(0, len(story)),), Context(PUBLISHED))


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("kl. 07.30", "2027-01-13T07:30", None),
        ("kl.02:33", "2027-01-14T02:33", None),
        ("onsdag kl 22.39", "2027-01-13T22:39", None),
        ("onsdag k. 02.12", "2027-01-13T02:12", None),
        ("onsdag kl. 1030", "2027-01-13T10:30", None),
        ("onsdag klokken halv fem", "2027-01-13T04:30", None),
        ("onsdag ved 22-tiden", "2027-01-13T22:00", None),
        ("onsdag den 13/1 7.27", "2027-01-13T07:27", None),
        ("fredag d. 1/1 kl. 8", "2027-01-01T08:00", None),
        ("d.31/12-2026 kl. 23.15", "2026-12-31T23:15", None),
        ("den 14.05.2020 kl. 10.00", "2020-05-14T10:00", None),
        ("04.01.19 kl. 10.00", "2019-01-04T10:00", None),
        ("den 28. december kl. 12.00", "2026-12-28T12:00", None),
        ("mandag den ¾ kl. 14.30", "2026-04-03T14:30", None),
        ("natten til torsdag kl. 00.21", "2027-01-14T00:21", None),
        ("natten til torsdag kl. 23.40", "2027-01-13T23:40", None),
        ("natten mellem onsdag og torsdag", "2027-01-14", None),
        ("i nat", "2027-01-14", None),
        ("nytårsaften kl. 23.20", "2026-12-31T23:20", None),
        ("nytårsaftensdag", "2026-12-31", None),
        ("nytårsnat kl. 23.50", "2026-12-31T23:50", None),
        ("nytårsnatten kl. 01.50", "2027-01-01T01:50", None),
        ("mellem juleaften kl. 14.00 og nytårsdag kl. 12.00", "2026-12-24T14:00", "2027-01-01T12:00"),
        ("i aftes kl. 21.10", "2027-01-13T21:10", None),
        ("i går", "2027-01-13", None),
        ("tirsdag aften", "2027-01-12", None),
        ("sent lørdag aften omkring kl. 23.50", "2027-01-09T23:50", None),
        ("i løbet af weekenden", "2027-01-09", "2027-01-10"),
        ("mellem fredag den 8/1 kl. 15.00 og søndag den 10/1 kl. 13.25", "2027-01-08T15:00", "2027-01-10T13:25"),
        ("onsdag den 13/1 mellem kl. 14.30 og 17.30", "2027-01-13T14:30", "2027-01-13T17:30"),
        ("mellem d. 30/12 kl. 17.00 til d. 2/1 kl. 15.00", "2026-12-30T17:00", "2027-01-02T15:00"),
        ("mellem lørdag kl. 16.00 og mandag kl. 06.30", "2027-01-09T16:00", "2027-01-11T06:30"),
        ("mellem onsdag kl. 22.00 og kl. 02.00", "2027-01-13T22:00", "2027-01-14T02:00"),
        ("mellem kl. 8 og 16", "2027-01-13T08:00", "2027-01-13T16:00"),
        ("onsdag mellem 12.30 og 14", "2027-01-13T12:30", "2027-01-13T14:00"),
        ("onsdag d. 13. mellem kl. 10 og 11", "2027-01-13T10:00", "2027-01-13T11:00"),
        ("onsdag klokken kvart over ni", "2027-01-13T09:15", None),
        ("onsdag kl. halv 10", "2027-01-13T09:30", None),
        ("i løbet af natten", "2027-01-14", None),
        ("weekenden over", "2027-01-09", "2027-01-10"),
        ("1. juledag kl. 13", "2026-12-25T13:00", None),
        ("i nattetimerne mellem lørdag og søndag", "2027-01-10", None),
        ("2. juledag kl. 13", "2026-12-26T13:00", None),
        ("mellem den 10. og den 12. januar", "2027-01-10", "2027-01-12"),
        ("natten mellem den 12. og 13. januar", "2027-01-13", None),
        ("mellem kl. 18.00 og kl. 09.00", "2027-01-12T18:00", "2027-01-13T09:00"),
        ("mellem klokken 22.00 og 02.15", "2027-01-13T22:00", "2027-01-14T02:15"),
        ("03/01/2027 20:00 - 04/01/2027 06:00", "2027-01-03T20:00", "2027-01-04T06:00"),
        ("tirsdag eftermiddag i tidsrummet 16.00 til 24.00", "2027-01-12T16:00", "2027-01-13T00:00"),
        ("mellem lørdag d. 9/5-2026 kl. 18.30 og onsdag d. 6/1 kl. 08.00", "2026-05-09T18:30", "2027-01-06T08:00"),
        ("mellem den 1/1 mellem kl. 17.30 og den 3/1 kl. 11.00", "2027-01-01T17:30", "2027-01-03T11:00"),
    ],
)
def test_a_told_time_is_understood(words: str, start: str, end: str | None) -> None:
    assert told(words) == (start, end)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("tirsdag den 13/1 kl. 10.00", FlagKind.WEEKDAY_AND_DATE_DISAGREE),
        ("mellem onsdag d. 13/1 kl. 20.00 og tirsdag d. 12/1 kl. 07.00", FlagKind.END_BEFORE_START),
        ("onsdag kl. 25.00", FlagKind.IMPOSSIBLE_HOUR),
        ("onsdag kl. 16.90", FlagKind.IMPOSSIBLE_HOUR),
        ("den 23/65 kl. 17.00", FlagKind.IMPOSSIBLE_DATE),
        ("den 28/ kl. 10.00", FlagKind.IMPOSSIBLE_DATE),
        ("den 20/1 kl. 10.00", FlagKind.IN_THE_FUTURE),
        ("onsdag kl. 23.59", FlagKind.STAND_IN_TIME),
        ("mellem onsdag kl. 23.00", FlagKind.INCOMPLETE_TIME),
    ],
)
def test_a_contradiction_in_the_source_is_flagged(words: str, kind: FlagKind) -> None:
    found = resolved(expressions_in(words)[0], Context(PUBLISHED))

    assert kind in [flag.kind for flag in found.flags]


def test_an_end_before_the_start_is_not_turned_round() -> None:
    start, end = told("mellem onsdag d. 13/1 kl. 20.00 og tirsdag d. 12/1 kl. 07.00")

    assert (start, end) == ("2027-01-13T20:00", "2027-01-12T07:00")


@pytest.mark.parametrize(
    ("words", "precision"),
    [
        ("onsdag kl. 10.15", Precision.MINUTE),
        ("onsdag aften", Precision.PART_OF_DAY),
        ("onsdag", Precision.DATE),
        ("onsdag kl. 25.00", Precision.DATE),
    ],
)
def test_a_time_says_how_exact_it_is(words: str, precision: Precision) -> None:
    found = resolved(expressions_in(words)[0], Context(PUBLISHED))

    assert found.start is not None
    assert found.start.precision is precision


@pytest.mark.parametrize(
    "words", ["promillen var 2.15", "på 28 og 34 år", "telefon 114", "3 x hastighed (klip)", "aftenen"]
)
def test_numbers_that_tell_no_time_are_left_alone(words: str) -> None:
    assert expressions_in(words) == ()


@pytest.mark.parametrize(
    ("story", "start", "end", "reported"),
    [
        ("Onsdag kl. 10.12 modtog politiet en anmeldelse om vold.", None, None, "2027-01-13T10:12"),
        ("Klokken 10.12 indløb der anmeldelse om støj.", None, None, "2027-01-13T10:12"),
        ("En mand ringede onsdag kl. 15.00 til politiet.", None, None, "2027-01-13T15:00"),
        ("En borger modtog onsdag aften et opkald fra en svindler.", "2027-01-13", None, None),
        ("Onsdag kl. 20.55 blev en mand anholdt i en butik.", "2027-01-13T20:55", None, None),
        ("Manden fremstilles i dag kl. 11.00. Overfaldet skete onsdag kl. 2.10.", "2027-01-13T02:10", None, None),
        ("Han er sigtet for røveri begået den 6. januar kl. 14.30.", "2027-01-06T14:30", None, None),
        ("Onsdag aften blev en tip kendt. Kl. 21.39 var politiet fremme.", "2027-01-13T21:39", None, None),
        ("Der var brand onsdag kl. 3.12. Kl. 06.30 var branden slukket.", "2027-01-13T03:12", None, None),
        (
            "Ifølge en anmeldelse, som indløb klokken 9.48,"
            " er tyveriet sket mellem tirsdag klokken 16 og onsdag klokken 6.30.",
            "2027-01-12T16:00",
            "2027-01-13T06:30",
            "2027-01-13T09:48",
        ),
        (
            "Tyve har i løbet af weekenden været på lageret. Det blev opdaget mandag kl. 7.15 og anmeldt til politiet.",
            "2027-01-09",
            "2027-01-11T07:15",
            "2027-01-11T07:15",
        ),
    ],
)
def test_event_report_and_aftermath_are_kept_apart(
    story: str, start: str | None, end: str | None, reported: str | None
) -> None:
    times = telling(story).times

    found = tuple(moment.written() if moment else None for moment in (times.start, times.end, times.reported))

    assert found == (start, end, reported)


def test_a_missing_person_found_again_does_not_move_the_time() -> None:
    found = telling(
        "Onsdag kl. 18.20 blev en kvinde meldt savnet. Kl. 21.05 blev hun fundet siddende på en bænk."
    ).times

    assert (found.start, found.reported and found.reported.written()) == (None, "2027-01-13T18:20")


def test_what_was_parked_since_and_discovered_later_makes_an_interval() -> None:
    found = telling("Ejeren opdagede skaden onsdag kl. 06.45. Bilen var parkeret tirsdag kl. 17.00.").times

    assert [moment and moment.written() for moment in (found.start, found.end)] == [
        "2027-01-12T17:00",
        "2027-01-13T06:45",
    ]


def test_an_alarm_tells_both_the_event_and_the_report() -> None:
    found = telling("Natten til torsdag gik alarmen kl. 03.22 i en butik.").times

    assert [moment and moment.written() for moment in (found.start, found.reported)] == ["2027-01-14T03:22"] * 2


def test_a_clock_below_a_day_of_the_calendar_stays_on_that_day() -> None:
    day = Context(PUBLISHED, round_began=date(2027, 1, 9), is_calendar_day=True)

    found = resolved(expressions_in("Kl. 01.20")[0], day)

    assert [moment and moment.written() for moment in (found.start, found.end)] == ["2027-01-09T01:20", None]


def test_what_was_done_since_a_time_ends_when_it_was_met() -> None:
    found = telling("Onsdag kl. 07.00 mødte en mand ind til det. Hærværket er begået siden tirsdag kl. 16.00.").times

    assert [moment and moment.written() for moment in (found.start, found.end)] == [
        "2027-01-12T16:00",
        "2027-01-13T07:00",
    ]


def test_the_evening_before_is_the_one_before_the_day_told_last() -> None:
    found = telling(
        "Onsdag kl. 06.45 opdagede ejeren, at bilen var væk. Han havde set den klokken 23 aftenen før."
    ).times

    assert found.start
    assert found.end
    assert (found.start.written(), found.end.written()) == ("2027-01-12T23:00", "2027-01-13T06:45")


@pytest.mark.parametrize(
    "story",
    [
        "Onsdag kl. 14.20 ringede en kvinde til en 80-årig mand og sagde, at hun var fra hans bank.",
        "Onsdag kl. 14.20 ringede en mand, der udgav sig for at være fra politiet, til en ældre kvinde.",
        "En ældre kvinde blev onsdag kl. 14.20 ringet op af en mand, der sagde, at han var fra politiet.",
    ],
)
def test_a_swindlers_call_is_the_event_and_no_report(story: str) -> None:
    found = telling(story).times

    assert found.start
    assert found.start.written() == "2027-01-13T14:20"
    assert found.reported is None


def test_a_night_told_behind_the_report_is_when_it_was_done() -> None:
    found = telling("Onsdag kl. 08.30 blev det anmeldt, at ruden var knust. Det er sket natten til onsdag.").times

    assert found.start
    assert found.start.written() == "2027-01-13"
    assert found.reported
    assert found.reported.written() == "2027-01-13T08:30"


def test_what_was_met_broken_may_have_happened_since_it_was_left() -> None:
    found = telling("Onsdag kl. 08.20 var en rude slået ind. Bilen var parkeret tirsdag kl. 17.30.").times

    assert found.start
    assert found.end
    assert (found.start.written(), found.end.written()) == ("2027-01-12T17:30", "2027-01-13T08:20")
