"""Every address that takes a key answers a hidden row as it answers none: by its bytes, its headers and its queries."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from django.db import DatabaseError
from django.test import Client
from django.urls import Resolver404, URLPattern, resolve

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.identity.models import User
from rundbord.web import declaration_of
from tests.consistency.addresses import KEYED, address, filled, keys_of, missing_of
from tests.consistency.sameness import Seen, seen
from tests.factories.examples import Example, Examples
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.interventions.exits import coordinator
from tests.sampling import sampled

# Another authority at the table, a municipality outside it, a housing partner, an exit coordinator beside the one whose
# cases there are, and nobody at all.
_EXIT = "exit coordinator"
VISITORS = ("herlev_case_worker", "officer", "outsider", "caretaker", "", _EXIT)
METHODS = ("get", "post")
_UNLIKE = "/adressen/"
_MALFORMED = ("%00", "a%00b", "%FF", "%ED%A0%80", "9" * 400, "-1", "%E2%80%AE", "00000000-0000-4000-8000", "{}")
# Keys that are words anybody may say, bearer's tokens, or authorities, whose names are public: no row is hidden there.
_WORDS = {
    *(("situation", "kind"), ("situation", "audience"), ("situation", "token")),
    *(("deletion", "rule_key"), ("identity", "token"), ("identity", "number"), ("identity", "code")),
    *(("web", "name"), ("streetwork", "quarter_key"), ("streetwork", "municipality_id")),
    *(("interventions", "step_key"), ("rights", "group")),
    # Witnesses of the log lie in the log's own schema; who cosigns is no secret between parties.
    ("privacy", "witness_id"),
    *(("insight", "section"), ("insight", "key"), ("insight", "grade")),
}


def test_every_key_in_an_address_has_an_example_and_every_example_an_address(examples: Examples) -> None:
    named = {name for route, pattern in KEYED for name in keys_of(route, pattern)}

    assert named - set(examples) == set(), "an address without an example row: add one to tests/factories/examples.py"
    assert set(examples) - named == set()
    assert {name for name, example in examples.items() if example.row is None} == _WORDS


def test_every_address_is_found_by_its_example(examples: Examples) -> None:
    for route, pattern in KEYED:
        assert resolve(address(route, pattern, examples)).route == route


def test_the_examples_are_hidden_from_whoever_is_to_look_for_them(
    examples: Examples, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    outsider, other = actor_of(vestegnen.outsider), actor_of(vestegnen.herlev_case_worker)

    assert [name for name, example in examples.items() if _sees(outsider, example)] == []
    assert [
        name for name, example in examples.items() if hasattr(example.row, "audience") and _sees(other, example)
    ] == []


@pytest.mark.parametrize("who", sampled(VISITORS, every=3), ids=lambda who: who or "signed out")
@pytest.mark.parametrize("method", METHODS)
def test_a_hidden_row_is_answered_as_a_missing_one(  # noqa: PLR0917 - pytest gives fixtures by name
    method: str, who: str, examples: Examples, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    user = _user(who, vestegnen)
    actor = actor_of(user) if user else None
    browser = client_of(user) if user else Client()
    sees = {name: actor is not None and _sees(actor, example) for name, example in examples.items()}
    ask = _asking(browser, method)
    ask("/")  # whoever comes for the first time leaves a trace of their own
    told, compared = [], 0

    for route, pattern in KEYED:
        names = keys_of(route, pattern)
        # A parent that is seen leads on to its child: only a row out of reach must look like none.
        hidden = [name for name in names if examples[name].row is not None and not sees[name]]
        if not hidden:
            continue
        compared += 1
        there = ask(address(route, pattern, examples))
        told += [
            (route, missing)
            for missing in _each_missing(hidden)
            if ask(_without(route, pattern, examples, missing)) != there
        ]
        if there.status not in _refusals(pattern, signed_in=bool(who)):
            told.append((route, [(str(there.status), "")]))

    assert told == []
    # An officer and whoever is of Gladsaxe may read the narrow rows; from everybody else most are hidden.
    assert compared > (10 if who in {"officer", _EXIT} else len(KEYED) // 2)


@pytest.mark.parametrize("who", sampled(VISITORS, every=4), ids=lambda who: who or "signed out")
@pytest.mark.parametrize("method", METHODS)
def test_a_malformed_key_is_no_failure(method: str, who: str, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    user = _user(who, vestegnen)
    browser = client_of(user) if user else Client()
    browser.raise_request_exception = False
    failed = []
    for key in _MALFORMED:
        for route, pattern in KEYED:
            asked = filled(route, pattern, lambda _name, key=key: key)  # type: ignore[misc]
            if not _is_found(asked) and key is not _MALFORMED[0]:
                continue  # no screen: every such address is the same to the program as the first of them
            answer = getattr(browser, method)(asked)
            if answer.status_code not in {302, 400, 401, 403, 404, 405}:
                failed.append((asked[:80], answer.status_code))

    assert failed == []


def _user(who: str, vestegnen: Vestegnen) -> User | None:
    if who == _EXIT:
        return coordinator(vestegnen.gladsaxe_ssp, "En anden")
    user: User | None = getattr(vestegnen, who) if who else None
    return user


def _asking(browser: Client, method: str) -> Callable[[str], Seen]:
    return lambda asked: seen(browser, method, asked, unlike=_UNLIKE)


def _each_missing(hidden: Sequence[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """All of them missing, and each of several by itself."""
    return [list(hidden), *([[name] for name in hidden] if len(hidden) > 1 else [])]


def _without(route: str, pattern: URLPattern, examples: Examples, missing: Sequence[tuple[str, str]]) -> str:
    return filled(route, pattern, lambda name: missing_of(examples[name]) if name in missing else examples[name].key)


def _refusals(pattern: URLPattern, *, signed_in: bool) -> set[int]:
    declared = declaration_of(pattern.callback)
    if signed_in or (declared is not None and declared.is_public):
        return {401, 403, 404, 405}
    return {302}


def _is_found(asked: str) -> bool:
    try:
        resolve(asked)
    except Resolver404:
        return False
    return True


def _sees(actor: Actor, example: Example) -> bool:
    """Ask the database itself; a login that has no grant sees nothing."""
    if example.row is None:
        return False
    try:
        with acting_for(actor):
            return bool(type(example.row)._base_manager.filter(pk=example.row.pk).exists())
    except DatabaseError:
        return False
