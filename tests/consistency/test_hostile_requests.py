"""Whatever a request carries, it is answered, refused or not found: nothing of it is a failure of ours."""

from __future__ import annotations

import base64
import inspect
import json
import re
import sys
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote_from_bytes

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.test import Client
from django.urls import URLPattern

from rundbord.access.roles import PERMISSIONS, Role
from rundbord.identity.models import Draft
from rundbord.situation.models import SourceText
from rundbord.web import declaration_of, keyset
from tests.consistency.addresses import ALL, address
from tests.consistency.test_screens import BESIDE, USER_OF_ROLE
from tests.database import as_owner
from tests.factories import rows
from tests.factories.examples import Examples
from tests.factories.situations import ClientOf, Vestegnen
from tests.sampling import sampled

KEY = "00000000-0000-4000-8000-000000000000"
_ASKED = re.compile(r"GET(?:\.get|\.getlist)?[(\[]\s*\"(\w+)\"")
_POSTED = re.compile(r"POST(?:\.get|\.getlist)?[(\[]\s*\"(\w+)\"")
_FEWEST_PAGES = 25
# So many tests share the addresses, for as many workers as there are.
_PARTS = 4
_CURSOR = "a place in a list"
_CLOSED = {403, 404}


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
WORDS: tuple[bytes, ...] = (
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
)
CURSORS: tuple[bytes, ...] = (
    *(_cursor([key, last]) for key in _KEYS for last in (KEY, key)),
    *(_cursor([key]) for key in _KEYS[:6]),
)
_IN_A_FORM: tuple[bytes, ...] = (*WORDS[1:3], *WORDS[5:8], WORDS[10], b"x:" + b"9" * 5000, b"[" * 5000)


def _source_of(pattern: URLPattern) -> str:
    return inspect.getsource(inspect.getmodule(inspect.unwrap(pattern.callback)))  # type: ignore[arg-type]


def _forms_near(pattern: URLPattern) -> set[type[forms.BaseForm]]:
    """The forms that the screen's module knows, and those that its neighbours there know."""
    module = sys.modules[inspect.unwrap(pattern.callback).__module__]
    homes = {module.__name__, *(str(getattr(each, "__module__", "")) for each in vars(module).values())}
    near = [sys.modules[home] for home in homes if home.startswith("rundbord.")]
    known = [each for home in near for each in vars(home).values()]
    return {each for each in known if isinstance(each, type) and issubclass(each, forms.BaseForm)}


def _fields(pattern: URLPattern) -> set[str]:
    return {name for form in _forms_near(pattern) for name in getattr(form, "base_fields", ())}


def _names(pattern: URLPattern, asked: re.Pattern[str]) -> list[str]:
    fields = _fields(pattern)
    told = {*asked.findall(_source_of(pattern)), *fields, "efter", "foer", "vis", "draft_key", "draft_owner", "seen"}
    return sorted(told | {f"0-{name}" for name in fields})


def _query(names: Sequence[str], value: bytes) -> str:
    return "&".join(f"{name}={quote_from_bytes(value)}" for name in names)


@pytest.fixture
def visitors(examples: Examples, vestegnen: Vestegnen, client_of: ClientOf) -> dict[Role, Client]:
    """One browser for each role, each of which shows a failure as the answer 500."""
    browsers = {role: client_of(getattr(vestegnen, name)) for role, name in USER_OF_ROLE.items()}
    for role in BESIDE:
        browsers[role] = client_of(rows.user(vestegnen.gladsaxe_ssp, role))
    for browser in browsers.values():
        browser.raise_request_exception = False
    return browsers


def _visitor_of(asked: str, pattern: URLPattern, visitors: dict[Role, Client]) -> Client:
    """Give the first who may open the address, and to whom it opens."""
    declared = declaration_of(pattern.callback)
    permission = declared.permission if declared else None
    may = [browser for role, browser in visitors.items() if permission is None or permission in PERMISSIONS[role]]
    opened = (browser for browser in may[:-1] if browser.get(asked).status_code not in _CLOSED)
    return next(opened, may[-1])


@pytest.fixture
def noticed(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The names that screens look for in queries, and a sign of its own where one reads a place in a list."""
    names: set[str] = set()

    class Noticing(QueryDict):
        def __getitem__(self, key: str) -> Any:
            names.add(key)
            return super().__getitem__(key)

        def getlist(self, key: str, default: Any = None) -> Any:
            names.add(key)
            return super().getlist(key, default)

        def __contains__(self, key: object) -> bool:
            names.add(str(key))
            return super().__contains__(key)

        def __iter__(self) -> Iterator[str]:
            names.add("")
            return super().__iter__()

    def read_place(cursor: str, *rest: Any) -> list[Any]:
        names.add(_CURSOR)
        return place_of(cursor, *rest)

    place_of = keyset._values_of
    monkeypatch.setattr("django.core.handlers.wsgi.QueryDict", Noticing)
    monkeypatch.setattr(keyset, "_values_of", read_place)
    return names


@pytest.mark.parametrize("part", sampled(range(_PARTS), every=_PARTS))
def test_no_query_is_a_failure(part: int, visitors: dict[Role, Client], examples: Examples, noticed: set[str]) -> None:
    failed: list[str] = []
    looked = 0
    for route, pattern in ALL[part::_PARTS]:
        plain = address(route, pattern, examples)
        browser, names = _visitor_of(plain, pattern, visitors), _names(pattern, _ASKED)
        noticed.clear()
        failed += _failures(browser, plain, names, [b""])
        if not noticed:
            continue  # the screen looks at no query at all, so none can be its failure
        looked += 1
        names = sorted({*names, *noticed} - {_CURSOR, ""})
        failed += _failures(browser, plain, names, WORDS)
        if _CURSOR in noticed:
            # Where a place in a list is read, it is tried in every wrong way, beside a form that is in order.
            places = sorted(set(names) - _fields(pattern))
            failed += _failures(browser, plain, places, CURSORS)
        else:
            failed += _failures(browser, plain, names, CURSORS[:2])

    assert failed == []
    assert looked > _FEWEST_PAGES // _PARTS


def _failures(browser: Client, plain: str, names: Sequence[str], values: Sequence[bytes]) -> list[str]:
    asked = (f"{plain}?{_query(names, value)}" for value in values)
    return [each[:120] for each in asked if browser.get(each).status_code >= 500]


@pytest.mark.parametrize("part", sampled(range(_PARTS), every=_PARTS))
def test_no_form_is_a_failure(part: int, visitors: dict[Role, Client], examples: Examples) -> None:
    failed = []
    for route, pattern in ALL[part::_PARTS]:
        declared = declaration_of(pattern.callback)
        if declared is None or not declared.writes or route == "log-ud/":
            continue
        asked = address(route, pattern, examples)
        names, browser = _names(pattern, _POSTED), _visitor_of(asked, pattern, visitors)
        for value in _IN_A_FORM:
            body = _query(names, value)
            answer = browser.post(asked, body, content_type="application/x-www-form-urlencoded")
            if answer.status_code >= 500:
                failed.append((asked, value[:60]))

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
