"""What was passed on: the sender's copy, the recipient's copy, and what both see of it (ADR 0025)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rundbord.access.roles import Role
from tests.leaks.choice import Choice
from tests.leaks.oracles.files import FACT, reads_fact
from tests.leaks.oracles.oracle import Oracle, is_fellow, is_night, is_own, reaches_persons, sits
from tests.leaks.world import AUTHORITIES, LONG_AHEAD, PARTNERSHIPS, UNITS, USERS, Row, Who, World, users_near

TOLD, COPY = "sharing.Disclosure", "sharing.ReceivedDisclosure"
RIGHTED, RIGHTED_COPY = "sharing.DisclosureCorrection", "sharing.CorrectionCopy"
DELIVERY, CONFIRMATION = "sharing.OutsideDelivery", "sharing.Confirmation"
# What the recipient says of a copy, and what both sides see.
ANSWERS = ("sharing.Receipt", CONFIRMATION, "sharing.ErasedCopy", "sharing.RequestAnswer")
WAITS, NAMED = "sharing.ReaderRequest", "sharing.NamedReader"
TAKEN = "sharing.TakenCopy"
# What says how a copy is to be handled is the sender's own word (ADR 0025).
_SAME = ("basis", "purpose", "conditions", "expires_on", "asks", "answer_by", "kept_by")


def _is_a_reader(who: Who, row: Row, _world: World) -> bool:
    """The unit's, or the named readers' alone where there are any; own authority always."""
    is_units = not row["readers"] and who.unit is not None and row["unit_id"] == who.unit
    return is_own(who, row) and _looks_after(who, row) and (is_units or who.user in row["readers"] or is_night(who))


def _looks_after(who: Who, row: Row) -> bool:
    """Of somebody who has moved away: whoever keeps the restricted copy, and leaders (barnets lov § 132)."""
    return row["kept_by"] in {None, who.user} or who.role is Role.LEADER or is_night(who)


def reads_copy(who: Who, copy: Row, world: World) -> bool:
    """As above; where the condition says so, those of the unit alone whom somebody of it has named.

    An answer is read by whoever reads what was asked.
    """
    asked = copy["in_answer_to"]
    is_answer_to_others = asked is not None and _seen_disclosure(who, world, id=asked) is None
    if not is_own(who, copy) or not _looks_after(who, copy) or is_answer_to_others:
        return False
    named = world.find(NAMED, disclosure_id=copy["disclosure_id"], authority_id=who.authority, user_id=who.user)
    is_open = not copy["readers"] and "named_readers" not in copy["conditions"]
    is_units = who.unit is not None and copy["unit_id"] == who.unit and (is_open or any(named))
    return is_units or who.user in copy["readers"] or is_night(who)


def _awaits(who: Who, row: Row, _world: World) -> bool:
    """That a copy for named readers has come: the unit's."""
    return is_own(who, row) and (is_night(who) or (who.unit is not None and row["unit_id"] == who.unit))


def _seen_waiting(who: Who, row: Row, world: World) -> bool:
    return any(_awaits(who, each, world) for each in world.find(WAITS, disclosure_id=row["disclosure_id"]))


def _sees_named(who: Who, row: Row, world: World) -> bool:
    """Whoever is named, and the unit that the copy came to."""
    is_for_eyes = row["user_id"] == who.user or is_night(who) or _seen_waiting(who, row, world)
    return is_own(who, row) and is_for_eyes


def _names(who: Who, row: Row, world: World) -> bool:
    """A leader alone, in the own name."""
    return (
        is_own(who, row) and who.role is Role.LEADER and row["named_by"] == who.user and _seen_waiting(who, row, world)
    )


def _asks_for_readers(who: Who, row: Row, world: World) -> bool:
    """Added by the sender together with the copy: to the recipient's unit, on the same basis, until the same day."""
    same = {name: row[name] for name in ("basis", "expires_on")}
    return _passes_on(who, row, world, **same)


def _passes_on(who: Who, row: Row, world: World, **same: Any) -> bool:
    told = _seen_disclosure(
        who,
        world,
        id=row["disclosure_id"],
        recipient_id=row["authority_id"],
        recipient_unit_id=row["unit_id"],
        unit_id=row["sender_unit_id"],
        **same,
    )
    is_here = row["partnership_id"] == who.partnership and is_fellow(row["authority_id"], who, world)
    return reaches_persons(who) and row["sender_id"] == who.authority and is_here and told is not None


def _tells(who: Who, row: Row, world: World) -> bool:
    """From the own unit, in the own name, at a table where the own authority sits, to a party of it or to outside."""
    is_from_here = row["unit_id"] == who.unit and row["written_by"] == who.user and row["partnership_id"] == _seat(who)
    is_for_a_party = row["recipient_id"] is None or is_fellow(row["recipient_id"], who, world)
    is_new = is_from_here and row["kept_by"] is None
    return is_own(who, row) and who.unit is not None and is_new and is_for_a_party and sits(who, world)


def _seat(who: Who) -> object:
    return who.partnership


def _seen_disclosure(who: Who, world: World, **wanted: Any) -> Row | None:
    return next((told for told in world.find(TOLD, **wanted) if _is_a_reader(who, told, world)), None)


def _gives_copy(who: Who, copy: Row, world: World) -> bool:
    """As the own disclosure says that the sender sees; nobody sees a copy by adding it."""
    same = {name: copy[name] for name in _SAME}
    return _passes_on(who, copy, world, recipient_readers=copy["readers"], **same)


def _belongs_to_seen_disclosure(who: Who, row: Row, world: World) -> bool:
    return is_own(who, row) and _seen_disclosure(who, world, id=row["disclosure_id"]) is not None


def _seen_copies(who: Who, row: Row, world: World) -> list[Row]:
    copies = world.find(COPY, disclosure_id=row["disclosure_id"], authority_id=row["authority_id"])
    return [copy for copy in copies if reads_copy(who, copy, world)]


def _belongs_to_seen_copy(who: Who, row: Row, world: World) -> bool:
    return is_own(who, row) and bool(_seen_copies(who, row, world))


def _takes(who: Who, row: Row, world: World) -> bool:
    return _belongs_to_seen_copy(who, row, world) and row["taken_by"] == who.user


def _reads_what_was_righted(who: Who, row: Row, world: World) -> bool:
    """Of a copy that is seen; or of the very line that stands in a fact that is read; a recall of any of its lines."""
    taken = world.find(FACT, disclosure_id=row["disclosure_id"], authority_id=row["authority_id"])
    facts = [fact for fact in taken if reads_fact(who, fact, world)]
    is_beside = any(row["kind"] != "corrected" or fact["taken_line"] == row["line"] for fact in facts)
    return _belongs_to_seen_copy(who, row, world) or (is_own(who, row) and is_beside)


def _passes_correction_on(who: Who, copy: Row, world: World) -> bool:
    """Of an own correction of an own disclosure, to the recipient of that disclosure."""
    told = _seen_disclosure(who, world, id=copy["disclosure_id"], recipient_id=copy["authority_id"])
    righted = world.find(RIGHTED, id=copy["correction_id"], disclosure_id=copy["disclosure_id"])
    is_own_correction = any(_belongs_to_seen_disclosure(who, row, world) for row in righted)
    return reaches_persons(who) and copy["sender_id"] == who.authority and told is not None and is_own_correction


def _is_of_both(who: Who, row: Row, world: World) -> bool:
    """For whoever sees the copy on the recipient's side, or the disclosure on the sender's."""
    is_theirs = reaches_persons(who) and row["sender_id"] == who.authority
    return _belongs_to_seen_copy(who, row, world) or (
        is_theirs and _seen_disclosure(who, world, id=row["disclosure_id"]) is not None
    )


def _answers(who: Who, row: Row, world: World) -> bool:
    """The recipient alone, of a copy that the user sees, to its very sender."""
    return is_own(who, row) and any(copy["sender_id"] == row["sender_id"] for copy in _seen_copies(who, row, world))


def _told_to_try(who: Who, _world: World) -> Iterator[Mapping[str, Any]]:
    """To outside: of the own words, which no fellow is told; and the same as if somebody had moved away already."""
    right = {**_own_words(who), "recipient_id": None, "outside_name": b"-", "readers": [], **_PLAIN}
    yield right
    yield {**right, "kept_by": who.user}


def _taken_to_try(who: Who, world: World) -> Iterator[Mapping[str, Any]]:
    for each in _answers_to_try(who, world):
        yield {name: each[name] for name in ("authority_id", "disclosure_id")} | {"taken_by": who.user}


def _names_to_try(who: Who, world: World) -> Iterator[Mapping[str, Any]]:
    for asked in [each for each in world.of(WAITS) if _awaits(who, each, world)][:2]:
        for authority in (who.authority, next(each for each in AUTHORITIES if each != who.authority)):
            yield {"authority_id": authority, "disclosure_id": asked["disclosure_id"], "named_by": who.user}


def _copies_to_try(*names: str) -> Callable[[Who, World], Iterator[Mapping[str, Any]]]:
    """Of what the asker's side told: as it was told, to another party of the table, and in another's name."""

    def tries(who: Who, world: World) -> Iterator[Mapping[str, Any]]:
        for told in world.of(TOLD):
            if told["recipient_id"] is None or not _is_a_reader(who, told, world):
                continue
            right = {name: told[name] for name in names} | {"disclosure_id": told.id, "sender_id": who.authority}
            right |= {"partnership_id": told["partnership_id"], "authority_id": told["recipient_id"]}
            right |= {"unit_id": told["recipient_unit_id"], "sender_unit_id": told["unit_id"]}
            if "readers" in names:
                right |= {"readers": told["recipient_readers"]}
            yield from _to_others(right)
            yield {**right, "disclosure_id": who.user}  # of nothing that was ever told

    return tries


def _to_others(right: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Give what is right, the same to every other authority, and the same in another's name."""
    yield right
    for other in AUTHORITIES:
        yield {**right, "authority_id": other}
    yield {**right, "sender_id": next(each for each in AUTHORITIES if each != right["sender_id"])}


def _corrections_to_try(who: Who, world: World) -> Iterator[Mapping[str, Any]]:
    for righted in world.of(RIGHTED):
        told = _seen_disclosure(who, world, id=righted["disclosure_id"])
        if told is not None and told["recipient_id"] is not None:
            right = {"disclosure_id": told.id, "correction_id": righted.id, "sender_id": who.authority}
            yield from _to_others({**right, "authority_id": told["recipient_id"]})


def _answers_to_try(who: Who, world: World) -> Iterator[Mapping[str, Any]]:
    for copy in world.find(COPY, authority_id=who.authority):
        if reads_copy(who, copy, world):
            whose = {name: copy[name] for name in ("authority_id", "sender_id", "disclosure_id")}
            yield from _to_others({**whose, "by": who.user})


_PLAIN: Mapping[str, Any] = {"purpose": "a", "expires_on": None, "asks": [], "answer_by": None}


def _grow_told(choice: Choice, world: World) -> None:
    for _ in range(1 + choice.count(4)):
        unit = choice.pick(list(UNITS))
        to = choice.pick((*UNITS, None))
        world.add(
            TOLD,
            authority_id=UNITS[unit],
            unit_id=unit,
            partnership_id=choice.pick(PARTNERSHIPS),
            readers=choice.some(users_near(UNITS[unit])) if choice.pick((False, True)) else [],
            recipient_id=UNITS[to] if to else None,
            recipient_unit_id=to,
            recipient_readers=choice.some(users_near(UNITS[to])) if to and choice.pick((False, True)) else [],
            outside_name=None if to else b"-",
            basis=choice.pick(("a", "b")),
            conditions=choice.pick(([], [], ["named_readers"])),
            **_PLAIN,
            written_by=choice.pick(users_near(UNITS[unit])),
        )


def _grow_copies(choice: Choice, world: World) -> None:
    for told in world.of(TOLD):
        if told["recipient_id"] is not None and choice.pick((True, True, False)):
            world.add(
                COPY,
                authority_id=told["recipient_id"],
                unit_id=choice.pick((*[told["recipient_unit_id"]] * 20, *UNITS)),
                partnership_id=told["partnership_id"],
                readers=told["recipient_readers"],
                disclosure_id=told.id,
                sender_id=choice.pick((*[told["authority_id"]] * 20, *UNITS.values())),
                sender_unit_id=told["unit_id"],
                basis=told["basis"],
                conditions=told["conditions"],
                **_PLAIN,
            )


def _grow_waiting(choice: Choice, world: World) -> None:
    columns = ("authority_id", "unit_id", "partnership_id", "disclosure_id", "sender_id", "sender_unit_id", "basis")
    for copy in world.of(COPY):
        if choice.pick((True, True, False)):
            world.add(WAITS, **{name: copy[name] for name in columns}, expires_on=None)


def _grow_named(choice: Choice, world: World) -> None:
    for copy in world.of(COPY):
        for user in choice.some(users_near(copy["authority_id"])):
            named_by = choice.pick(users_near(copy["authority_id"]))
            whose = {"authority_id": copy["authority_id"], "disclosure_id": copy["disclosure_id"]}
            world.add(NAMED, **whose, user_id=user, named_by=named_by)


def _own_of(told: Row) -> dict[str, Any]:
    return {"authority_id": told["authority_id"], "disclosure_id": told.id}


def _theirs_of(told: Row, choice: Choice) -> dict[str, Any]:
    recipient = told["recipient_id"] or choice.pick(list(UNITS.values()))
    sender = choice.pick((*[told["authority_id"]] * 20, *UNITS.values()))
    return {"authority_id": recipient, "sender_id": sender, "disclosure_id": told.id}


def _grow_of_sender(label: str, author: str) -> Any:
    def grows(choice: Choice, world: World) -> None:
        for _ in range(choice.count(2)):
            world.add(label, **_own_of(choice.pick(world.of(TOLD))), **{author: choice.pick(list(USERS))})

    return grows


def _writes_of_sender(author: str) -> Any:
    def writes(who: Who, row: Row, world: World) -> bool:
        return _belongs_to_seen_disclosure(who, row, world) and row[author] == who.user

    return writes


def _grow_righted_copies(choice: Choice, world: World) -> None:
    for number, righted in enumerate(world.of(RIGHTED)):
        told = next(world.find(TOLD, id=righted["disclosure_id"]))
        elsewhere = choice.pick((righted, righted, choice.pick(world.of(RIGHTED))))
        what = {"kind": ("corrected", "recalled")[number % 2], "line": (0, 1, None)[number % 3]}
        world.add(RIGHTED_COPY, **_theirs_of(told, choice), **what, correction_id=elsewhere.id)
    _take_into_files(world)


def _take_into_files(world: World) -> None:
    """Let facts stand for lines of what was put right, mostly of what was told to their own authority."""
    facts, copies = world.of(FACT), world.of(RIGHTED_COPY)
    for place, fact in enumerate(facts if copies else ()):
        near = [copy for copy in copies if copy["authority_id"] == fact["authority_id"]]
        among = near if near and place % 5 else copies
        righted = among[place % len(among)]
        facts[place] = fact.but(disclosure_id=righted["disclosure_id"], taken_line=place % 2)


def _grow_taken(_choice: Choice, world: World) -> None:
    for place, copy in enumerate(world.of(COPY)):
        near = users_near(copy["authority_id"])
        whose = {"authority_id": copy["authority_id"], "disclosure_id": copy["disclosure_id"]}
        world.add(TAKEN, **whose, taken_by=near[place % len(near)])


def _grow_answers(label: str) -> Any:
    def grows(choice: Choice, world: World) -> None:
        for told in world.of(TOLD):
            if choice.pick((True, True, False)):
                world.add(label, **_theirs_of(told, choice), by=choice.pick(list(USERS)), **_of_correction(label, told))

    return grows


def _of_correction(label: str, told: Row) -> dict[str, Any]:
    # Unique with the authority: each answer is to a correction of its own.
    return {"correction_id": told.id} if label == CONFIRMATION else {}


def _under_own_words(author: str) -> Callable[[Who, World], Iterator[Mapping[str, Any]]]:
    """Of a disclosure that is seen: as the own authority's and as another's."""

    def tries(who: Who, world: World) -> Iterator[Mapping[str, Any]]:
        for told in [each for each in world.of(TOLD) if _is_a_reader(who, each, world)][:2]:
            for authority in (who.authority, next(each for each in AUTHORITIES if each != who.authority)):
                yield {"authority_id": authority, "disclosure_id": told.id, author: who.user}

    return tries


def _own_words(who: Who) -> Mapping[str, Any]:
    return {"authority_id": who.authority, "unit_id": who.unit, "written_by": who.user} | _here(who)


def _here(who: Who) -> dict[str, Any]:
    return {"partnership_id": who.partnership} if who.partnership else {}


def _as_sender(who: Who) -> Mapping[str, Any]:
    return {"sender_id": who.authority} | _here(who)


_FORGED: tuple[Mapping[str, Any], ...] = (
    {"basis": "c"},
    {"expires_on": LONG_AHEAD},
    {"unit_id": next(iter(UNITS))},
    {"sender_unit_id": next(iter(UNITS))},
    {"purpose": "c"},
    {"conditions": ["c"]},
    {"asks": ["c"]},
    {"answer_by": LONG_AHEAD},
    {"readers": [next(iter(USERS))]},
    {"kept_by": next(iter(USERS))},
)

WHAT_WAS_TOLD = (
    Oracle(label=TOLD, sees=_is_a_reader, grows=_grow_told, adds=_tells, fits=_own_words, tries=_told_to_try),
    Oracle(
        label=COPY,
        sees=reads_copy,
        grows=_grow_copies,
        adds=_gives_copy,
        fits=_as_sender,
        forges=_FORGED,
        tries=_copies_to_try("readers", *_SAME),
    ),
    Oracle(
        label=WAITS,
        sees=_awaits,
        grows=_grow_waiting,
        adds=_asks_for_readers,
        fits=_as_sender,
        forges=_FORGED[:4],
        tries=_copies_to_try("basis", "expires_on"),
    ),
    Oracle(
        label=NAMED,
        sees=_sees_named,
        grows=_grow_named,
        adds=_names,
        fits=lambda who: {"authority_id": who.authority, "named_by": who.user},
        tries=_names_to_try,
    ),
    Oracle(
        label=DELIVERY,
        sees=_belongs_to_seen_disclosure,
        grows=_grow_of_sender(DELIVERY, "noted_by"),
        adds=_writes_of_sender("noted_by"),
        fits=lambda who: {"authority_id": who.authority, "noted_by": who.user},
        tries=_under_own_words("noted_by"),
    ),
    Oracle(
        label=RIGHTED,
        sees=_belongs_to_seen_disclosure,
        grows=_grow_of_sender(RIGHTED, "made_by"),
        adds=_writes_of_sender("made_by"),
        fits=lambda who: {"authority_id": who.authority, "made_by": who.user},
        tries=_under_own_words("made_by"),
    ),
    Oracle(
        label=RIGHTED_COPY,
        sees=_reads_what_was_righted,
        grows=_grow_righted_copies,
        adds=_passes_correction_on,
        fits=lambda who: {"sender_id": who.authority},
        tries=_corrections_to_try,
    ),
    Oracle(
        label=TAKEN,
        sees=_belongs_to_seen_copy,
        grows=_grow_taken,
        adds=_takes,
        fits=lambda who: {"authority_id": who.authority, "taken_by": who.user},
        tries=_taken_to_try,
    ),
    *(
        Oracle(label=label, sees=_is_of_both, grows=_grow_answers(label), adds=_answers, tries=_answers_to_try)
        for label in ANSWERS
    ),
)
