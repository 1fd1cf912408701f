"""Letters about an exit case: written under a consent that holds, to somebody whom it names (ADR 0029)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from tests.leaks.choice import Choice
from tests.leaks.oracles.exit_told import carrying_consent, prevents
from tests.leaks.oracles.exits import CASE, CONSENT, in_case
from tests.leaks.oracles.oracle import Oracle, is_night, reaches_exit, sits
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

LETTER, DELIVERY = "interventions.ExitLetter", "interventions.ExitDelivery"


def _changes(who: Who, row: Row, world: World) -> bool:
    return in_case(who, row, world) and prevents(who)


def _removes(who: Who, row: Row, world: World) -> bool:
    return in_case(who, row, world) and is_night(who)


def _writes(who: Who, row: Row, world: World) -> bool:
    """Of a case that is reached, in the own name, to whom its consent of today names, for no longer than it lasts."""
    consent = carrying_consent(who, row["consent_id"], world)
    if consent is None or not _changes(who, row, world):
        return False
    is_agreed = (
        consent["case_id"] == row["case_id"]
        and row["outsider_id"] in (consent["outsider_ids"] or [])
        and row["expires_on"] <= consent["valid_until"]
    )
    is_here = row["partnership_id"] == who.partnership and sits(who, world)
    return is_agreed and is_here and row["told_by"] == who.user and row["taken_back_at"] is None


def _hands_over(who: Who, row: Row, world: World) -> bool:
    """Of a letter of the very case, in the own name."""
    letters = world.find(LETTER, id=row["letter_id"], case_id=row["case_id"])
    is_letters = any(in_case(who, each, world) for each in letters)
    return _changes(who, row, world) and row["noted_by"] == who.user and is_letters


def _grow_letters(choice: Choice, world: World) -> None:
    consents = world.of(CONSENT)
    for number, consent in enumerate(consents):
        consents[number] = consent.but(outsider_ids=[UUID(int=700 + number)] if number % 4 else [])
    for _ in range(choice.count(3) if consents else 0):
        consent = choice.pick(consents)
        case = next(world.find(CASE, id=consent["case_id"]))
        world.add(
            LETTER,
            authority_id=choice.pick((*[case["authority_id"]] * 9, choice.pick(AUTHORITIES))),
            case_id=case.id,
            consent_id=consent.id,
            partnership_id=PARTNERSHIPS[0],
            outsider_id=choice.pick((*consent["outsider_ids"], UUID(int=699))),
            conditions=[],
            expires_on=choice.pick((LONG_AHEAD, LONG_AGO)),
            told_by=choice.pick(users_near(case["authority_id"])),
            taken_back_at=choice.pick((None, None, EARLIER)),
        )


def _grow_deliveries(choice: Choice, world: World) -> None:
    for letter in world.of(LETTER):
        if choice.pick((True, False)):
            whose = {"authority_id": letter["authority_id"], "case_id": letter["case_id"], "letter_id": letter.id}
            world.add(DELIVERY, **whose, noted_by=choice.pick(users_near(letter["authority_id"])))


def _tried_letters(who: Who, world: World) -> Iterator[Mapping[str, Any]]:
    """By every consent of a case that the asker coordinates: what is right, and the same with one thing wrong."""
    for consent in world.of(CONSENT) if reaches_exit(who) else ():
        if not in_case(who, consent, world):
            continue
        others = [each.id for each in world.of(CASE) if each.id != consent["case_id"]]
        reached = [
            each.id
            for each in world.of(CASE)
            if each.id in others and who.user in {each["responsible_id"], each["deputy_id"]}
        ]
        right = {
            "authority_id": who.authority,
            "case_id": consent["case_id"],
            "consent_id": consent.id,
            "partnership_id": who.partnership or PARTNERSHIPS[0],
            "outsider_id": next(iter(consent["outsider_ids"] or ()), UUID(int=699)),
            "conditions": [],
            "expires_on": LONG_AGO,
            "told_by": who.user,
            "taken_back_at": None,
        }
        yield right
        wrongs: tuple[Mapping[str, Any], ...] = (
            {"outsider_id": UUID(int=699)},
            {"expires_on": date(2091, 1, 1)},
            {"told_by": next(user for user in USERS if user != who.user)},
            {"partnership_id": next(each for each in PARTNERSHIPS if each != who.partnership)},
            {"authority_id": next(each for each in AUTHORITIES if each != who.authority)},
            {"taken_back_at": EARLIER},
            {"consent_id": who.user},  # of nothing that anybody agreed to
            *({"case_id": each} for each in (*others[:1], *reached[:1])),
        )
        yield from ({**right, **wrong} for wrong in wrongs)


def _tried_deliveries(who: Who, world: World) -> Iterator[Mapping[str, Any]]:
    for letter in world.of(LETTER) if reaches_exit(who) else ():
        reached = [
            each.id
            for each in world.of(CASE)
            if each.id != letter["case_id"] and who.user in {each["responsible_id"], each["deputy_id"]}
        ]
        right = {
            "authority_id": who.authority,
            "case_id": letter["case_id"],
            "letter_id": letter.id,
            "noted_by": who.user,
        }
        yield right
        yield {**right, "noted_by": next(user for user in USERS if user != who.user)}
        yield {**right, "authority_id": next(each for each in AUTHORITIES if each != who.authority)}
        others = [each.id for each in world.of(CASE) if each.id not in {letter["case_id"], *reached}]
        yield from ({**right, "case_id": each} for each in (*others[:1], *reached[:1]))


EXIT_LETTERS = (
    Oracle(
        label=LETTER,
        sees=in_case,
        grows=_grow_letters,
        adds=_writes,
        changes=frozenset({"taken_back_at", "cause"}),
        alters=_changes,
        removes=_removes,
        fits=lambda who: {"authority_id": who.authority, "told_by": who.user},
        tries=_tried_letters,
    ),
    Oracle(
        label=DELIVERY,
        sees=in_case,
        grows=_grow_deliveries,
        adds=_hands_over,
        removes=_removes,
        fits=lambda who: {"authority_id": who.authority, "noted_by": who.user},
        tries=_tried_deliveries,
    ),
)
