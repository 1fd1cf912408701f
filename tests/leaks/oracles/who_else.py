"""Rounds of *who else?*: nominations are their unit's, and no login reads a mark (ADR 0027)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from tests.leaks.choice import Choice
from tests.leaks.oracles.files import FILE, reaches_file
from tests.leaks.oracles.oracle import Oracle, is_night, is_own, nobody, sits
from tests.leaks.world import EARLIER, LATER, LONG_AGO, PARTNERSHIPS, UNITS, USERS, Row, Who, World, users_near

ROUND, NOMINATION, MARK = "sharing.WhoElseRound", "sharing.Nomination", "sharing.NominationMark"
PLAN, COURSE = "interventions.PlannedStep", "interventions.Intervention"
_BASIS, _CHANNEL, _VISIT = "rpl115_ssp", "ssp", "visit"
# An authority's nominations in one round.
_AT_MOST = 50
# A round that is open closes in a far year: a visit of the week after, and one of the month after.
_IN_TIME, _TOO_LATE = LATER + timedelta(days=7), LATER + timedelta(days=30)
# How a plan can fail: none, and each in one way.
_PLANS: tuple[Mapping[str, Any] | None, ...] = (
    {},
    None,
    {"planned_for": EARLIER},
    {"planned_for": _TOO_LATE},
    {"planned_for": LATER + timedelta(days=90)},
    {"cancelled_at": EARLIER},
    {"ended_at": EARLIER},
    {"step": "talk"},
)


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
    is_open = any(each["closes_at"] >= LATER for each in rounds)
    takes_part = any(_CHANNEL in unit["channels"] for unit in world.find("identity.Unit", id=row["unit_id"]))
    is_right = is_here and is_open and takes_part and row["basis"] == _BASIS and _is_of_old_file(who, row, world)
    has_plan = row["kind"] != _VISIT or _is_planned(who, row, world)
    is_few = len(list(world.find(NOMINATION, round_id=row["round_id"], authority_id=who.authority))) < _AT_MOST
    return is_own(who, row) and is_from_here and is_right and has_plan and is_few


def _is_planned(who: Who, row: Row, world: World) -> bool:
    """A visit with a plan that stands, of an intervention that runs, in the fortnight after the round closes."""
    plans = world.find(PLAN, person_id=row["about_id"], authority_id=who.authority, step=_VISIT, cancelled_at=None)
    closes_at = next(each["closes_at"] for each in world.find(ROUND, id=row["round_id"]))
    return any(
        closes_at < plan["planned_for"] <= closes_at + timedelta(days=14)
        and any(world.find(COURSE, id=plan["intervention_id"], ended_at=None))
        for plan in plans
    )


def _is_of_old_file(who: Who, row: Row, world: World) -> bool:
    """Of a reached file with a CPR number, under its own key, that was not opened to try and has not moved away."""
    return any(
        file["cpr_index"] is not None and file["data_key_id"] == row["data_key_id"] and file["opened_at"] == EARLIER
        for file in _reached_files(who, row, world)
        if file["moved_on"] is None
    )


def _marks(who: Who, row: Row, world: World) -> bool:
    """With the own nomination, of this very round."""
    put = world.find(NOMINATION, id=row["nomination_id"], round_id=row["round_id"], authority_id=row["authority_id"])
    is_mine = any(each["nominated_by"] == who.user and _is_units(who, each, world) for each in put)
    return is_own(who, row) and is_mine


def _grow_nominations(choice: Choice, world: World) -> None:
    for unit, authority in UNITS.items():
        channels = choice.pick(([_CHANNEL], [_CHANNEL], []))
        if unit in list(UNITS)[:2]:  # of two units of one authority, the one takes part
            channels = [_CHANNEL] if unit == next(iter(UNITS)) else []
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


def add_visits(world: World) -> None:
    """Add files of the first unit that may be nominated, each with a plan of a visit that stands, or fails in one way.

    And two open rounds: what is too late for one lies in the fortnight after the other.
    """
    unit, user = next(iter(UNITS)), next(iter(USERS))
    own = {"authority_id": UNITS[unit]}
    _add_files_not_to_nominate(world)
    for closes_at in (LATER, LATER + timedelta(days=23), EARLIER):
        world.add(ROUND, **own, partnership_id=PARTNERSHIPS[0], closes_at=closes_at, sealed_at=None)
    for number, plan in enumerate(_PLANS):
        whose = {"unit_id": unit, "lead_id": user, "is_narrow": False, "cpr_index": b"-", "opened_at": EARLIER}
        file = world.add(FILE, **own, **whose, data_key_id=UUID(int=200 + number))
        if plan is None:
            continue
        told = {**own, "person_id": file.id}
        ended_at = plan.get("ended_at")
        course = world.add(COURSE, **told, partnership_id=PARTNERSHIPS[0], started_by=user, ended_at=ended_at)
        stands = {"step": _VISIT, "planned_for": _IN_TIME, "cancelled_at": None}
        told |= {"intervention_id": course.id, "planned_by": user}
        world.add(PLAN, **told, **{name: plan.get(name, value) for name, value in stands.items()})


def _add_files_not_to_nominate(world: World) -> None:
    """Add files of the first unit opened today, without a CPR number, moved away; and one of the second unit."""
    (unit, other), (user, _, third) = list(UNITS)[:2], list(USERS)[:3]
    right = {"authority_id": UNITS[unit], "is_narrow": False, "cpr_index": b"-", "opened_at": EARLIER}
    ways: tuple[Mapping[str, Any], ...] = (
        {"opened_at": LATER},
        {"cpr_index": None},
        {"unit_id": other, "lead_id": third},
        {"moved_on": LONG_AGO},
    )
    for number, wrong in enumerate(ways):
        world.add(FILE, **{"unit_id": unit, "lead_id": user, **right, **wrong}, data_key_id=UUID(int=190 + number))


def add_full_round(world: World) -> None:
    """Add an open round in which the first authority has nominated as many as it may."""
    unit, user = next(iter(UNITS)), next(iter(USERS))
    here = {"authority_id": UNITS[unit], "partnership_id": PARTNERSHIPS[0]}
    full = world.add(ROUND, **here, closes_at=LATER, sealed_at=None)
    for number in range(_AT_MOST):
        about = {"about_id": UUID(int=300 + number), "data_key_id": UUID(int=300 + number)}
        told = {"unit_id": unit, "round_id": full.id, "kind": "known", "basis": _BASIS, "nominated_by": user}
        world.add(NOMINATION, **here, **about, **told)


def _nominations_to_try(who: Who, world: World) -> Iterator[Mapping[str, Any]]:
    """Every visit; and what is right of one file in every round, and with one thing wrong."""
    yield from _visits_to_try(who, world)
    files = [file for file in world.find(FILE, authority_id=who.authority) if reaches_file(who, file, world)]
    fit = [file for file in files if file["cpr_index"] is not None and file["opened_at"] == EARLIER]
    for file in [*(each for each in fit if each["unit_id"] == who.unit), *fit][:1]:
        about = {"about_id": file.id, "data_key_id": file["data_key_id"], "kind": "known", "basis": _BASIS}
        for of in world.of(ROUND):
            told = {**_own_nomination(who), **about, "round_id": of.id}
            yield {**told, "partnership_id": of["partnership_id"]}
            yield from ({**told, "partnership_id": table} for table in PARTNERSHIPS)
            yield from _with_one_wrong({**told, "partnership_id": of["partnership_id"]}, files)


def _with_one_wrong(right: Mapping[str, Any], files: list[Row]) -> Iterator[Mapping[str, Any]]:
    """Give the same from another unit, in another's name, in another channel, under another key, of other files."""
    yield from ({**right, "unit_id": unit} for unit in UNITS)
    yield {**right, "authority_id": next(of for of in UNITS.values() if of != right["authority_id"])}
    yield {**right, "nominated_by": next(user for user in USERS if user != right["nominated_by"])}
    yield {**right, "basis": "rpl115_psp"}
    yield {**right, "data_key_id": UUID(int=0)}
    without_number = [file for file in files if file["cpr_index"] is None and file["opened_at"] == EARLIER][:1]
    too_new = [file for file in files if file["cpr_index"] is not None and file["opened_at"] == LATER][:1]
    for wrong in (*without_number, *too_new):
        yield {**right, "about_id": wrong.id}
        yield {**right, "about_id": wrong.id, "data_key_id": wrong["data_key_id"]}


def _marks_to_try(who: Who, world: World) -> Iterator[Mapping[str, Any]]:
    """With every nomination that is seen: in its round and in another."""
    for put in world.of(NOMINATION):
        if _is_units(who, put, world):
            for round_id in {put["round_id"], next(of.id for of in world.of(ROUND) if of.id != put["round_id"])}:
                for authority in {who.authority, *list(UNITS.values())[::3]}:
                    yield {"authority_id": authority, "nomination_id": put.id, "round_id": round_id}


def _visits_to_try(who: Who, world: World) -> Iterator[Mapping[str, Any]]:
    """As a visit and as an acquaintance: every file of the own unit, which may be nominated or not, in open rounds."""
    rounds = [each for each in world.find(ROUND, sealed_at=None) if each["closes_at"] >= LATER]
    for file in world.find(FILE, authority_id=who.authority, unit_id=who.unit, opened_at=EARLIER):
        for of in rounds if file["cpr_index"] is not None else ():
            for kind in (_VISIT, "known"):
                columns = {"partnership_id": of["partnership_id"], "round_id": of.id, "about_id": file.id}
                told = {**columns, "id": file.id, "data_key_id": file["data_key_id"], "kind": kind, "basis": _BASIS}
                yield {**told, **_own_nomination(who)}


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
        forges=({"basis": _BASIS}, {"basis": "rpl115_psp"}),
        tries=_nominations_to_try,
    ),
    Oracle(label=MARK, sees=nobody, grows=_grow_marks, adds=_marks, tries=_marks_to_try),
    Oracle(label="sharing.CommonKnowledge", sees=_is_units, grows=_grow_found),
)
