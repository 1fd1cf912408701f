"""Requests of citizens: followed without a name, answered at the desk, gathered by the machine (ADR 0040)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rundbord.access.roles import Role
from tests.leaks.choice import Choice
from tests.leaks.oracles.files import FILE, reaches_file
from tests.leaks.oracles.oracle import Oracle, acts, is_fellow, is_night, reaches_rights
from tests.leaks.world import AUTHORITIES, EARLIER, PARTNERSHIPS, USERS, Row, Who, World, users_near

REQUEST, ITEM, QUESTION = "rights.RightsRequest", "rights.GatheredItem", "rights.SenderQuestion"
REMEDY = "rights.Remedy"
_SOMEBODY = list(USERS)[-1]
_CLOCK = {"new_answer_by", "delay_why", "delay_told_at", "gathered_at", "outcome", "outcome_words", "routed_to"}
_CLOCK |= {"closed_at", "closed_label", "forget_on", "forgotten_at", "delete_on"}
_DECIDED = {"decision", "basis", "redacted", "decided_at", "decided_by", "decided_label"}
_ANSWERED = {"answer", "basis", "answered_at", "answered_by", "answered_label"}


def _follows(who: Who, row: Row, _world: World) -> bool:
    """Own authority's, for whoever follows requests; no second factor is asked, since no name stands open."""
    follows = acts(who) and who.role in {Role.REGISTRAR, Role.DPO}
    return follows and row["authority_id"] == who.authority


def _answers(who: Who, row: Row, _world: World) -> bool:
    return reaches_rights(who) and row["authority_id"] == who.authority


def _registers(who: Who, row: Row, world: World) -> bool:
    return _answers(who, row, world) and row["registered_by"] == who.user


def _clears(who: Who, row: Row, world: World) -> bool:
    return _answers(who, row, world) and is_night(who)


def _gathers(who: Who, row: Row, world: World) -> bool:
    """The machine, for an own request."""
    own = world.find(REQUEST, id=row["request_id"], authority_id=who.authority)
    return _clears(who, row, world) and any(own)


def _decides(who: Who, row: Row, world: World) -> bool:
    return _answers(who, row, world) and row["decided_by"] == who.user


def _reached(who: Who, row: Row, world: World) -> bool:
    """Whoever reaches the file that a decision is carried out in."""
    own = row["authority_id"] == who.authority
    return own and any(reaches_file(who, file, world) for file in world.find(FILE, id=row["person_id"]))


def _sees_remedy(who: Who, row: Row, world: World) -> bool:
    return _answers(who, row, world) or _reached(who, row, world)


def _carries_out(who: Who, row: Row, world: World) -> bool:
    return _reached(who, row, world) and row["done_at"] is None


def _is_done(who: Who, row: Row, world: World) -> bool:
    return _sees_remedy(who, row, world) and row["done_by"] == who.user


def _is_of_both(who: Who, row: Row, _world: World) -> bool:
    return reaches_rights(who) and who.authority in {row["authority_id"], row["asking_id"]}


def _asks(who: Who, row: Row, world: World) -> bool:
    """In the own name, at the own table, of a party of it."""
    is_mine = row["asking_id"] == who.authority and row["asked_by"] == who.user and row["answer"] == ""
    is_here = row["partnership_id"] == who.partnership and is_fellow(row["authority_id"], who, world)
    return reaches_rights(who) and is_mine and is_here


def _may_say(who: Who, row: Row, world: World) -> bool:
    return _answers(who, row, world) and (row["answer"] == "" or is_night(who))


def _says(who: Who, row: Row, world: World) -> bool:
    return _answers(who, row, world) and row["answered_by"] == who.user


def _grow_requests(choice: Choice, world: World) -> None:
    for _ in range(1 + choice.count(2)):
        authority = choice.pick(AUTHORITIES)
        world.add(REQUEST, authority_id=authority, registered_by=choice.pick(users_near(authority)))


def _grow_items(choice: Choice, world: World) -> None:
    for request in world.of(REQUEST):
        for _ in range(choice.count(2)):
            # Nobody has decided yet: a statement over all rows is refused for the first that somebody else decided.
            world.add(ITEM, authority_id=request["authority_id"], request_id=request.id, decided_by=None)


def _grow_remedies(choice: Choice, world: World) -> None:
    for request in world.of(REQUEST):
        for file in world.of(FILE):
            if choice.count(2):
                # Nobody has done it yet: a statement over all rows is refused for the first that another has done.
                world.add(
                    REMEDY,
                    authority_id=request["authority_id"],
                    request_id=request.id,
                    person_id=file.id,
                    unit_id=file["unit_id"],
                    done_at=choice.pick((None, None, EARLIER)),
                    done_by=None,
                )


def _grow_questions(choice: Choice, world: World) -> None:
    for _ in range(1 + choice.count(2)):
        asked, asking = choice.pick(AUTHORITIES), choice.pick(AUTHORITIES)
        world.add(
            QUESTION,
            authority_id=asked,
            asking_id=asking,
            partnership_id=choice.pick(PARTNERSHIPS),
            asked_by=choice.pick(users_near(asking)),
            answer=choice.pick(("", "may")),
            answered_by=None,
        )


def _own_request(who: Who) -> Mapping[str, Any]:
    return {"authority_id": who.authority, "registered_by": who.user}


def _items_of_requests(who: Who, world: World) -> Iterable[Mapping[str, Any]]:
    for request in world.of(REQUEST):
        yield {"authority_id": who.authority, "request_id": request.id, "decided_by": who.user}


def _remedies(who: Who, world: World) -> Iterable[Mapping[str, Any]]:
    for request in world.of(REQUEST):
        yield {"authority_id": who.authority, "request_id": request.id, "person_id": request.id, "done_at": None}


def _moves_remedy(who: Who, _row: Row) -> Iterable[Mapping[str, Any]]:
    return ({"done_by": who.user}, {"done_by": who.user, "done_at": EARLIER}, {"done_by": _SOMEBODY})


def _asked(who: Who) -> Mapping[str, Any]:
    return {
        "authority_id": AUTHORITIES[0],
        "asking_id": who.authority,
        "partnership_id": who.partnership,
        "asked_by": who.user,
        "answer": "",
        "answered_by": None,
    }


def _moves_item(who: Who, _row: Row) -> Iterable[Mapping[str, Any]]:
    return ({"decided_by": who.user}, {"decided_by": who.user, "decided_at": EARLIER}, {"decided_by": _SOMEBODY})


def _moves_question(who: Who, _row: Row) -> Iterable[Mapping[str, Any]]:
    return ({"answered_by": who.user}, {"answered_by": who.user, "answer": "not"}, {"answered_by": _SOMEBODY})


RIGHTS = (
    Oracle(
        label=REQUEST,
        sees=_follows,
        grows=_grow_requests,
        adds=_registers,
        changes=frozenset(_CLOCK),
        alters=_answers,
        removes=_clears,
        fits=_own_request,
    ),
    Oracle(
        label=ITEM,
        sees=_answers,
        grows=_grow_items,
        adds=_gathers,
        changes=frozenset(_DECIDED),
        becomes=_decides,
        removes=_clears,
        moves=_moves_item,
        tries=_items_of_requests,
    ),
    Oracle(
        label=REMEDY,
        sees=_sees_remedy,
        grows=_grow_remedies,
        adds=_gathers,
        changes=frozenset({"how", "told", "done_at", "done_by", "done_label"}),
        alters=_carries_out,
        becomes=_is_done,
        removes=_clears,
        moves=_moves_remedy,
        tries=_remedies,
    ),
    Oracle(
        label=QUESTION,
        sees=_is_of_both,
        grows=_grow_questions,
        adds=_asks,
        changes=frozenset(_ANSWERED),
        alters=_may_say,
        becomes=_says,
        removes=_clears,
        fits=_asked,
        moves=_moves_question,
    ),
)
