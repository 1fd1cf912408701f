"""Rows that chance could leave out of a rich world, each for one guard that would not be missed without it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from tests.leaks.certain_meetings import add_meeting_rows
from tests.leaks.oracles.exit_letters import DELIVERY, LETTER
from tests.leaks.oracles.exit_told import COPY as EXIT_COPY
from tests.leaks.oracles.exit_told import RECALL, REPLY
from tests.leaks.oracles.exit_told import TOLD as TOLD_IN_EXIT
from tests.leaks.oracles.exits import CASE, CONSENT
from tests.leaks.oracles.files import ASSIGNMENT, ATTACHMENT, FACT, FILE
from tests.leaks.oracles.interventions import VISIT
from tests.leaks.oracles.told import ANSWERS, COPY, NAMED, RIGHTED_COPY, TAKEN, TOLD, WAITS
from tests.leaks.oracles.who_else import NOMINATION, ROUND, add_full_round, add_visits
from tests.leaks.world import (
    AUTHORITIES,
    EARLIER,
    LATER,
    LONG_AGO,
    LONG_AHEAD,
    OTHER_TABLE,
    TABLE,
    UNITS,
    USERS,
    Row,
    World,
)

POLICE, NORTH, SOUTH, OUTSIDE = AUTHORITIES
(FIRST, SECOND, THIRD), (UNIT, OTHER_UNIT) = list(USERS)[:3], list(UNITS)[:2]
_READER = next(user for user, unit in USERS.items() if UNITS[unit] == NORTH)
_OWN = {"authority_id": POLICE}
_COLUMNS = {"unit_id": UNIT, "lead_id": FIRST, "cpr_index": None, "opened_at": EARLIER}


def add_certain_rows(world: World) -> None:
    """Add all of them."""
    _add_files(world)
    _add_assignments_of_strangers(world)
    _add_exit(world)
    _add_stray_visits(world)
    _add_told(world)
    _add_strays(world)
    add_visits(world)
    add_full_round(world)
    add_meeting_rows(world)
    _add_kept_apart(world)
    _add_exit_letters(world)


def _file(world: World, number: int, **columns: Any) -> UUID:
    return world.add(FILE, **{**_OWN, **_COLUMNS, "is_narrow": False, "data_key_id": UUID(int=number), **columns}).id


def _add_files(world: World) -> None:
    """Add files that a unit was assigned, facts and texts for one reader, and a look-up that a colleague made."""
    narrow, plain = _file(world, 98, is_narrow=True), _file(world, 99)
    moved = _file(world, 97, moved_on=LONG_AGO)
    world.add(FACT, **_OWN, person_id=moved, written_by=FIRST, information_class="p2", readers=[])
    for file in (narrow, plain):
        world.add(ASSIGNMENT, **_OWN, person_id=file, unit_id=OTHER_UNIT, user_id=None, given_by=FIRST, ended_at=None)
    _lend(world, _COLUMNS, to=OTHER_UNIT)
    for writer, readers in ((FIRST, []), (FIRST, [SECOND]), (SECOND, [])):
        for label in (FACT, ATTACHMENT):
            told = {"person_id": plain, "written_by": writer, "information_class": "p5", "readers": readers}
            world.add(label, **_OWN, **told)
    for user in (FIRST, SECOND):
        world.add("concerns.LookUp", **_OWN, unit_id=UNIT, user_id=user, person_id=None)


def _lend(world: World, columns: Mapping[str, Any], *, to: UUID) -> None:
    """Assign a file to a unit; one there had it by name once, and one elsewhere has it by name now."""
    own = {"authority_id": AUTHORITIES[0], "given_by": columns["lead_id"]}
    lent, former = (
        world.add(FILE, authority_id=AUTHORITIES[0], **columns, is_narrow=False, data_key_id=UUID(int=number))
        for number in (95, 94)
    )
    there = [user for user, unit in USERS.items() if unit == to]
    world.add(ASSIGNMENT, **own, person_id=lent.id, unit_id=to, user_id=None, ended_at=None)
    world.add(ASSIGNMENT, **own, person_id=lent.id, unit_id=None, user_id=there[0], ended_at=LONG_AGO)
    world.add(ASSIGNMENT, **own, person_id=lent.id, unit_id=None, user_id=columns["lead_id"], ended_at=None)
    world.add(ASSIGNMENT, **own, person_id=former.id, unit_id=to, user_id=None, ended_at=LONG_AGO)


def _add_assignments_of_strangers(world: World) -> None:
    """Assign files by name; a narrow and a plain one in the name of another authority, which assigns nothing here."""
    by_name, by_stranger = (_file(world, number, is_narrow=True) for number in (93, 92))
    plain = _file(world, 91)
    told = {"unit_id": None, "user_id": THIRD, "given_by": FIRST, "ended_at": None}
    world.add(ASSIGNMENT, **_OWN, **told, person_id=by_name)
    world.add(ASSIGNMENT, **told, authority_id=NORTH, person_id=by_stranger)
    world.add(ASSIGNMENT, **told, authority_id=NORTH, person_id=plain)


def _add_exit(world: World) -> None:
    """Add two cases of one coordinator; and consents before, in and after their time, with what was told under each."""
    whose = {**_OWN, "partnership_id": TABLE, "responsible_id": FIRST, "deputy_id": SECOND, "delete_on": LONG_AHEAD}
    case, second = (world.add(CASE, **whose, ended_at=None).id for _ in range(2))
    over, coming = (LONG_AGO, LONG_AGO + timedelta(days=1)), (LONG_AHEAD, date(2091, 1, 1))
    lasting = _consent(world, case, LONG_AGO, LONG_AHEAD)
    _consent(world, second, LONG_AGO, LONG_AHEAD)
    for given_on, valid_until in (over, coming):
        _tell_in_exit(world, _consent(world, case, given_on, valid_until), expires_on=LONG_AHEAD)
    _tell_in_exit(world, lasting, expires_on=LONG_AGO)
    for named in ({}, {"authority_id": SOUTH}, {"sender_id": OUTSIDE}):
        hung = _tell_in_exit(world, lasting, expires_on=LONG_AHEAD) | named
        world.add(REPLY, **hung, by=_READER, kind="a")
        world.add(RECALL, **hung, made_by=FIRST)
    _add_exit_that_goes(world, world.add(CASE, **{**whose, "delete_on": LONG_AGO}, ended_at=None).id)


def _add_exit_that_goes(world: World, case: UUID) -> None:
    """Add what a case holds whose day has come, with rows of another authority beside; and a copy that is over."""
    hung = _tell_in_exit(world, _consent(world, case, LONG_AGO, LONG_AHEAD), expires_on=LONG_AHEAD)
    over = {**hung, "authority_id": POLICE, "sender_id": NORTH, "reader_id": FIRST, "expires_on": LONG_AGO}
    world.add(EXIT_COPY, **over, conditions=[], partnership_id=TABLE)
    for rows in list(world.rows.values()):
        if rows[0]["case_id"] is not None:
            told = {name: value for name, value in rows[0].columns.items() if name != "id"}
            for authority in (POLICE, NORTH):
                world.add(rows[0].label, **{**told, "authority_id": authority, "case_id": case})


def _consent(world: World, case: UUID, given_on: date, valid_until: date) -> Row:
    told = {"case_id": case, "noted_by": FIRST, "recipients": [_READER], "withdrawn_at": None}
    return world.add(CONSENT, **_OWN, **told, given_on=given_on, valid_until=valid_until)


def _tell_in_exit(world: World, consent: Row, *, expires_on: date) -> dict[str, Any]:
    """Tell the reader, with a copy; give what hangs on it."""
    told = world.add(
        TOLD_IN_EXIT,
        **_OWN,
        **{"case_id": consent["case_id"], "consent_id": consent.id, "partnership_id": TABLE, "recipient_id": NORTH},
        **{"reader_id": _READER, "conditions": [], "expires_on": expires_on, "told_by": FIRST},
    )
    hung = {"disclosure_id": told.id, "reader_id": _READER, "expires_on": expires_on}
    hung |= {"authority_id": NORTH, "sender_id": POLICE}
    world.add(EXIT_COPY, **hung, conditions=[], partnership_id=TABLE)
    return hung


def _add_exit_letters(world: World) -> None:
    """Let the consents of the first coordinator's cases name somebody for letters, with a letter under each."""
    consents = world.of(CONSENT)
    mine = next(world.find(CASE, **_OWN, responsible_id=FIRST, ended_at=None, delete_on=LONG_AHEAD))
    over = {"case_id": mine.id, "noted_by": FIRST, "recipients": [], "withdrawn_at": EARLIER}
    world.add(CONSENT, **_OWN, **over, given_on=LONG_AGO, valid_until=LONG_AHEAD)
    for number, consent in enumerate(consents):
        case = next(world.find(CASE, id=consent["case_id"]))
        if consent["outsider_ids"] is not None or case["responsible_id"] != FIRST:
            continue
        consents[number] = consent.but(outsider_ids=[UUID(int=800 + number)])
        whose = {"authority_id": consent["authority_id"], "case_id": case.id}
        told = {"consent_id": consent.id, "outsider_id": UUID(int=800 + number), "partnership_id": TABLE}
        letter = world.add(LETTER, **whose, **told, conditions=[], expires_on=LONG_AHEAD, told_by=FIRST)
        world.add(DELIVERY, **whose, letter_id=letter.id, noted_by=FIRST)


def _add_own_words(world: World) -> None:
    """Add what the first unit told, and nominations of its files by another authority."""
    here = {"partnership_id": TABLE, "unit_id": UNIT, "readers": [], "conditions": [], "basis": "a", "purpose": "a"}
    to = {"recipient_id": NORTH, "recipient_unit_id": list(UNITS)[2], "recipient_readers": [], "asks": []}
    told = world.add(TOLD, **_OWN, **here, **to, outside_name=None, expires_on=None, answer_by=None, written_by=FIRST)
    world.rows[TOLD].remove(told)
    world.rows[TOLD].insert(0, told)
    file = next(world.find(FILE, data_key_id=UUID(int=99)))
    about: dict[str, Any] = {"about_id": file.id, "data_key_id": UUID(int=99), "partnership_id": TABLE, "unit_id": UNIT}
    about |= {"round_id": world.of(ROUND)[0].id, "kind": "stray", "basis": "rpl115_ssp", "nominated_by": FIRST}
    for authority in (POLICE, NORTH):
        put = world.add(NOMINATION, **about, authority_id=authority)
        same = {name: put[name] for name in ("authority_id", "unit_id", "partnership_id", "round_id", "about_id")}
        world.add("sharing.CommonKnowledge", **same, nomination_id=put.id)


def _add_kept_apart(world: World) -> None:
    """Add what was told and received of somebody who moved away, kept by one of the unit; and answers to requests."""
    here = {"partnership_id": TABLE, "conditions": [], "basis": "a", "purpose": "a", "asks": [], "expires_on": None}
    to = {"recipient_id": NORTH, "recipient_unit_id": list(UNITS)[2], "recipient_readers": [], "outside_name": None}
    whose = {"written_by": SECOND, "answer_by": None, **to}
    asked = [
        world.add(TOLD, **_OWN, **here, **whose, unit_id=unit, readers=readers, kept_by=keeper)
        for unit, readers, keeper in (
            (UNIT, [], FIRST),
            (UNIT, [FIRST, SECOND], FIRST),
            (OTHER_UNIT, [], None),
            (UNIT, [], None),
        )
    ]
    sent = {**_OWN, **here, "sender_id": NORTH, "sender_unit_id": list(UNITS)[2], "unit_id": UNIT, "answer_by": None}
    for number, (keeper, answered) in enumerate([(FIRST, None), (SECOND, None), *((None, each.id) for each in asked)]):
        world.add(COPY, **sent, disclosure_id=UUID(int=500 + number), readers=[], kept_by=keeper, in_answer_to=answered)
    _add_moved_with_words(world, {**here, **whose}, sent)


def _add_moved_with_words(world: World, told: Mapping[str, Any], sent: Mapping[str, Any]) -> None:
    """Add two files that moved away, one of them narrow, with what was told, taken, answered and nominated of each."""
    asked = world.add(ROUND, **_OWN, partnership_id=TABLE, closes_at=LATER, sealed_at=None, closed_at=None)
    closed = world.add(ROUND, **_OWN, partnership_id=TABLE, closes_at=EARLIER, sealed_at=EARLIER, closed_at=EARLIER)
    kept = _file(world, 80)
    for number, is_narrow in ((81, False), (82, True)):
        file, first = _file(world, number, is_narrow=is_narrow, moved_on=LONG_AGO), 600 + 10 * number
        for readers in ([], [FIRST, SECOND], [SECOND]):
            answered = UUID(int=first) if readers == [] else None
            whose = {"unit_id": UNIT, "about_id": file, "readers": readers, "in_answer_to": answered}
            world.add(TOLD, **_OWN, **told, **whose)
        for place in range(4):
            of = {
                **sent,
                "disclosure_id": UUID(int=first + place),
                "conditions": ["named_readers"] if place == 3 else [],
            }
            world.add(COPY, **of, readers=[SECOND] if place == 2 else [])
        for place, files in ((1, (file,)), (2, (file,)), (3, (file, kept))):
            for each in files:
                fact = {"person_id": each, "written_by": FIRST, "information_class": "p2", "readers": []}
                world.add(FACT, **_OWN, **fact, disclosure_id=UUID(int=first + place), taken_line=0)
        for of_round in (asked, closed):
            put = {"about_id": file, "data_key_id": UUID(int=number), "round_id": of_round.id, "partnership_id": TABLE}
            world.add(NOMINATION, **_OWN, **put, unit_id=UNIT, kind="known", basis="rpl115_ssp", nominated_by=FIRST)


def _add_strays(world: World) -> None:
    """Add rows of another authority in a file, in an exit case and under a disclosure of the first one."""
    hangs_on = {"person_id": FILE, "case_id": CASE, "disclosure_id": TOLD}
    for rows in list(world.rows.values()):
        row = rows[0]
        for column, of in hangs_on.items():
            parents = world.find(of, authority_id=POLICE)
            parent = next((each for each in parents if _is_plain(each)), None)
            if row[column] is not None and parent is not None:
                told = {name: value for name, value in row.columns.items() if name != "id"}
                if "correction_id" in told:
                    # Unique with the authority, which may have answered already: of a correction of its own.
                    told["correction_id"] = row.id
                world.add(row.label, **{**told, "authority_id": NORTH, column: parent.id})


def _is_plain(row: Row) -> bool:
    """Tell whether one of the first two colleagues reaches it without further ado."""
    is_first = FIRST in {row["lead_id"], row["responsible_id"], row["written_by"]}
    return is_first and not row["moved_on"] and not row["is_narrow"] and not row["readers"]


def _add_stray_visits(world: World) -> None:
    """Add visits that name a unit of the one authority as another's, and one at a table where one sits only later."""
    north = [unit for unit, authority in UNITS.items() if authority == NORTH]
    sides = {"authority_id": SOUTH, "unit_id": list(UNITS)[4], "partner_id": OUTSIDE, "partner_unit_id": list(UNITS)[5]}
    plan = {"partnership_id": TABLE, "asked_by": FIRST, "delete_on": LONG_AHEAD}
    world.add(VISIT, **{**plan, **sides, "unit_id": UNIT})
    world.add(VISIT, **{**plan, **sides, "partner_unit_id": UNIT})
    for unit in north:
        whose = {"authority_id": NORTH, "unit_id": unit, "asked_by": THIRD}
        world.add(VISIT, **{**plan, **sides, **whose, "partnership_id": OTHER_TABLE})


def _add_told(world: World) -> None:
    """Add copies for named readers of the unit; what was put right in files whose readers never saw the copy."""
    file = _file(world, 90)
    told = world.add(
        TOLD,
        **{"authority_id": NORTH, "unit_id": list(UNITS)[2], "partnership_id": TABLE, "readers": []},
        **{"recipient_id": POLICE, "recipient_unit_id": UNIT, "recipient_readers": [], "outside_name": None},
        **{"basis": "a", "conditions": ["named_readers"], "purpose": "a", "expires_on": None, "asks": []},
        **{"answer_by": None, "written_by": list(USERS)[4]},
    )
    same = {name: told[name] for name in ("partnership_id", "basis", "conditions", "purpose", "expires_on", "asks")}
    whose = {**_OWN, "disclosure_id": told.id, "sender_id": NORTH}
    between = {"unit_id": UNIT, "sender_unit_id": told["unit_id"]}
    world.add(COPY, **whose, **between, **same, readers=[], answer_by=None)
    stray = {"authority_id": SOUTH, "sender_id": NORTH, "disclosure_id": told.id}
    for label in ANSWERS:
        world.add(label, **stray, by=FIRST)
    world.add(TAKEN, authority_id=SOUTH, disclosure_id=told.id, taken_by=FIRST)
    world.add(RIGHTED_COPY, **stray, kind="recalled", line=None)
    _add_own_words(world)
    asked = {name: told[name] for name in ("partnership_id", "basis", "expires_on")}
    world.add(WAITS, **whose, **between, **asked)
    world.add(NAMED, **_OWN, disclosure_id=told.id, user_id=SECOND, named_by=FIRST)
    fact = {"person_id": file, "written_by": FIRST, "information_class": "p2", "readers": []}
    world.add(FACT, **_OWN, **fact, disclosure_id=told.id, taken_line=0)
    for kind, line in (("corrected", 0), ("corrected", 1), ("recalled", 1), ("recalled", None)):
        world.add(RIGHTED_COPY, **whose, kind=kind, line=line)
