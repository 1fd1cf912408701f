"""CPR numbers: those that can exist, masked, never shown by accident."""

from __future__ import annotations

import copy
import logging
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rundbord.keys.core.cpr import Cpr, NotCpr, read_cpr
from rundbord.reading.persons.detectors import cpr as detector
from rundbord.reading.persons.passage import Passage

TODAY = date(2026, 11, 29)
# Replacement numbers throughout: the first digit is raised by 6, so that nobody in Denmark bears one.
INVENTED = "610109-4321"


@pytest.mark.parametrize("typed", ["6101094321", "610109-4321", "610109 4321", " 610109 - 4321 ", "610109–4321"])
def test_a_number_is_read_however_it_is_spaced(typed: str) -> None:
    cpr = read_cpr(typed, today=TODAY)

    assert (cpr.digits, cpr.masked, cpr.born_on) == ("6101094321", "610109-****", date(2009, 1, 1))
    assert cpr == read_cpr(INVENTED, today=TODAY)
    assert len({cpr, read_cpr(INVENTED, today=TODAY)}) == 1


@pytest.mark.parametrize(
    ("digits", "born"),
    [
        ("610100-0", 1900), ("610199-3", 1999), ("610100-4", 2000), ("610137-4", 1937), ("610199-4", 1999),
        ("610100-5", 2000), ("610126-5", 2026), ("610158-5", 1858), ("610199-8", 1899), ("610126-8", 2026),
        ("610100-9", 2000), ("610137-9", 1937), ("610199-9", 1999), ("610126-4", 2026), ("610158-8", 1858),
    ],
)  # fmt: skip
def test_the_seventh_digit_tells_the_century(digits: str, born: int) -> None:
    assert read_cpr(f"{digits}001", today=TODAY).born_on == date(born, 1, 1)


@pytest.mark.parametrize(
    "typed",
    ["", "610109", "610109-432", "610109-43210", "610109--4321", "61O109-4321", "a610109-4321", "61 01 09 4321",
     "٦١٠١٠٩-٤٣٢١", "610109\n\n\n4321"],
)  # fmt: skip
def test_what_has_another_shape_is_refused(typed: str) -> None:
    with pytest.raises(NotCpr, match="seks cifre"):
        read_cpr(typed, today=TODAY)


@pytest.mark.parametrize(
    "typed", ["000109-4321", "320109-4321", "600109-4321", "920109-4321", "611309-4321", "902209-4321"]
)
def test_days_that_no_calendar_has_are_refused(typed: str) -> None:
    with pytest.raises(NotCpr, match="ikke en dato"):
        read_cpr(typed, today=TODAY)


def test_the_29th_of_february_exists_in_leap_years_alone() -> None:
    assert read_cpr("890204-5001", today=TODAY).born_on == date(2004, 2, 29)
    with pytest.raises(NotCpr):
        read_cpr("890203-5001", today=TODAY)
    with pytest.raises(NotCpr):
        read_cpr("890200-0001", today=TODAY)  # 1900 was no leap year


def test_nobody_is_born_tomorrow() -> None:
    assert read_cpr("891126-5001", today=TODAY).born_on == TODAY
    with pytest.raises(NotCpr, match="fremtiden"):
        read_cpr("901126-5001", today=TODAY)


def test_modulus_11_is_no_test() -> None:
    for last in range(10):
        assert read_cpr(f"610109-432{last}", today=TODAY).masked == "610109-****"


def test_a_replacement_number_is_told_from_one_that_cpr_could_issue() -> None:
    assert read_cpr(INVENTED, today=TODAY).is_replacement
    assert not Cpr("0101094321", date(2009, 1, 1)).is_replacement


def test_the_number_shows_in_no_text_no_log_and_no_error(caplog: pytest.LogCaptureFixture) -> None:
    cpr = read_cpr(INVENTED, today=TODAY)
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("rundbord").error("%s %r", cpr, [cpr])
    with pytest.raises(NotCpr) as refusal:
        read_cpr("611309-4321", today=TODAY)

    told = f"{cpr} {cpr!r} {[cpr]} {copy.copy(cpr)} {caplog.text} {refusal.value!r} {refusal.value.__context__!r}"
    assert "4321" not in told
    assert "6101" not in told


def test_it_equals_no_text() -> None:
    assert read_cpr(INVENTED, today=TODAY) != "6101094321"


@given(
    born=st.dates(date(1900, 1, 1), TODAY),
    serial=st.integers(0, 9999),
    between=st.sampled_from(["", "-", " ", " - ", "–", " -", "- "]),
)
def test_whatever_is_taken_for_a_number_is_masked_in_texts_too(born: date, serial: int, between: str) -> None:
    typed = f"{born.day + 60}{born:%m%y}{between}{serial:04}"
    try:
        read_cpr(typed, today=TODAY)
    except NotCpr:
        return

    assert [hit.suggestion for hit in detector.detect(Passage(text=f"Det var {typed}."))] == ["[CPR-nummer fjernet]"]
