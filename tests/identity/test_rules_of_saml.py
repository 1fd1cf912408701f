"""What a SAML answer must say, whose rights count, and how moments are written."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, cast

import pytest

from rundbord.identity.rules.saml_answers import (
    ExpectedAnswer,
    moment_of,
    objections_to_answer,
    objections_to_logout,
    privileges_of,
    subject_of,
)
from rundbord.identity.saml.names import BEARER, CVR, LEVEL, SUCCESS, UUID, VERSION
from rundbord.identity.saml.told import Group, ToldAnswer, ToldLogout

NOW = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
OWN = "12345678"
EXPECTED = ExpectedAnswer(
    issuer="https://login.example",
    audience="https://rundbord.example/saml/",
    address="https://rundbord.example/svar/",
    request="_r",
    cvr=OWN,
    now=NOW,
)
TOLD: dict[str, Any] = {
    "destination": "https://rundbord.example/svar/",
    "in_response_to": "_r",
    "issuer": "https://login.example",
    "issued_at": "2026-11-30T12:00:00Z",
    "status": [SUCCESS],
    "assertion": {
        "id": "_a",
        "issuer": "https://login.example",
        "issued_at": "2026-11-30T12:00:00Z",
        "name": {"value": "x"},
        "method": BEARER,
        "recipient": "https://rundbord.example/svar/",
        "in_response_to": "_r",
        "confirmed_from": "",
        "confirmed_until": "2026-11-30T12:05:00Z",
        "holds_from": "2026-11-30T11:59:00Z",
        "holds_until": "2026-11-30T12:05:00Z",
        "audiences": ["https://rundbord.example/saml/"],
        "proved_at": "2026-11-30T12:00:00Z",
        "session": "s",
        "session_until": "",
        "attributes": {
            VERSION: ["OIO-SAML-3.0"],
            LEVEL: ["Substantial"],
            UUID: ["urn:uuid:3f1b0c5e-0000-4000-8000-00000000a001"],
            CVR: [OWN],
        },
        "groups": [],
    },
}


def _objections(where: str, value: object) -> list[str]:
    told = copy.deepcopy(TOLD)
    part, _, name = where.rpartition("/")
    place = told if not part else told["assertion"] if part == "a" else told["assertion"]["attributes"]
    place[name if part != "@" else {"loa": LEVEL, "version": VERSION, "uuid": UUID, "cvr": CVR}[name]] = value
    return objections_to_answer(cast(ToldAnswer, told), EXPECTED)


def test_an_answer_as_agreed_is_believed() -> None:
    assert objections_to_answer(cast(ToldAnswer, TOLD), EXPECTED) == []


@pytest.mark.parametrize(
    ("where", "value", "objection"),
    [
        ("issuer", "https://evil.example", "issuer"),
        ("destination", "https://rundbord.example/andet/svar/", "destination"),
        ("destination", "", "destination"),
        ("in_response_to", "", "in response to"),
        ("in_response_to", "_other", "in response to"),
        ("issued_at", "2026-11-30T11:49:00Z", "issued"),
        ("issued_at", "2026-11-30T12:03:01Z", "issued"),
        ("issued_at", "", "issued"),
        ("status", ["urn:oasis:names:tc:SAML:2.0:status:Responder"], "status"),
        ("status", [], "status"),
        ("assertion", None, "status"),
        ("a/id", "", "assertion id"),
        ("a/issuer", "https://evil.example", "assertion issuer"),
        ("a/issued_at", "2026-11-30T11:49:00Z", "assertion issued"),
        ("a/audiences", [], "audience"),
        ("a/audiences", ["https://other.example/"], "audience"),
        ("a/audiences", ["https://rundbord.example/saml/", "https://other.example/"], "audience"),
        ("a/method", "urn:oasis:names:tc:SAML:2.0:cm:holder-of-key", "confirmation"),
        ("a/confirmed_from", "2026-11-30T11:59:00Z", "confirmation"),
        ("a/recipient", "https://other.example/svar/", "recipient"),
        ("a/recipient", "", "recipient"),
        ("a/in_response_to", "", "confirmed request"),
        ("a/in_response_to", "_other", "confirmed request"),
        ("a/confirmed_until", "2026-11-30T11:57:00Z", "confirmed until"),
        ("a/confirmed_until", "", "confirmed until"),
        ("a/holds_from", "2026-11-30T12:03:01Z", "holds from"),
        ("a/holds_until", "2026-11-30T11:57:00Z", "holds until"),
        ("a/holds_until", "", "holds until"),
        ("a/proved_at", "2026-11-30T12:03:01Z", "proved"),
        ("a/proved_at", "", "proved"),
        ("a/session_until", "2026-11-30T11:00:00Z", "session until"),
        ("@/loa", [], "loa"),
        ("@/loa", ["4"], "loa"),
        ("@/loa", ["Low", "High"], "loa"),
        ("@/version", ["DK-SAML-2.0"], "specVersion"),
        ("@/version", [], "specVersion"),
        ("@/uuid", ["test@kommunen.example"], "uuid"),
        ("@/uuid", [], "uuid"),
        ("@/uuid", ["{3f1b0c5e-0000-4000-8000-00000000a001}"], "uuid"),
        ("@/cvr", ["87654321"], "cvr"),
        ("@/cvr", [OWN, "87654321"], "cvr"),
        ("@/cvr", [], "cvr"),
    ],
)
def test_an_answer_that_says_otherwise_is_not(where: str, value: object, objection: str) -> None:
    assert _objections(where, value) == [objection]


@pytest.mark.parametrize(
    ("where", "value"),
    [
        ("a/confirmed_until", "2026-11-30T11:57:01Z"),
        ("a/holds_from", "2026-11-30T12:02:59Z"),
        ("a/holds_from", ""),
        ("issued_at", "2026-11-30T13:00:00.1234567+01:00"),
        ("@/loa", ["Low"]),
        ("@/version", ["OIO-SAML-3.0.3"]),
    ],
)
def test_three_minutes_between_clocks_and_lower_levels_are_no_reason(where: str, value: object) -> None:
    """Whether a level is high enough is judged by the roles that it is to give."""
    assert _objections(where, value) == []


def test_an_authority_without_a_number_believes_nobody() -> None:
    told = copy.deepcopy(TOLD)
    told["assertion"]["attributes"][CVR] = [""]
    expected = ExpectedAnswer(**{**EXPECTED.__dict__, "cvr": ""})

    assert objections_to_answer(cast(ToldAnswer, told), expected) == ["cvr"]


@pytest.mark.parametrize(
    "told", ["2026-11-30T12:00:00", "2026-13-30T12:00:00Z", "30.11.2026", "2026-11-30 12:00:00Z", "x", "", "9" * 40]
)
def test_what_is_no_moment_is_none(told: str) -> None:
    assert moment_of(told) is None


def test_a_subject_is_the_same_however_it_is_written() -> None:
    plain = "3f1b0c5e-0000-4000-8000-00000000a001"

    assert subject_of({UUID: [f"urn:uuid:{plain}"]}) == subject_of({UUID: [plain.upper()]}) == plain


LOGOUT: ToldLogout = {
    "id": "_l",
    "issuer": "https://login.example",
    "destination": "https://rundbord.example/afslut/",
    "issued_at": "2026-11-30T12:00:00Z",
    "until": "",
    "name": {"value": "x"},
    "sessions": [],
}


@pytest.mark.parametrize(
    ("changed", "objections"),
    [
        ({}, []),
        ({"issuer": "https://evil.example"}, ["issuer"]),
        ({"destination": ""}, ["destination"]),
        ({"issued_at": "2026-11-30T11:00:00Z"}, ["issued"]),
        ({"until": "2026-11-30T11:57:00Z"}, ["until"]),
        ({"id": ""}, ["id"]),
    ],
)
def test_a_logout_request_is_as_strictly_read(changed: Mapping[str, str], objections: list[str]) -> None:
    told = cast(ToldLogout, {**LOGOUT, **changed})
    address = "https://rundbord.example/afslut/"

    assert objections_to_logout(told, issuer="https://login.example", address=address, now=NOW) == objections


def _group(*privileges: str, cvr: str = OWN, **constraints: str) -> Group:
    names = {"unit": "https://rundbord.example/constraints/enhed/1", "other": "https://kle.example/emne/1"}
    return {
        "scope": f"urn:dk:gov:saml:cvrNumberIdentifier:{cvr}",
        "privileges": list(privileges),
        "constraints": [(names[name], value) for name, value in constraints.items()],
    }


@pytest.mark.parametrize(
    ("groups", "whole", "narrowed"),
    [
        ([_group("a", "b")], {"a", "b"}, set()),
        ([_group("a"), _group("b", cvr="87654321")], {"a"}, set()),
        ([{**_group("a"), "scope": ""}], set(), set()),
        ([{**_group("a"), "scope": f"urn:dk:gov:saml:productionUnitIdentifier:{OWN}"}], set(), set()),
        ([_group("a", unit="SSP, Gadeteamet")], set(), {("a", "SSP"), ("a", "Gadeteamet")}),
        ([_group("a", unit="")], set(), set()),
        ([_group("a", other="1")], set(), set()),
        ([_group("a", unit="SSP", other="1")], set(), set()),
        ([], set(), set()),
    ],
)
def test_only_groups_of_the_own_number_give_rights_and_constraints_narrow_them(
    groups: list[Group], whole: set[str], narrowed: set[tuple[str, str]]
) -> None:
    found, found_narrowed = privileges_of(groups, cvr=OWN)

    assert (set(found), set(found_narrowed)) == (whole, narrowed)
