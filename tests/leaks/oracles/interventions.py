"""Interventions: rows of a file; and what two units do together, which is theirs alone (ADR 0026)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.leaks.choice import Choice
from tests.leaks.oracles.files import in_file
from tests.leaks.oracles.oracle import Oracle, is_fellow, is_night, is_own, reaches_persons, sits
from tests.leaks.world import LONG_AGO, LONG_AHEAD, PARTNERSHIPS, UNITS, USERS, Row, Who, World, users_near

VISIT, ANSWER = "interventions.JointVisit", "interventions.JointAnswer"


def _is_of_the_two(who: Who, visit: Row, world: World) -> bool:
    """The unit that asks and the unit that is asked, at the table where it was asked; and its own night."""
    units = ((visit["authority_id"], visit["unit_id"]), (visit["partner_id"], visit["partner_unit_id"]))
    is_here = visit["partnership_id"] == who.partnership and sits(who, world)
    is_ones_own = who.unit is not None and (who.authority, who.unit) in units and is_here
    return reaches_persons(who) and (is_ones_own or (is_own(who, visit) and is_night(who)))


def _is_past_its_day(who: Who, visit: Row, _world: World) -> bool:
    """At night, by whoever asked, when its day has passed."""
    return is_own(who, visit) and is_night(who) and visit["delete_on"] < date.today()


def _asks(who: Who, visit: Row, world: World) -> bool:
    """From the own unit, in the own name, of another party of the table."""
    is_from_here = (visit["unit_id"], visit["asked_by"]) == (who.unit, who.user) and who.unit is not None
    is_to_another = visit["partner_id"] != who.authority and is_fellow(visit["partner_id"], who, world)
    return is_own(who, visit) and is_from_here and visit["partnership_id"] == who.partnership and is_to_another


def _joins_seen_visit(who: Who, row: Row, world: World) -> bool:
    return any(_is_of_the_two(who, visit, world) for visit in world.find(VISIT, id=row["visit_id"]))


def _answers(who: Who, row: Row, world: World) -> bool:
    return is_own(who, row) and row["answered_by"] == who.user and _joins_seen_visit(who, row, world)


def _grow_visits(choice: Choice, world: World) -> None:
    for number in range(choice.count(3)):
        unit = choice.pick(list(UNITS))
        others = [each for each in UNITS if UNITS[each] != UNITS[unit]]
        partner = choice.pick(others)
        world.add(
            VISIT,
            authority_id=UNITS[unit],
            unit_id=unit,
            partnership_id=choice.pick((PARTNERSHIPS[0], *PARTNERSHIPS)),
            partner_id=UNITS[partner],
            partner_unit_id=partner,
            asked_by=choice.pick(users_near(UNITS[unit])),
            delete_on=(LONG_AGO, LONG_AHEAD)[number % 2],
        )


def _grow_answers(choice: Choice, world: World) -> None:
    for visit in world.of(VISIT):
        authority = choice.pick((visit["authority_id"], visit["partner_id"]))
        who = choice.pick(list(USERS))
        world.add(ANSWER, authority_id=authority, partnership_id=PARTNERSHIPS[0], visit_id=visit.id, answered_by=who)


def _own_asking(who: Who) -> Mapping[str, Any]:
    here = {"partnership_id": who.partnership} if who.partnership else {}
    return {"authority_id": who.authority, "unit_id": who.unit, "asked_by": who.user} | here


_OF_INTERVENTION = {"joint_visit_id", "place_id", "next_step", "due_at", "ended_at", "ending"}

INTERVENTIONS = (
    in_file(
        "interventions.Intervention", author="started_by", changes=_OF_INTERVENTION, partnership_id=PARTNERSHIPS[0]
    ),
    in_file("interventions.StepTaken", author="taken_by", changes={"printed_at"}),
    in_file("interventions.PlannedStep", author="planned_by", changes={"cancelled_at"}),
    in_file("interventions.InterventionEnd", author="ended_by"),
    Oracle(
        label=VISIT,
        sees=_is_of_the_two,
        grows=_grow_visits,
        adds=_asks,
        changes=frozenset({"planned_for", "ended_at"}),
        removes=_is_past_its_day,
        fits=_own_asking,
    ),
    Oracle(
        label=ANSWER,
        sees=_joins_seen_visit,
        grows=_grow_answers,
        adds=_answers,
        fits=lambda who: {"authority_id": who.authority, "answered_by": who.user},
    ),
)
