"""Rounds of *who else?*: nominations are their unit's, and no login reads a mark (ADR 0027)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from tests.leaks.choice import Choice
from tests.leaks.oracles.files import FILE, reaches_file
from tests.leaks.oracles.oracle import Oracle, is_night, is_own, nobody, sits
from tests.leaks.world import EARLIER, LATER, PARTNERSHIPS, UNITS, Row, Who, World, users_near

ROUND, NOMINATION, MARK = "sharing.WhoElseRound", "sharing.Nomination", "sharing.NominationMark"
PLAN, COURSE = "interventions.PlannedStep", "interventions.Intervention"
_BASIS, _CHANNEL, _VISIT = "rpl115_ssp", "ssp", "visit"
# A round that is open closes in a far year: a visit of the week after, and one of the month after.
_IN_TIME, _TOO_LATE = LATER + timedelta(days=7), LATER + timedelta(days=30)


def _is_units(who: Who, row: Row, world: World) -> bool:
    """The unit's that nominated, of a file that is reached; another unit, and every other authority, sees none."""
    is_ours = is_night(who) or (who.unit is not None and row["unit_id"] == who.unit)
    return is_own(who, row) and is_ours and any(_reached_files(who, row, world))


def _reached_files(who: Who, row: Row, world: World) -> list[Row]:
    files = world.find(FILE, id=row["about_id"], authority_id=row["authority_id"])
    return [file for file in files if reaches_file(who, file, world)]


def _nominates(who: Who, row: Row, world: World) -> bool:
    """From the own unit, in the own name, in an open round of the table, in a channel that the unit takes part in."""
    is_from_here = (row["unit_id"], row["nominated_by"]) == (who.unit, who.user) and who.unit is not None
    is_here = row["partnership_id"] == who.partnership and sits(who, world)
    rounds = world.find(ROUND, id=row["round_id"], partnership_id=row["partnership_id"], sealed_at=None)
    is_open = any(each["closes_at"] == LATER for each in rounds)
    takes_part = any(_CHANNEL in unit["channels"] for unit in world.find("identity.Unit", id=row["unit_id"]))
    is_right = is_here and is_open and takes_part and row["basis"] == _BASIS and _is_of_old_file(who, row, world)
    has_plan = row["kind"] != _VISIT or _is_planned(who, row, world)
    return is_own(who, row) and is_from_here and is_right and has_plan


def _is_planned(who: Who, row: Row, world: World) -> bool:
    """A visit with a plan that stands, of an intervention that runs, in the fortnight after an open round closes."""
    plans = world.find(PLAN, person_id=row["about_id"], authority_id=who.authority, step=_VISIT, cancelled_at=None)
    return any(
        plan["planned_for"] == _IN_TIME and any(world.find(COURSE, id=plan["intervention_id"], ended_at=None))
        for plan in plans
    )


def _is_of_old_file(who: Who, row: Row, world: World) -> bool:
    """Of a reached file with a CPR number, under its own key, that was not opened to try."""
    return any(
        file["cpr_index"] is not None and file["data_key_id"] == row["data_key_id"] and file["opened_at"] == EARLIER
        for file in _reached_files(who, row, world)
    )


def _marks(who: Who, row: Row, world: World) -> bool:
    """With the own nomination, of this very round."""
    put = world.find(NOMINATION, id=row["nomination_id"], round_id=row["round_id"], authority_id=row["authority_id"])
    is_mine = any(each["nominated_by"] == who.user and _is_units(who, each, world) for each in put)
    return is_own(who, row) and is_mine


def _grow_nominations(choice: Choice, world: World) -> None:
    _grow_plans(choice, world)
    for unit, authority in UNITS.items():
        channels = choice.pick(([_CHANNEL], [_CHANNEL], []))
        world.add("identity.Unit", id=unit, authority_id=authority, name=str(unit), channels=channels)
    for table in PARTNERSHIPS:
        for ends in (LATER, EARLIER):
            sealed = choice.pick((None, None, EARLIER))
            world.add(
                ROUND, partnership_id=table, authority_id=next(iter(UNITS.values())), closes_at=ends, sealed_at=sealed
            )
    for _ in range(1 + choice.count(4)):
        file, of = choice.pick(world.of(FILE)), choice.pick(world.of(ROUND))
        unit = choice.pick((*[file["unit_id"]] * 5, *UNITS))
        world.add(
            NOMINATION,
            authority_id=file["authority_id"],
            unit_id=unit,
            about_id=file.id,
            data_key_id=choice.pick((*[file["data_key_id"]] * 5, UUID(int=0))),
            partnership_id=of["partnership_id"],
            round_id=of.id,
            kind=str(len(world.of(NOMINATION))),
            basis=choice.pick((_BASIS, _BASIS, "rpl115_psp")),
            nominated_by=choice.pick(users_near(file["authority_id"])),
        )


def _grow_plans(choice: Choice, world: World) -> None:
    """Plan visits in files, some of them too early or too late, cancelled, or of something that is over."""
    for file in world.of(FILE):
        whose = {"authority_id": file["authority_id"], "person_id": file.id}
        writer = choice.pick(users_near(file["authority_id"]))
        course = world.add(
            COURSE,
            **whose,
            partnership_id=PARTNERSHIPS[0],
            started_by=writer,
            ended_at=choice.pick((None, None, None, EARLIER)),
        )
        world.add(
            PLAN,
            **whose,
            intervention_id=course.id,
            planned_by=writer,
            step=choice.pick((_VISIT, _VISIT, _VISIT, "talk")),
            planned_for=choice.pick((_IN_TIME, _IN_TIME, _IN_TIME, EARLIER, _TOO_LATE)),
            cancelled_at=choice.pick((None, None, None, EARLIER)),
        )


def _grow_marks(choice: Choice, world: World) -> None:
    for put in world.of(NOMINATION):
        elsewhere = choice.pick((put, put, choice.pick(world.of(NOMINATION))))
        whose = {"authority_id": put["authority_id"], "nomination_id": put.id}
        world.add(MARK, **whose, round_id=elsewhere["round_id"])


def _grow_found(choice: Choice, world: World) -> None:
    for put in world.of(NOMINATION):
        if choice.pick((True, False)):
            columns = ("authority_id", "unit_id", "partnership_id", "round_id", "about_id")
            world.add("sharing.CommonKnowledge", **{name: put[name] for name in columns}, nomination_id=put.id)


def _own_nomination(who: Who) -> Mapping[str, Any]:
    here = {"partnership_id": who.partnership} if who.partnership else {}
    return {"authority_id": who.authority, "unit_id": who.unit, "nominated_by": who.user} | here


WHO_ELSE = (
    Oracle(
        label=NOMINATION,
        sees=_is_units,
        grows=_grow_nominations,
        adds=_nominates,
        fits=_own_nomination,
        forges=({"basis": _BASIS}, {"basis": "rpl115_psp"}, {"basis": _BASIS, "kind": _VISIT}),
    ),
    Oracle(label=MARK, sees=nobody, grows=_grow_marks, adds=_marks),
    Oracle(label="sharing.CommonKnowledge", sees=_is_units, grows=_grow_found),
)
