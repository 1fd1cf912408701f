"""The days that are unlike others in Denmark."""

from datetime import date

import pytest

from rundbord.patterns import special_days


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2026, 4, 3), "helligdag"),  # langfredag
        (date(2026, 5, 14), "helligdag"),  # Kristi himmelfart
        (date(2026, 12, 25), "helligdag"),
        (date(2026, 12, 31), "nytår"),
        (date(2027, 1, 1), "nytår"),
        (date(2023, 5, 5), "helligdag"),  # the last store bededag
        (date(2024, 4, 26), None),  # the first that was none
        (date(2026, 11, 20), None),
    ],
)
def test_a_danish_day_has_its_kind(day: date, kind: str | None) -> None:
    assert special_days(day, day).get(day) == kind


def test_both_ends_are_included() -> None:
    assert list(special_days(date(2026, 12, 31), date(2027, 1, 1))) == [date(2026, 12, 31), date(2027, 1, 1)]
