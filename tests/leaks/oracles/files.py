"""Files on young people: own authority, own unit or assignment, and a session that reaches persons (ADR 0024)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from rundbord.access.roles import Role
from rundbord.sharing.vocabulary import InformationClass
from tests.leaks.choice import Choice
from tests.leaks.oracles.oracle import Oracle, Says, is_night, is_own, nobody
from tests.leaks.world import (
    AUTHORITIES,
    EARLIER,
    LATER,
    LONG_AGO,
    PARTNERSHIPS,
    UNITS,
    USERS,
    Row,
    Who,
    World,
    units_near,
    users_near,
)

FILE, ASSIGNMENT, FACT = "concerns.YoungPerson", "concerns.Assignment", "concerns.Fact"
ATTACHMENT = "concerns.Attachment"
# Read by name alone (ADR 0024, table A.13).
_BY_NAME = {"p4", "p5", "p7"}


def reaches_file(who: Who, file: Row, world: World) -> bool:
    """The own unit's file, or an assigned one; of who has moved away the responsible's own, and a leader's."""
    looks_after = file["moved_on"] is None or file["lead_id"] == who.user or who.role is Role.LEADER or is_night(who)
    return looks_after and _reaches_standing(who, file, world)


def _reaches_standing(who: Who, file: Row, world: World) -> bool:
    """A narrow file is its responsible's and that of assigned users."""
    if not is_own(who, file):
        return False
    if is_night(who) or _assigned(who, file, world, user_id=who.user):
        return True
    is_units = file["unit_id"] == who.unit and who.unit is not None
    if file["is_narrow"]:
        return is_units and file["lead_id"] == who.user
    return is_units or (who.unit is not None and _assigned(who, file, world, unit_id=who.unit))


def _works_on_file(who: Who, file: Row, world: World) -> bool:
    """What has become a restricted copy changes no more, but for what the night takes away."""
    return reaches_file(who, file, world) and (file["moved_on"] is None or is_night(who))


def _assigned(who: Who, file: Row, world: World, **to: object) -> bool:
    given = world.find(ASSIGNMENT, person_id=file.id, authority_id=who.authority, **to)
    return any(each["ended_at"] is None for each in given)


def _is_in_reached_file(who: Who, row: Row, world: World) -> bool:
    files = world.find(FILE, id=row["person_id"], authority_id=row["authority_id"])
    return is_own(who, row) and any(reaches_file(who, file, world) for file in files)


def _adds_to_file(who: Who, row: Row, world: World) -> bool:
    """Something new belongs to a file that is worked on."""
    files = world.find(FILE, id=row["person_id"])
    return _is_in_reached_file(who, row, world) and all(file["moved_on"] is None for file in files)


def _opens_file(who: Who, file: Row, _world: World) -> bool:
    """A new file is the own unit's, and its writer is responsible."""
    return is_own(who, file) and who.unit is not None and (file["unit_id"], file["lead_id"]) == (who.unit, who.user)


def _grow_files(choice: Choice, world: World) -> None:
    for _ in range(1 + choice.count(2)):
        unit = choice.pick(list(UNITS))
        lead = choice.pick(users_near(UNITS[unit]))
        narrow = choice.pick((False, True))
        whose = {"authority_id": UNITS[unit], "unit_id": unit, "lead_id": lead, "is_narrow": narrow}
        nominable = {"cpr_index": choice.pick((b"-", b"-", None)), "opened_at": choice.pick((EARLIER, EARLIER, LATER))}
        moved = choice.pick((None, None, LONG_AGO))
        world.add(FILE, **whose, **nominable, moved_on=moved, data_key_id=UUID(int=len(world.of(FILE)) + 1))


def _moves_of_files(who: Who, file: Row) -> Iterable[Mapping[str, Any]]:
    yield {"is_narrow": not file["is_narrow"]}
    yield {"lead_id": next(user for user in USERS if user != who.user)}
    yield {"is_narrow": True, "lead_id": next(user for user in USERS if user != who.user)}
    yield {"moved_on": None}
    yield {"moved_on": LONG_AGO}


def _belonging(choice: Choice, world: World) -> dict[str, Any]:
    """Hang on a file; now and then on one of another authority than the row says."""
    file = choice.pick(world.of(FILE))
    stray = choice.pick((*[file["authority_id"]] * 5, choice.pick(AUTHORITIES)))
    return {"authority_id": stray, "person_id": file.id}


def in_file(
    label: str,
    *,
    author: str = "",
    changes: Iterable[str] = (),
    is_removed: bool = False,
    night_removes: Says = nobody,
    ends_with_move: bool = False,
    **columns: Any,
) -> Oracle:
    """Say it of rows that ask for their file and nothing more; `columns` are what the database demands of each."""

    belongs = _adds_to_file if ends_with_move else _is_in_reached_file

    def adds(who: Who, row: Row, world: World) -> bool:
        return belongs(who, row, world) and (not author or row[author] == who.user)

    def grows(choice: Choice, world: World) -> None:
        for _ in range(choice.count(2)):
            whose = _belonging(choice, world)
            writer = {author: choice.pick(users_near(whose["authority_id"]))} if author else {}
            world.add(label, **whose, **writer, **columns)

    def fits(who: Who) -> Mapping[str, Any]:
        return {"authority_id": who.authority} | ({author: who.user} if author else {})

    def tries(who: Who, world: World) -> Iterator[Mapping[str, Any]]:
        for file in _files_to_try(who, world):
            right = {**columns, **fits(who), "person_id": file.id}
            yield right
            yield {**right, "authority_id": next(each for each in AUTHORITIES if each != who.authority)}

    return Oracle(
        label=label,
        sees=_is_in_reached_file,
        grows=grows,
        adds=adds,
        changes=frozenset(changes),
        removes=_is_in_reached_file if is_removed else nobody,
        night_removes=night_removes,
        fits=fits,
        tries=tries,
    )


def reads_fact(who: Who, fact: Row, world: World) -> bool:
    """A fact of a reached file; one of class P4, P5 or P7 as its writer or as a named reader."""
    by_name = fact["written_by"] == who.user or who.user in fact["readers"] or is_night(who)
    return _is_in_reached_file(who, fact, world) and (fact["information_class"] not in _BY_NAME or by_name)


def _writes_fact(who: Who, fact: Row, world: World) -> bool:
    is_writers = fact["written_by"] == who.user
    return is_writers and reads_fact(who, fact, world) and _adds_to_file(who, fact, world)


def _grow_facts(choice: Choice, world: World) -> None:
    _grow_by_name(FACT, choice, world, at_most=4)


def _grow_attachments(choice: Choice, world: World) -> None:
    _grow_by_name(ATTACHMENT, choice, world, at_most=2)


def _grow_by_name(label: str, choice: Choice, world: World, *, at_most: int) -> None:
    for _ in range(choice.count(at_most)):
        whose = _belonging(choice, world)
        near = users_near(whose["authority_id"])
        world.add(
            label,
            **whose,
            written_by=choice.pick(near),
            information_class=choice.pick([each.value for each in InformationClass]),
            readers=choice.some(near),
        )


def _files_to_try(who: Who, world: World) -> Iterator[Row]:
    """Give a file that is worked on, one that was moved away and is still seen, and one that is not reached."""
    files = world.of(FILE)
    yield from [file for file in files if _works_on_file(who, file, world)][:1]
    yield from [file for file in files if reaches_file(who, file, world) and file["moved_on"] is not None][:1]
    yield from [file for file in world.find(FILE, authority_id=who.authority) if not reaches_file(who, file, world)][:1]


def _words_to_try(who: Who, world: World) -> Iterator[Mapping[str, Any]]:
    """In each such file, read by all or by name, in the own name and in another's, with oneself as a reader or not."""
    for file in _files_to_try(who, world):
        for of in ("p2", "p5"):
            for writer in (who.user, next(user for user in USERS if user != who.user)):
                for readers in ([], [who.user]):
                    whose = {"authority_id": who.authority, "person_id": file.id, "written_by": writer}
                    yield {**whose, "information_class": of, "readers": readers}
        elsewhere = {"authority_id": next(each for each in AUTHORITIES if each != who.authority), "person_id": file.id}
        yield {**elsewhere, "written_by": who.user, "information_class": "p2", "readers": []}


def _moves_of_facts(who: Who, _fact: Row) -> Iterable[Mapping[str, Any]]:
    yield {"readers": []}
    yield {"readers": [who.user] if who.user else []}


def _grow_assignments(choice: Choice, world: World) -> None:
    for _ in range(choice.count(3)):
        whose = _belonging(choice, world)
        near, units = users_near(whose["authority_id"]), units_near(whose["authority_id"])
        user, unit = choice.pick([*((user, None) for user in near), *((None, unit) for unit in units)])
        world.add(
            ASSIGNMENT,
            **whose,
            user_id=user,
            unit_id=unit,
            given_by=choice.pick(near),
            ended_at=choice.pick((None, None, LONG_AGO)),
        )


def _assignments() -> Oracle:
    plain = in_file(ASSIGNMENT, author="given_by", changes={"ended_at"}, ends_with_move=True)
    return Oracle(
        label=ASSIGNMENT,
        sees=plain.sees,
        grows=_grow_assignments,
        adds=plain.adds,
        changes=plain.changes,
        fits=plain.fits,
        tries=lambda who, world: ({**each, "user_id": who.user} for each in plain.tries(who, world)),
    )


def _sees_look_up(who: Who, row: Row, world: World) -> bool:
    """The user's own, and those of the own unit: colleagues know that they are seen; of a file only who reaches it."""
    file = row["person_id"]
    is_known = file is None or any(reaches_file(who, each, world) for each in world.find(FILE, id=file))
    is_units = who.unit is not None and row["unit_id"] == who.unit and is_known
    return is_own(who, row) and (row["user_id"] == who.user or is_units)


def _looks_up(who: Who, row: Row, _world: World) -> bool:
    return is_own(who, row) and (row["unit_id"], row["user_id"]) == (who.unit, who.user)


def _forgets_look_up(who: Who, row: Row, _world: World) -> bool:
    """At night, after two years; those of a drawn world are all of today."""
    is_old = row.columns.get("at") == EARLIER
    return is_night(who) and row["authority_id"] == who.authority and is_old


def _forgets_proof_of_consent(who: Who, row: Row, _world: World) -> bool:
    """At night, a year after its end; those of a drawn world all hold."""
    is_over = row.columns.get("withdrawn_on") == LONG_AGO
    return is_night(who) and row["authority_id"] == who.authority and is_over


def _grow_look_ups(choice: Choice, world: World) -> None:
    for _ in range(choice.count(2)):
        unit = choice.pick(list(UNITS))
        user = choice.pick(users_near(UNITS[unit]))
        file = choice.pick((None, *(each.id for each in world.of(FILE))))
        whose = {"authority_id": UNITS[unit], "unit_id": choice.pick((unit, unit, None)), "user_id": user}
        world.add("concerns.LookUp", **whose, person_id=file)


_OF_FILE = {"lead_id", "lead_label", "is_narrow", "name", "cpr", "cpr_index", "born_on", "birth_year", "address"}
_OF_FACT = {"readers", "approved_at", "approved_label", "confirmed_on", "keep_until", "withdrawn_at", "withdrawn_why"}
_OF_CONCERN = {"role", "level", "next_on", "next_step", "contacted_at", "offered_at", "secured_at", "closed_at"}

FILES = (
    Oracle(
        label=FILE,
        sees=reaches_file,
        grows=_grow_files,
        adds=_opens_file,
        changes=frozenset({*_OF_FILE, "has_protected_address", "delete_on", "moved_on"}),
        alters=_works_on_file,
        becomes=reaches_file,
        fits=lambda who: {"authority_id": who.authority, "unit_id": who.unit, "lead_id": who.user},
        moves=_moves_of_files,
    ),
    _assignments(),
    Oracle(
        label=FACT,
        sees=reads_fact,
        grows=_grow_facts,
        adds=_writes_fact,
        changes=frozenset(_OF_FACT),
        night_changes=frozenset({"body", "source"}),
        fits=lambda who: {"authority_id": who.authority, "written_by": who.user},
        moves=_moves_of_facts,
        tries=_words_to_try,
    ),
    Oracle(
        label="concerns.LookUp",
        sees=_sees_look_up,
        grows=_grow_look_ups,
        adds=_looks_up,
        night_removes=_forgets_look_up,
        fits=lambda who: {"authority_id": who.authority, "unit_id": who.unit, "user_id": who.user, "person_id": None},
    ),
    in_file("concerns.PutBeforeName", author="put_by"),
    in_file("concerns.NamePart", is_removed=True),
    in_file("concerns.CustodyHolder", changes={"removed_at"}),
    in_file(
        "concerns.Concern",
        author="opened_by",
        changes=_OF_CONCERN,
        ends_with_move=True,
        partnership_id=PARTNERSHIPS[0],
    ),
    in_file("concerns.AdultReview", author="written_by"),
    in_file("concerns.ArchiveCheck", author="written_by"),
    in_file("concerns.RoleChange", author="changed_by"),
    in_file("concerns.Safeguard", author="stated_by"),
    in_file("concerns.ConcernClosure", author="closed_by", changes={"is_journaled"}),
    in_file("concerns.FamilyNotice", author="written_by", changes={"approved_at", "approved_by", "approved_label"}),
    in_file("concerns.Consent", author="written_by", changes={"withdrawn_on"}, night_removes=_forgets_proof_of_consent),
)

# Grown last, so that the worlds of all other tables stay as they were.
ATTACHED = (
    Oracle(
        label=ATTACHMENT,
        sees=reads_fact,
        grows=_grow_attachments,
        adds=_writes_fact,
        changes=frozenset({"readers"}),
        removes=reads_fact,
        fits=lambda who: {"authority_id": who.authority, "written_by": who.user},
        moves=_moves_of_facts,
        tries=_words_to_try,
    ),
)
