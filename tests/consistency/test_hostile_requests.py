"""Whatever a request carries, it is answered, refused or not found: nothing of it is a failure of ours."""

from __future__ import annotations

import base64
import inspect
import json
import re
import sys
from collections.abc import Sequence
from html import unescape
from typing import Any
from urllib.parse import quote_from_bytes, urlsplit

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import Resolver404, URLPattern, resolve

from rundbord.access.roles import PERMISSIONS, Role
from rundbord.identity.models import Draft
from rundbord.situation.models import Picture, SourceText
from rundbord.web import declaration_of
from tests.consistency.test_screens import ALL, USER_OF_ROLE
from tests.database import as_owner
from tests.factories import conflicts, rows
from tests.factories.pictures import Morning
from tests.factories.situations import ClientOf, Vestegnen

KEY = "00000000-0000-4000-8000-000000000000"
_ASKED = re.compile(r"GET(?:\.get|\.getlist)?[(\[]\s*\"(\w+)\"")
_POSTED = re.compile(r"POST(?:\.get|\.getlist)?[(\[]\s*\"(\w+)\"")
_LINK = re.compile(r"(?:href|action)=\"(/[^\"#]*)\"")
_KEY_IN_ROUTE = re.compile(r"<\w+:(\w+)>")
_FEWEST_PAGES = 25


def _cursor(values: Sequence[object]) -> bytes:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).rstrip(b"=")


_KEYS: tuple[object, ...] = (
    "a\0b",
    "\ud800",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-14:00",
    "2026-02-31",
    10**400,
    -(2**63),
    float("inf"),
    None,
    [],
    {"a": 1},
)
VALUES: tuple[bytes, ...] = (
    b"\0",
    b"a\0b",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    "\u202egnp.exe".encode(),
    b"9" * 5000,
    b"-1",
    b"99999999999999999999",
    b"1e400",
    b"NaN",
    b"2026-02-31",
    b"99999-99-99",
    b"0001-01-01T00:00",
    b"'\"<>&;%",
    b"[]",
    b"W10",
    *(_cursor([key, last]) for key in _KEYS for last in (KEY, key)),
    *(_cursor([key]) for key in _KEYS[:6]),
)
_IN_A_FORM: tuple[bytes, ...] = (*VALUES[1:3], *VALUES[5:8], VALUES[10], b"x:" + b"9" * 5000, b"[" * 5000)


def _source_of(pattern: URLPattern) -> str:
    return inspect.getsource(inspect.getmodule(inspect.unwrap(pattern.callback)))  # type: ignore[arg-type]


def _forms_near(pattern: URLPattern) -> set[type[forms.BaseForm]]:
    """The forms that the screen's module knows, and those that its neighbours there know."""
    module = sys.modules[inspect.unwrap(pattern.callback).__module__]
    homes = {module.__name__, *(str(getattr(each, "__module__", "")) for each in vars(module).values())}
    near = [sys.modules[home] for home in homes if home.startswith("rundbord.")]
    known = [each for home in near for each in vars(home).values()]
    return {each for each in known if isinstance(each, type) and issubclass(each, forms.BaseForm)}


def _names(pattern: URLPattern, asked: re.Pattern[str]) -> list[str]:
    fields = {name for form in _forms_near(pattern) for name in getattr(form, "base_fields", ())}
    told = {*asked.findall(_source_of(pattern)), *fields, "efter", "foer", "vis", "draft_key", "draft_owner", "seen"}
    return sorted(told | {f"0-{name}" for name in fields})


def _query(names: Sequence[str], value: bytes) -> str:
    return "&".join(f"{name}={quote_from_bytes(value)}" for name in names)


@pytest.fixture
def keys(vestegnen: Vestegnen, morning: Morning, published: Picture, received: SourceText) -> dict[str, object]:
    """A row of each kind that an address may name, by the name that addresses give its key."""
    waiting = rows.report(vestegnen.partnership, vestegnen.gladsaxe_ssp, reporter_id=vestegnen.street_worker.pk)
    conflict = conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp, areas=(vestegnen.station,))
    rows.report(vestegnen.partnership, vestegnen.herlev_ssp, text="En bil holdt ved skolen.")
    return {
        "report_id": waiting.pk,
        "incident_id": morning.burglary.pk,
        "source_id": received.pk,
        "number": published.number,
        "position": 1,
        "user_id": vestegnen.coordinator.pk,
        "unit_id": vestegnen.gladsaxe_ssp.pk,
        "area_id": vestegnen.station.pk,
        "zone_id": rows.zone(vestegnen.partnership, vestegnen.local_police).pk,
        "conflict_id": conflict.pk,
        "group_id": conflicts.group(conflict, "A").pk,
        "hypothesis_id": conflicts.hypothesis(conflict).pk,
    }


@pytest.fixture
def visitors(keys: dict[str, object], vestegnen: Vestegnen, client_of: ClientOf) -> dict[Role, Client]:
    """One browser for each role, each of which shows a failure as the answer 500."""
    browsers = {role: client_of(getattr(vestegnen, name)) for role, name in USER_OF_ROLE.items()}
    for browser in browsers.values():
        browser.raise_request_exception = False
    return browsers


def _visitor_of(pattern: URLPattern, visitors: dict[Role, Client]) -> Client:
    declared = declaration_of(pattern.callback)
    permission = declared.permission if declared else None
    roles = [role for role in visitors if permission is None or permission in PERMISSIONS[role]]
    return visitors[roles[0]]


def _pattern_at(address: str) -> str | None:
    try:
        return resolve(urlsplit(address).path).route
    except Resolver404:
        return None


def _pages(visitors: dict[Role, Client]) -> dict[str, str]:
    """Walk along links and forms: an address with real keys for each pattern that anybody is led to."""
    found: dict[str, str] = {}
    for browser in visitors.values():
        waiting = ["/"]
        seen: set[str] = set()
        while waiting:
            address = urlsplit(waiting.pop(0)).path
            route = _pattern_at(address)
            if route is None or route in seen:
                continue
            seen.add(route)
            answer = browser.get(address)
            if answer.status_code < 400 or answer.status_code == 405:
                found.setdefault(route, address)
            if answer.get("Content-Type", "").startswith("text/html"):
                waiting += [unescape(link) for link in _LINK.findall(answer.content.decode())]
    return found


@pytest.fixture
def addresses(visitors: dict[Role, Client], keys: dict[str, object]) -> list[tuple[str, URLPattern]]:
    """Every address without a key, every one that links lead to, and every one whose keys are known."""
    pages = _pages(visitors)
    assert len(pages) > _FEWEST_PAGES
    for route, _ in ALL:
        if set(_KEY_IN_ROUTE.findall(route)) <= set(keys):
            pages.setdefault(route, "/" + _KEY_IN_ROUTE.sub(lambda key: str(keys[key[1]]), route))
    return [(pages[route], pattern) for route, pattern in ALL if route in pages]


def test_no_query_is_a_failure(addresses: list[tuple[str, URLPattern]], visitors: dict[Role, Client]) -> None:
    failed = [
        (address, value[:60])
        for address, pattern in addresses
        if "GET" in _source_of(pattern) or "keyset" in _source_of(pattern)
        for value in VALUES
        if _visitor_of(pattern, visitors).get(f"{address}?{_query(_names(pattern, _ASKED), value)}").status_code >= 500
    ]

    assert failed == []


def test_no_form_is_a_failure(addresses: list[tuple[str, URLPattern]], visitors: dict[Role, Client]) -> None:
    failed = []
    for address, pattern in addresses:
        declared = declaration_of(pattern.callback)
        if declared is None or not declared.writes or address in {"/log-ud/"}:
            continue
        names, browser = _names(pattern, _POSTED), _visitor_of(pattern, visitors)
        for value in _IN_A_FORM:
            body = _query(names, value)
            answer = browser.post(address, body, content_type="application/x-www-form-urlencoded")
            if answer.status_code >= 500:
                failed.append((address, value[:60]))

    assert failed == []


@pytest.mark.parametrize("key", ["%00", "a%00b", "%FF", "%ED%A0%80", "9" * 400, "..%2f..%2fetc", "-1", "%E2%80%AE"])
def test_no_key_in_an_address_is_a_failure(key: str, visitors: dict[Role, Client]) -> None:
    failed = []
    for route, pattern in ALL:
        if "<" in route:
            address = "/" + re.sub(r"<[^>]*>", key, route)
            answer = _visitor_of(pattern, visitors).get(address)
            if answer.status_code not in {302, 400, 404, 405}:
                failed.append((address, answer.status_code))

    assert failed == []


def test_words_of_a_draft_are_kept_without_what_no_table_takes(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    browser = client_of(vestegnen.coordinator)
    fields = {"draft_key": "/indberet/\0", "text": "En bil\0 holdt ved \u202eskolen.", "\0navn": "x"}

    assert browser.post("/kladde/", fields).status_code == 200

    with as_owner():
        [draft] = Draft.objects.filter(user_id=vestegnen.coordinator.pk)
    assert (draft.address, draft.fields["text"]) == ("/indberet/", ["En bil holdt ved skolen."])


@pytest.mark.parametrize(
    "name", ["rapport\u202etxt.exe", "a" * 900 + ".txt", "../../etc/passwd", "\0.txt", "con", "<b>.txt"]
)
def test_no_name_of_a_file_is_a_failure_and_none_turns_the_direction_of_reading(
    name: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    words = "Indbrud\n\nLørdag kl. 12.30 var der indbrud på Prøvevej i Odder. Et vindue var knust.\n"
    file: Any = SimpleUploadedFile("x.txt", words.encode())
    file._name = name  # as sent, not as the library would put it right
    fields = {"published_on": "2026-11-20", "district": "", "text": "", "documents": [file]}

    answer = client_of(vestegnen.officer).post("/doegnrapporter/ny/", fields)

    assert answer.status_code == 302
    with as_owner():
        [kept] = SourceText.objects.all()
    assert len(kept.name) <= 160
    assert not set(kept.name) & set("\0\u202e/")
