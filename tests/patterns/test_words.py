"""A judgement in plain Danish."""

from datetime import date

import pytest

from rundbord.patterns import Influence, Judgement, Normal, Window, in_words

LEARNED = Window(first=date(2021, 3, 1), last=date(2026, 2, 15))


def judgement(*, first: date, last: date, p: float = 0.0002, q: float = 0.012, is_signal: bool = True) -> Judgement:
    influences = frozenset({Influence.SEASON, Influence.WEEKDAY, Influence.TREND})
    normal = Normal(expected=3.24, low=0, high=7, learned_from=LEARNED, influences=influences)
    return Judgement(
        area="1",
        category="indbrud",
        window=Window(first=first, last=last),
        counted=11,
        normal=normal,
        p=p,
        q=q,
        is_signal=is_signal,
    )


def test_a_signal_says_what_was_counted_what_is_normal_and_how_sure_it_is() -> None:
    week = judgement(first=date(2026, 3, 9), last=date(2026, 3, 15))
    assert in_words(week, area="Nordby", category="Indbrud") == (
        "Nordby: 11 × indbrud i de 7 dage fra 9. til 15. marts.",
        "Normalt for stedet er 3,2, og næsten altid højst 7, målt på 5,0 år og set i forhold til ugedag, udvikling over"
        " tid og årstid.",
        "Så mange eller flere ses tilfældigt i omkring 1 af 5.000 perioder af den længde. Af signaler, der er mindst så"
        " tydelige, ventes højst 1,2 % at være tilfældige.",
    )


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 3, 15), date(2026, 3, 15), "den 15. marts."),
        (date(2026, 2, 26), date(2026, 3, 4), "i de 7 dage fra 26. februar til 4. marts."),
    ],
)
def test_the_days_are_named(first: date, last: date, words: str) -> None:
    assert in_words(judgement(first=first, last=last), area="Nordby", category="Indbrud")[0].endswith(words)


def test_what_is_no_signal_says_so() -> None:
    sure = in_words(
        judgement(first=date(2026, 3, 9), last=date(2026, 3, 15), p=0.04, q=0.6, is_signal=False),
        area="Nordby",
        category="Indbrud",
    )[2]
    assert sure.startswith("Så mange eller flere ses tilfældigt i omkring 1 af 25 perioder")
    assert "ikke nok til at kalde det usædvanligt" in sure


def test_what_is_common_is_called_common() -> None:
    common = judgement(first=date(2026, 3, 9), last=date(2026, 3, 15), p=0.6, q=1.0, is_signal=False)
    assert in_words(common, area="Nordby", category="Indbrud")[2] == "Så mange eller flere er helt almindeligt."


def test_a_chance_too_small_to_know_is_not_given_with_false_precision() -> None:
    day = judgement(first=date(2026, 3, 15), last=date(2026, 3, 15), p=1e-12, q=1e-10)
    assert "færre end 1 af 10.000 dage" in in_words(day, area="Nordby", category="Indbrud")[2]
