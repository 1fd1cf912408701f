"""The screens of what exit coordinators tell each other, and that they tell nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.identity.models import User
from rundbord.interventions.actions import exits
from rundbord.interventions.models import ExitCopy, ExitDisclosure
from rundbord.interventions.queries.exits import told_of_case
from tests.consistency.sameness import without_nature
from tests.consistency.test_screens import SIGNED_IN
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.interventions.exits import NAME, WORDS, agreed, coordinator, told_to, wish
from tests.logs import logged
from tests.queries import own_queries

_WHY = "Koordinatoren skal kunne finde et sikkert sted inden fredag."


@pytest.fixture
def sender(vestegnen: Vestegnen) -> User:
    """The exit coordinator of Gladsaxe."""
    return coordinator(vestegnen.gladsaxe_ssp, "Kommunens koordinator")


@pytest.fixture
def receiver(vestegnen: Vestegnen) -> User:
    """The exit coordinator of the police."""
    return coordinator(vestegnen.local_police, "Politiets koordinator")


@pytest.fixture
def own(sender: User, actor_of: ActorOf) -> Actor:
    """The sender, acting."""
    return actor_of(sender)


@pytest.fixture
def reader(receiver: User, actor_of: ActorOf) -> Actor:
    """The reader, acting."""
    return actor_of(receiver)


@pytest.fixture
def browser(sender: User, client_of: ClientOf) -> Client:
    """The sender's."""
    return client_of(sender)


@pytest.fixture
def theirs(receiver: User, client_of: ClientOf) -> Client:
    """The reader's."""
    return client_of(receiver)


def _at(name: str, key: UUID) -> str:
    return reverse(f"exits:{name}", args=[key])


def _page(browser: Client, address: str) -> str:
    return browser.get(address).content.decode()


def _typed(reader: Actor, **changed: Any) -> dict[str, Any]:
    return {
        "readers": [str(reader.user_id)],
        "parts": ["status"],
        "words": WORDS,
        "grade": "seen",
        "role": "concern",
        "necessity": _WHY,
        **changed,
    }


def _copy(reader: Actor) -> ExitCopy:
    with acting_for(reader):
        return ExitCopy.objects.get()


def test_from_the_case_over_the_reader_to_the_receipt(
    browser: Client, theirs: Client, own: Actor, reader: Actor
) -> None:
    case = agreed(own, recipients=[reader.user_id])
    assert "Politiets koordinator" in _page(browser, _at("tell_coordinators", case.pk))

    browser.post(_at("tell_coordinators", case.pk), _typed(reader))
    assert "Ikke læst endnu" in _page(browser, _at("show_exit", case.pk))

    listed = _page(theirs, reverse("exits:exit_received"))
    copy = _copy(reader)
    shown = _page(theirs, _at("show_exit_copy", copy.pk))
    assert NAME in listed
    for words in (NAME, WORDS, _WHY, "Kommunens koordinator", "Må aldrig gives videre"):
        assert words in shown
    theirs.post(_at("acknowledge_exit_copy", copy.pk))
    assert "Kvittér" not in _page(theirs, _at("show_exit_copy", copy.pk))

    assert "Læst" in _page(browser, _at("show_exit", case.pk))
    with acting_for(own):
        [row] = told_of_case(case)
    shown = _page(browser, _at("show_exit_told", row.told.pk))
    assert WORDS in shown
    assert "Kvitteret" in shown
    assert logged(Event.EXIT_COPY_READ, about=copy) == 2
    assert mail.outbox == []


def test_what_stands_against_it_is_said_at_once_and_what_was_typed_stands(
    browser: Client, own: Actor, reader: Actor
) -> None:
    case = agreed(own, recipients=[reader.user_id])

    shown = browser.post(
        _at("tell_coordinators", case.pk), _typed(reader, readers=[], necessity="", grade="rumour")
    ).content.decode()

    assert WORDS in shown
    assert shown.count("Samtykke") or shown.count("samtykke")
    with as_owner():
        assert not ExitDisclosure.objects.exists()


def test_a_consent_that_names_nobody_here_says_so(browser: Client, own: Actor, reader: Actor) -> None:
    case = agreed(own)

    assert "Samtykket nævner ingen" in _page(browser, _at("tell_coordinators", case.pk))


def test_withdrawal_is_seen_by_the_reader_who_confirms(
    browser: Client, theirs: Client, own: Actor, reader: Actor
) -> None:
    told = told_to(reader, own)
    copy = _copy(reader)
    browser.post(_at("withdraw_consent", told.case_id))

    for address in (reverse("exits:exit_received"), _at("show_exit_copy", copy.pk)):
        shown = _page(theirs, address)
        assert "Samtykket er trukket tilbage" in shown
        assert "kanariefugl" not in shown.lower()
    theirs.post(_at("confirm_gone", copy.pk))

    assert "Slettet" in _page(theirs, reverse("exits:exit_received"))
    assert "Slettet hos modtageren" in _page(browser, _at("show_exit", told.case_id))


def test_a_recall_and_a_correction_by_their_pages(browser: Client, theirs: Client, own: Actor, reader: Actor) -> None:
    told = told_to(reader, own)
    typed = {"line": "1", "wording": "Det var torsdag.", "reason": "Dagen var forkert."}
    assert WORDS in _page(browser, _at("put_right", told.pk))

    browser.post(_at("put_right", told.pk), typed)
    with acting_for(reader):
        newest = ExitCopy.objects.order_by("told_at").last()
    assert newest is not None
    shown = _page(theirs, _at("show_exit_copy", newest.pk))
    assert "Det var torsdag." in shown
    assert "Dagen var forkert." in shown

    browser.post(_at("recall_told", newest.disclosure_id), {"cause": "unlawful"})
    assert "Det skulle ikke være givet videre" in _page(theirs, _at("show_exit_copy", newest.pk))


def test_the_start_page_counts_what_waits_for_the_reader_alone(  # noqa: PLR0917 - pytest gives fixtures by name
    theirs: Client, own: Actor, reader: Actor, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    told_to(reader, own)

    assert "fra andre exit-koordinatorer" in _page(theirs, "/")
    assert "exit-koordinatorer" not in _page(client_of(coordinator(vestegnen.local_police, "En anden")), "/")


@pytest.mark.parametrize("unit", ["gladsaxe_ssp", "local_police"])
def test_another_coordinator_gets_what_a_missing_one_gives(  # noqa: PLR0917 - pytest gives fixtures by name
    unit: str, own: Actor, reader: Actor, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    told = told_to(reader, own)
    other = client_of(coordinator(getattr(vestegnen, unit), "En anden"))
    keys = {
        **dict.fromkeys(("show_exit_told", "put_right", "recall_told"), told.pk),
        **dict.fromkeys(("show_exit_copy", "acknowledge_exit_copy", "confirm_gone"), _copy(reader).pk),
        "tell_coordinators": told.case_id,
    }

    for name, key in keys.items():
        missing = uuid4()
        for method in ("get", "post"):
            there, nowhere = (getattr(other, method)(_at(name, each)) for each in (key, missing))
            assert there.status_code == nowhere.status_code
            assert there.status_code in {404, 405}
            plain = without_nature(there.content).replace(str(key).encode(), b"")
            assert plain == without_nature(nowhere.content).replace(str(missing).encode(), b"")


def test_no_name_in_a_title_and_no_draft(browser: Client, theirs: Client, own: Actor, reader: Actor) -> None:
    told = told_to(reader, own)
    pages = [_page(browser, _at(name, told.pk)) for name in ("show_exit_told", "put_right", "recall_told")]
    pages += [_page(browser, _at("tell_coordinators", told.case_id))]
    pages += [_page(theirs, _at("show_exit_copy", _copy(reader).pk)), _page(theirs, reverse("exits:exit_received"))]

    for page in pages:
        assert NAME not in page.split("</title>")[0]
        assert "draft_key" not in page


def test_the_lists_ask_as_much_for_many_as_for_one(browser: Client, theirs: Client, own: Actor, reader: Actor) -> None:
    told = told_to(reader, own)
    received, shown = reverse("exits:exit_received"), _at("show_exit", told.case_id)
    theirs.get(received)
    browser.get(shown)
    with own_queries() as for_one:
        theirs.get(received)
        browser.get(shown)
    with acting_for(own):
        for number in range(3):
            why = f"Koordinatoren skal vide det inden fredag, for {number} aftaler står for."
            exits.tell_coordinators(told.case, wish(reader.user_id, necessity=why), by=own)
    with own_queries() as for_four:
        page = theirs.get(received)
        browser.get(shown)

    assert page.content.decode().count(NAME) == 4
    assert len(for_four) == len(for_one)


@pytest.fixture
def _the_clock_stands() -> Iterator[None]:
    """Let no minute end between two crawls."""
    with time_machine.travel(timezone.now() + timedelta(minutes=12), tick=False):
        yield


@pytest.mark.usefixtures("_the_clock_stands")
@pytest.mark.parametrize(
    "who", ["coordinator", "leader", "another", "colleague", "officer", "theirs", "police_leader", "police_exit"]
)
def test_two_world_with_and_without_what_was_told_in_exit_are_one_to_everybody_else(  # noqa: PLR0917 - pytest gives fixtures by name
    who: str, own: Actor, reader: Actor, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    """Lists, counts, notices and the log are byte-equal for both units, their leaders and their other coordinators."""
    others = {
        "another": lambda: coordinator(vestegnen.gladsaxe_ssp, "En anden"),
        "colleague": lambda: rows.user(vestegnen.gladsaxe_ssp, Role.CASE_WORKER),
        "theirs": lambda: rows.user(vestegnen.local_police, Role.OFFICER),
        "police_leader": lambda: rows.user(vestegnen.local_police, Role.LEADER),
        "police_exit": lambda: coordinator(vestegnen.local_police, "En anden"),
    }
    visitor = client_of(others[who]() if who in others else getattr(vestegnen, who))
    _crawl(visitor)  # whoever reads a screen for the first time leaves a trace of their own
    without = _crawl(visitor)

    told_to(reader, own)
    gone = told_to(reader, own)
    with acting_for(own):
        exits.withdraw_consent(gone.case, by=own)
    with_them = _crawl(visitor)

    assert [route for route in without if without[route] != with_them[route]] == []
    assert [route for route in with_them if b"kanariefugl" in with_them[route][1].lower()] == []


def _crawl(visitor: Client) -> dict[str, tuple[int, bytes]]:
    seen = {}
    for route, _ in SIGNED_IN:
        if "<" not in route:
            response = visitor.get(f"/{route}")
            seen[route] = (response.status_code, without_nature(response.content))
    return seen
