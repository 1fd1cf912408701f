"""Exit cases: a compartment that the two named coordinators reach, and nobody else (ADR 0028)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from rundbord.access.purposes import Purpose
from tests.leaks.choice import Choice
from tests.leaks.oracles.oracle import Oracle, is_night, reaches_exit
from tests.leaks.world import (
    AUTHORITIES,
    EARLIER,
    LONG_AGO,
    LONG_AHEAD,
    PARTNERSHIPS,
    USERS,
    Row,
    Who,
    World,
    users_near,
)

CASE, CONSENT = "interventions.ExitCase", "interventions.ExitConsent"


def _is_own(who: Who, row: Row) -> bool:
    """Own authority's, in the seat of an exit coordinator."""
    return reaches_exit(who) and row["authority_id"] == who.authority


def _coordinates(who: Who, case: Row, _world: World) -> bool:
    """By name and for prevention; neither unit, leader, assignment nor role opens one."""
    is_named = who.user in {case["responsible_id"], case["deputy_id"]}
    return _is_own(who, case) and who.purpose is Purpose.PREVENTION and is_named


def _goes(who: Who, case: Row, _world: World) -> bool:
    """At night, when its day has come."""
    return _is_own(who, case) and is_night(who) and case["delete_on"] <= date.today()


def _sees(who: Who, case: Row, world: World) -> bool:
    return _coordinates(who, case, world) or _goes(who, case, world)


def _opens(who: Who, case: Row, world: World) -> bool:
    """The writer's own, and nobody else's yet."""
    return _coordinates(who, case, world) and case["responsible_id"] == who.user and case["deputy_id"] is None


def _grow_cases(choice: Choice, world: World) -> None:
    for _ in range(1 + choice.count(2)):
        authority = choice.pick(AUTHORITIES)
        responsible = choice.pick(users_near(authority))
        world.add(
            CASE,
            authority_id=authority,
            partnership_id=PARTNERSHIPS[0],
            responsible_id=responsible,
            deputy_id=choice.pick((None, *(user for user in users_near(authority) if user != responsible))),
            delete_on=choice.pick((LONG_AHEAD, LONG_AGO)),
            ended_at=choice.pick((None, None, None, EARLIER)),
        )


def _moves_of_cases(who: Who, case: Row) -> Iterable[Mapping[str, Any]]:
    other = next(user for user in USERS if user not in {who.user, case["responsible_id"], case["deputy_id"]})
    yield {"responsible_id": other}
    yield {"deputy_id": other}
    yield {"deputy_id": None}


def in_case(who: Who, row: Row, world: World) -> bool:
    """Tell whether somebody reaches the case that a row hangs on."""
    cases = world.find(CASE, id=row["case_id"], authority_id=row["authority_id"])
    return _is_own(who, row) and any(_sees(who, case, world) for case in cases)


# Most hold today; one is over, one has not begun.
_HOLDS = {"given_on": date(2019, 1, 1), "valid_until": LONG_AHEAD}
_TERMS = (_HOLDS, _HOLDS, _HOLDS, _HOLDS | {"valid_until": LONG_AGO}, _HOLDS | {"given_on": date(2089, 1, 1)})


def _agreed(choice: Choice) -> dict[str, Any]:
    return {
        "recipients": choice.some(list(USERS)) + choice.some(list(USERS)),
        **choice.pick(_TERMS),
        "withdrawn_at": choice.pick((None, None, None, EARLIER)),
    }


def _nothing_more(_choice: Choice) -> dict[str, Any]:
    return {}


def _in_case(
    label: str,
    *,
    author: str,
    changes: Iterable[str] = (),
    more: Callable[[Choice], dict[str, Any]] = _nothing_more,
) -> Oracle:
    sees = in_case

    def alters(who: Who, row: Row, world: World) -> bool:
        return sees(who, row, world) and who.purpose is Purpose.PREVENTION

    def removes(who: Who, row: Row, world: World) -> bool:
        return sees(who, row, world) and is_night(who)

    def grows(choice: Choice, world: World) -> None:
        for _ in range(choice.count(2)):
            case = choice.pick(world.of(CASE))
            stray = choice.pick((*[case["authority_id"]] * 5, choice.pick(AUTHORITIES)))
            near = users_near(case["authority_id"])
            world.add(label, authority_id=stray, case_id=case.id, **{author: choice.pick(near)}, **more(choice))

    def tries(who: Who, world: World) -> Iterator[Mapping[str, Any]]:
        reached = [case for case in world.of(CASE) if _sees(who, case, world)][:1]
        for case in (*reached, *world.of(CASE)[:1]):
            for authority in (who.authority, case["authority_id"], next(a for a in AUTHORITIES if a != who.authority)):
                told = {"case_id": case.id, "recipients": [], **_HOLDS} if label == CONSENT else {"case_id": case.id}
                yield {**told, "authority_id": authority, author: who.user}

    return Oracle(
        label=label,
        sees=sees,
        grows=grows,
        tries=tries,
        adds=lambda who, row, world: alters(who, row, world) and row[author] == who.user,
        changes=frozenset(changes),
        alters=alters,
        removes=removes,
        fits=lambda who: {"authority_id": who.authority, author: who.user},
    )


_OF_CASE = {"responsible_id", "responsible_label", "deputy_id", "deputy_label", "called", "contact", "enquiry", "name"}
_OF_CASE |= {"born_on", "cpr", "state", "state_since", "consent_until", "ends_by", "next_on", "ended_at", "delete_on"}

EXITS = (
    Oracle(
        label=CASE,
        sees=_sees,
        grows=_grow_cases,
        adds=_opens,
        changes=frozenset(_OF_CASE),
        alters=_coordinates,
        removes=_goes,
        fits=lambda who: {"authority_id": who.authority, "responsible_id": who.user, "deputy_id": None},
        moves=_moves_of_cases,
    ),
    _in_case("interventions.ExitMove", author="moved_by"),
    _in_case(CONSENT, author="noted_by", changes={"withdrawn_at"}, more=_agreed),
    _in_case("interventions.ExitStep", author="planned_by", changes={"done_at", "done_label"}),
    _in_case("interventions.ExitContact", author="noted_by"),
    _in_case("interventions.ExitNote", author="written_by"),
)
