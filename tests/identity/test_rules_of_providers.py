"""What an assertion means: levels, privileges, names; what is missing or odd is always the least."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from rundbord.access.roles import Role
from rundbord.identity.rules import (
    Assertion,
    Meaning,
    entitled_to,
    is_askable,
    is_recent,
    level_in,
    name_for,
    privileges_in,
    sign_in_name_for,
)
from rundbord.identity.vocabulary import AuthorityKind, Level, Proof

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
UNIT = uuid4()


def _assertion(**told: object) -> Assertion:
    plain: dict[str, object] = {"issuer": "i", "subject": "s", "level": Level.SUBSTANTIAL, "privileges": frozenset()}
    return Assertion(**{**plain, **told})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "level"),
    [
        ("sub", Level.SUBSTANTIAL),
        ("high", Level.HIGH),
        ("low", Level.LOW),
        ("SUB", Level.LOW),
        ("", Level.LOW),
        (None, Level.LOW),
        (["sub"], Level.LOW),
        ({"sub": 1}, Level.LOW),
        (3, Level.LOW),
    ],
)
def test_a_level_that_is_not_told_as_agreed_is_the_lowest(told: object, level: Level) -> None:
    assert level_in(told, substantial="sub", high="high") is level


def test_an_empty_word_for_high_is_never_told() -> None:
    assert level_in("", substantial="", high="") is Level.LOW


def test_low_is_no_second_factor_and_the_others_are() -> None:
    assert _assertion(level=Level.LOW).proof is Proof.PROVIDER_LOW
    assert not Proof.PROVIDER_LOW.is_second_factor
    assert Proof.PROVIDER.is_second_factor
    assert Proof.PROVIDER_HIGH.is_second_factor


@pytest.mark.parametrize(
    ("told", "privileges"),
    [(["a", "b"], {"a", "b"}), ("a", {"a"}), (["a", 1, None, ""], {"a"}), (None, set()), ({"a": 1}, set())],
)
def test_privileges_are_texts_and_nothing_else(told: object, privileges: set[str]) -> None:
    assert privileges_in(told) == privileges


def test_privileges_give_what_the_authority_said_they_mean_and_nothing_else() -> None:
    meanings = [
        Meaning(value="ssp", unit_id=UNIT, role=Role.CASE_WORKER),
        Meaning(value="leder", unit_id=UNIT, role=Role.LEADER),
        Meaning(value="politi", unit_id=UNIT, role=Role.OFFICER),
    ]

    assert entitled_to({"ssp", "SSP ", "politi", "ukendt"}, meanings, kind=AuthorityKind.MUNICIPALITY) == {
        (UNIT, Role.CASE_WORKER)
    }
    assert entitled_to(set(), meanings, kind=AuthorityKind.MUNICIPALITY) == frozenset()


@pytest.mark.parametrize(
    ("at", "recent"),
    [(NOW, True), (NOW - timedelta(minutes=2), True), (NOW - timedelta(minutes=4), False), (None, False)],
)
def test_who_does_not_say_when_somebody_proved_themselves_says_that_they_did_not(
    at: datetime | None, recent: bool
) -> None:
    assert is_recent(at, since=NOW) is recent


@pytest.mark.parametrize(
    ("told", "name"),
    [("  Test   Testesen ", "Test Testesen"), ("", "før"), ("Test 610108-1234", "før")],
)
def test_a_name_that_would_not_do_is_left_alone(told: str, name: str) -> None:
    assert name_for(_assertion(name=told), otherwise="før") == name


def test_a_sign_in_name_is_plain_free_and_no_cpr_number() -> None:
    assert sign_in_name_for(_assertion(user_name="Test.Testesen@gladsaxe.example"), taken=()) == "test.testesen"
    assert sign_in_name_for(_assertion(user_name="test"), taken={"test", "test-2"}) == "test-3"
    assert sign_in_name_for(_assertion(user_name="610108-1234"), taken=()).startswith("bruger-")
    assert sign_in_name_for(_assertion(user_name="'; DROP"), taken=()) == "drop"
    assert sign_in_name_for(_assertion(), taken=()).startswith("bruger-")


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("https://login.example", True),
        ("https://login.example/realm/x?y=1", True),
        ("https://sts.example:8443/x", True),
        ("https://sts.example/x", False),
        ("https://login.example.evil.example", False),
        ("https://u:p@login.example", False),
        ("http://login.example", False),
        ("http://127.0.0.1:9000", True),
        ("https://login.example:99999", False),
        ("ftp://login.example", False),
    ],
)
def test_only_hosts_that_the_operator_named_are_asked(url: str, asked: bool) -> None:
    hosts = ("login.example", "sts.example:8443", "127.0.0.1:9000")

    assert is_askable(url, hosts=hosts, loopback=True) is asked
    assert not is_askable("http://127.0.0.1:9000", hosts=hosts, loopback=False)
