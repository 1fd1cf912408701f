"""The screens of exit: what a coordinator does on them, and that they tell nobody else that there is a case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.identity.models import User
from rundbord.interventions.actions import exits
from rundbord.interventions.models import ExitCase
from rundbord.interventions.queries.exits import exit_sheet
from tests.consistency.sameness import without_nature
from tests.consistency.test_screens import SIGNED_IN
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.interventions.exits import CPR, NAME, active, agreed, coordinator, enquiry, fresh
from tests.logs import logged
from tests.queries import own_queries

ONE = ("show_exit", "give_consent", "move_case", "write_note", "plan_exit_step", "note_contact")
ACTS = (*ONE, "prolong_case", "name_deputy", "take_over", "withdraw_consent")


@pytest.fixture
def user(vestegnen: Vestegnen) -> User:
    """An exit coordinator in Gladsaxe."""
    return coordinator(vestegnen.gladsaxe_ssp)


@pytest.fixture
def own(user: User, actor_of: ActorOf) -> Actor:
    """The same, acting."""
    return actor_of(user)


@pytest.fixture
def browser(user: User, client_of: ClientOf) -> Client:
    """The same, in a browser."""
    return client_of(user)


def _at(name: str, exit_id: UUID) -> str:
    return reverse(f"exits:{name}", args=[exit_id])


def _signed(readers: list[UUID], **changed: object) -> dict[str, object]:
    return {
        "name": NAME,
        "cpr": "650599-1234",
        "given_on": timezone.localdate().isoformat(),
        "months": "12",
        "municipality": "Koordinator A",
        "police": "Koordinator B",
        "probation": "ingen",
        "recipients": [str(reader) for reader in readers],
        "is_written": "on",
        "is_informed": "on",
        "is_free": "on",
        **changed,
    }


def test_from_enquiry_over_consent_to_the_first_step(
    browser: Client, own: Actor, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    police = actor_of(coordinator(vestegnen.local_police))
    asked = {"called": "Test", "contact": "kontaktperson", "enquiry": "Vil ud.", "is_adult": "on"}
    answer = browser.post(reverse("exits:open_enquiry"), asked)
    with acting_for(own):
        case = ExitCase.objects.get()
    assert answer.headers["Location"] == _at("show_exit", case.pk)
    assert "Skriftligt samtykke først" in browser.get(_at("show_exit", case.pk)).content.decode()

    browser.post(_at("give_consent", case.pk), _signed([police.user_id]))
    due_on = (timezone.localdate() + timedelta(days=4)).isoformat()
    browser.post(_at("plan_exit_step", case.pk), {"area": "housing", "words": "Se på et værelse", "due_on": due_on})
    browser.post(
        _at("note_contact", case.pk), {"attendance": "met", "on": timezone.localdate().isoformat(), "line": "Start"}
    )
    browser.post(_at("move_case", case.pk), {"to": "visitation", "reason": ""})
    shown = browser.get(_at("show_exit", case.pk)).content.decode()

    for words in (NAME, "650599-****", "Se på et værelse", "Start", "Koordinator B", "Visitation"):
        assert words in shown
    assert CPR not in shown
    with acting_for(own):
        sheet = exit_sheet(fresh(case, own), own)
    assert sheet.consent is not None
    assert sheet.consent.row.recipients == [police.user_id]


def test_a_refused_consent_says_everything_at_once_and_keeps_what_was_typed(browser: Client, own: Actor) -> None:
    case = enquiry(own)

    shown = browser.post(
        _at("give_consent", case.pk), _signed([], is_written="", is_free="", police="")
    ).content.decode()

    for words in ("skal være skriftligt", "ikke er frit", "skal nævne koordinatoren", NAME):
        assert words in shown


def test_withdrawal_is_one_click(browser: Client, own: Actor) -> None:
    case = active(own)

    browser.post(_at("withdraw_consent", case.pk))
    assert "Forløbet er slut" in browser.get(_at("show_exit", case.pk)).content.decode()


def test_on_wish_nothing_is_left_to_read(browser: Client, own: Actor) -> None:
    case = active(own)

    browser.post(_at("withdraw_consent", case.pk), {"hvornaar": "straks"})
    shown = browser.get(_at("show_exit", case.pk)).content.decode()

    assert "Ordene er slettet" in shown
    assert "kanariefugl" not in shown.lower()
    assert "kanariefugl" not in browser.get(reverse("exits:exit_cases")).content.decode().lower()


def test_opening_it_is_logged_and_looking_at_an_act_withdraws_nothing(browser: Client, own: Actor) -> None:
    case = active(own)

    browser.get(_at("show_exit", case.pk))
    browser.get(_at("withdraw_consent", case.pk))

    assert logged(Event.EXIT_READ, about=case) == 1
    assert fresh(case, own).state == "active"


def test_no_name_in_the_title_and_no_draft_in_a_form(browser: Client, own: Actor) -> None:
    case = active(own)
    for name in ONE:
        page = browser.get(_at(name, case.pk)).content.decode()
        assert NAME not in page.split("</title>")[0]
        assert "draft_key" not in page


@pytest.mark.parametrize("who", ["coordinator", "leader", "dpo", "officer", "street_worker", "herlev_case_worker"])
def test_other_roles_may_not_open_the_compartment(
    who: str, own: Actor, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    case = active(own)
    other = client_of(getattr(vestegnen, who))

    for address in (reverse("exits:exit_cases"), *(_at(name, case.pk) for name in ACTS)):
        assert other.get(address).status_code == 403


@pytest.mark.parametrize("unit", ["gladsaxe_ssp", "local_police"])
def test_another_exit_coordinator_gets_what_a_missing_case_gives(
    unit: str, own: Actor, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    case = active(own)
    other, missing = client_of(coordinator(getattr(vestegnen, unit))), uuid4()

    for name in ACTS:
        for method in ("get", "post"):
            there = getattr(other, method)(_at(name, case.pk))
            nowhere = getattr(other, method)(_at(name, missing))
            assert there.status_code == nowhere.status_code
            assert there.status_code in {404, 405}
            plain = without_nature(there.content).replace(str(case.pk).encode(), b"")
            assert plain == without_nature(nowhere.content).replace(str(missing).encode(), b"")
    assert "kanariefugl" not in other.get(reverse("exits:exit_cases")).content.decode().lower()


def test_the_list_asks_as_much_for_many_as_for_one(browser: Client, own: Actor) -> None:
    agreed(own)
    browser.get(reverse("exits:exit_cases"))
    with own_queries() as for_one:
        browser.get(reverse("exits:exit_cases"))
    for _ in range(3):
        agreed(own)
    with own_queries() as for_four:
        shown = browser.get(reverse("exits:exit_cases"))

    assert shown.content.decode().count(NAME) == 4
    assert len(for_four) == len(for_one) <= 6


def test_the_start_page_tells_its_coordinator_that_something_waits(browser: Client, own: Actor) -> None:
    case = active(own)
    assert "exit-forløb venter" not in browser.get("/").content.decode()

    with as_owner():
        ExitCase.objects.filter(pk=case.pk).update(next_on=timezone.localdate())

    page = browser.get("/").content.decode()
    assert "exit-forløb venter på dig" in page
    assert NAME not in page


@pytest.fixture
def _the_clock_stands() -> Iterator[None]:
    """Let no minute end between two crawls."""
    with time_machine.travel(timezone.now() + timedelta(minutes=12), tick=False):
        yield


@pytest.mark.usefixtures("_the_clock_stands")
@pytest.mark.parametrize("who", ["coordinator", "leader", "another", "colleague", "officer"])
def test_two_world_with_and_without_an_exit_case_are_one_to_whoever_does_not_coordinate_it(
    who: str, own: Actor, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    """Each page without a key, lists and counts and maps and notices, is byte-equal for the own unit and its leader."""
    others = {
        "another": lambda: coordinator(vestegnen.gladsaxe_ssp, "En anden"),
        "colleague": lambda: rows.user(vestegnen.gladsaxe_ssp, Role.CASE_WORKER),
    }
    visitor = client_of(others[who]() if who in others else getattr(vestegnen, who))
    _crawl(visitor)  # whoever reads a screen for the first time leaves a trace of their own
    not_found = _looked_up(visitor)
    without = _crawl(visitor)

    case = active(own)
    with as_owner():
        ExitCase.objects.filter(pk=case.pk).update(next_on=timezone.localdate() - timedelta(days=9))
    _ended(own)
    with_one = _crawl(visitor)

    assert [route for route in without if without[route] != with_one[route]] == []
    assert [route for route in with_one if b"kanariefugl" in with_one[route][1].lower()] == []
    assert _looked_up(visitor) == not_found


def _ended(own: Actor) -> None:
    case = agreed(own)
    with acting_for(own):
        exits.withdraw_consent(case, by=own)


def _looked_up(visitor: Client) -> list[tuple[int, object, object]]:
    """Look the person up, and begin a concern about them, where the visitor may: what is found, and what is doubled.

    The page itself lists the unit's latest look-ups, and so differs from one look-up to the next.
    """
    reason = "Kender vi personen i forvejen?"
    asked = [("/unge/find/", {"name": NAME}), ("/unge/find/", {"cpr": CPR}), ("/unge/ny/", {"cpr": CPR})]
    answers = [visitor.post(address, {**typed, "reason": reason}) for address, typed in asked]
    told = [answer.context or {} for answer in answers]
    return [
        (answer.status_code, each.get("hits"), each.get("double")) for answer, each in zip(answers, told, strict=True)
    ]


def _crawl(visitor: Client) -> dict[str, tuple[int, bytes]]:
    seen = {}
    for route, _ in SIGNED_IN:
        if "<" in route:
            continue
        response = visitor.get(f"/{route}")
        seen[route] = (response.status_code, without_nature(response.content))
    return seen
