"""What exit coordinators tell each other: under a consent that holds, read by the one user it names (ADR 0029)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from rundbord.access.purposes import Purpose
from tests.leaks.choice import Choice
from tests.leaks.oracles.exits import CASE, CONSENT, in_case
from tests.leaks.oracles.oracle import Oracle, is_fellow, is_night, reaches_exit
from tests.leaks.world import AUTHORITIES, LONG_AGO, LONG_AHEAD, PARTNERSHIPS, USERS, Row, Who, World, users_near

TOLD, COPY = "interventions.ExitDisclosure", "interventions.ExitCopy"
RECALL, REPLY = "interventions.ExitRecall", "interventions.ExitReply"
# What a copy and all that hangs on it have in common with the sender's row.
_SAME = {"recipient_id": "authority_id", "reader_id": "reader_id", "expires_on": "expires_on"}


def prevents(who: Who) -> bool:
    """Tell whether somebody asks for prevention."""
    return who.purpose is Purpose.PREVENTION


def _is_own(who: Who, row: Row) -> bool:
    return reaches_exit(who) and row["authority_id"] == who.authority


def _is_over(row: Row) -> bool:
    return bool(row["expires_on"] < date.today())


def carrying_consent(who: Who, consent_id: object, world: World) -> Row | None:
    """Give a consent that the asker sees and that holds today, of a case that runs."""
    for consent in world.find(CONSENT, id=consent_id):
        cases = [case for case in world.find(CASE, id=consent["case_id"]) if case["ended_at"] is None]
        holds = consent["withdrawn_at"] is None and consent["given_on"] <= date.today() <= consent["valid_until"]
        if holds and cases and in_case(who, consent, world):
            return consent
    return None


def _tells(who: Who, row: Row, world: World) -> bool:
    """From a case that is reached, to a reader of a party whom its consent names, for no longer than it lasts."""
    consent = carrying_consent(who, row["consent_id"], world)
    if consent is None or not prevents(who) or not in_case(who, row, world):
        return False
    is_agreed = (
        consent["case_id"] == row["case_id"]
        and row["reader_id"] in consent["recipients"]
        and row["expires_on"] <= consent["valid_until"]
    )
    is_here = row["partnership_id"] == who.partnership and is_fellow(row["recipient_id"], who, world)
    return is_agreed and is_here and row["told_by"] == who.user


def _told(who: Who, row: Row, world: World, **wanted: Any) -> Row | None:
    """Give the sender's row that another hangs on, as far as the asker sees it."""
    same = {theirs: row[ours] for theirs, ours in _SAME.items()}
    found = world.find(TOLD, id=row["disclosure_id"], **same, **wanted)
    return next((told for told in found if in_case(who, told, world)), None)


def _sends(who: Who, row: Row) -> bool:
    return reaches_exit(who) and prevents(who) and row["sender_id"] == who.authority


def _gives_copy(who: Who, row: Row, world: World) -> bool:
    """As the own row says, and while the consent holds; nobody sees a copy by adding it."""
    same = {name: row[name] for name in ("conditions", "partnership_id")}
    told = _told(who, row, world, **same) if _sends(who, row) else None
    return told is not None and carrying_consent(who, told["consent_id"], world) is not None


def _reads(who: Who, copy: Row, world: World) -> bool:
    """The named user alone; at night what is over or was taken back."""
    recalled = world.find(RECALL, disclosure_id=copy["disclosure_id"], authority_id=copy["authority_id"])
    is_readers = prevents(who) and copy["reader_id"] == who.user
    goes = is_night(who) and (_is_over(copy) or any(recalled))
    return _is_own(who, copy) and (is_readers or goes)


def _is_of_both(who: Who, row: Row, world: World) -> bool:
    is_readers = _is_own(who, row) and ((prevents(who) and row["reader_id"] == who.user) or is_night(who))
    told = world.find(TOLD, id=row["disclosure_id"], recipient_id=row["authority_id"])
    is_senders = reaches_exit(who) and row["sender_id"] == who.authority
    return is_readers or (is_senders and any(in_case(who, each, world) for each in told))


def _recalls(who: Who, row: Row, world: World) -> bool:
    return _sends(who, row) and row["made_by"] == who.user and _told(who, row, world) is not None


def _replies(who: Who, row: Row, world: World) -> bool:
    """In the own name, of a copy that is seen and to its very sender."""
    same = {name: row[name] for name in ("disclosure_id", "authority_id", "sender_id", "reader_id", "expires_on")}
    copies = (copy for copy in world.find(COPY, **same) if _reads(who, copy, world))
    return _is_own(who, row) and row["by"] == who.user and any(copies)


def _forgets(who: Who, row: Row, _world: World) -> bool:
    """At night, when the last day is over."""
    return _is_own(who, row) and is_night(who) and _is_over(row)


def _grow_told(choice: Choice, world: World) -> None:
    for _ in range(choice.count(4) if world.of(CONSENT) else 0):
        consent = choice.pick(world.of(CONSENT))
        case = next(world.find(CASE, id=consent["case_id"]))
        other = choice.pick(AUTHORITIES)
        world.add(
            TOLD,
            authority_id=choice.pick((*[case["authority_id"]] * 9, other)),
            case_id=choice.pick((*[case.id] * 9, choice.pick(world.of(CASE)).id)),
            consent_id=consent.id,
            partnership_id=choice.pick((*[PARTNERSHIPS[0]] * 3, PARTNERSHIPS[1])),
            recipient_id=other,
            reader_id=choice.pick((*consent["recipients"], *consent["recipients"], choice.pick(users_near(other)))),
            conditions=choice.pick(([], ["a"])),
            expires_on=choice.pick((LONG_AHEAD, LONG_AHEAD, LONG_AGO)),
            told_by=choice.pick(users_near(case["authority_id"])),
        )


def _of(told: Row, choice: Choice) -> dict[str, Any]:
    return {
        "authority_id": choice.pick((*[told["recipient_id"]] * 9, choice.pick(AUTHORITIES))),
        "reader_id": choice.pick((*[told["reader_id"]] * 9, choice.pick(list(USERS)))),
        "disclosure_id": told.id,
        "sender_id": choice.pick((*[told["authority_id"]] * 9, choice.pick(AUTHORITIES))),
        "expires_on": told["expires_on"],
    }


def _grow_copies(choice: Choice, world: World) -> None:
    for told in world.of(TOLD):
        if choice.pick((True, True, False)):
            same = {name: told[name] for name in ("conditions", "partnership_id")}
            world.add(COPY, **_of(told, choice), **same)


def _grow_of_both(label: str, author: str) -> Any:
    def grows(choice: Choice, world: World) -> None:
        for told in world.of(TOLD):
            if choice.pick((True, False)):
                hung = _of(told, choice)
                world.add(label, **hung, **{author: choice.pick((hung["reader_id"], choice.pick(list(USERS))))})

    return grows


def _as_sender(who: Who) -> Mapping[str, Any]:
    return {"sender_id": who.authority}


def _tried_told(who: Who, world: World) -> Iterator[Mapping[str, Any]]:
    """By every consent of a case that the asker coordinates: what is right, and the same with one thing wrong."""
    for consent in world.of(CONSENT) if reaches_exit(who) else ():
        if not in_case(who, consent, world):
            continue
        others = [each for each in world.of(CASE) if each.id != consent["case_id"]]
        reached = [each for each in others if who.user in {each["responsible_id"], each["deputy_id"]}]
        right = {
            "authority_id": who.authority,
            "case_id": consent["case_id"],
            "consent_id": consent.id,
            "partnership_id": who.partnership or PARTNERSHIPS[0],
            "recipient_id": AUTHORITIES[1],
            "reader_id": next(iter(consent["recipients"]), who.user),
            "conditions": [],
            "expires_on": LONG_AGO,
            "told_by": who.user,
        }
        yield right
        wrongs: tuple[Mapping[str, Any], ...] = (
            {"reader_id": next(user for user in USERS if user not in consent["recipients"])},
            {"expires_on": date(2091, 1, 1)},
            {"told_by": next(user for user in USERS if user != who.user)},
            {"partnership_id": next(each for each in PARTNERSHIPS if each != who.partnership)},
            {"recipient_id": AUTHORITIES[3]},
            {"authority_id": next(each for each in AUTHORITIES if each != who.authority)},
            *({"case_id": each.id} for each in (*others[:1], *reached[:1])),
        )
        for wrong in wrongs:
            yield {**right, **wrong}


def _hung_on(told: Row, who: Who) -> dict[str, Any]:
    """Give what hangs on a disclosure as its sender would write it."""
    return {
        "authority_id": told["recipient_id"],
        "reader_id": told["reader_id"],
        "disclosure_id": told.id,
        "sender_id": who.authority,
        "expires_on": told["expires_on"],
    }


def _with_one_wrong(right: Mapping[str, Any], world: World) -> Iterator[Mapping[str, Any]]:
    """Give what is right, and the same for another recipient, of another disclosure, in another's name."""
    yield right
    yield {**right, "authority_id": next(each for each in AUTHORITIES if each != right["authority_id"])}
    yield {**right, "sender_id": next(each for each in AUTHORITIES if each != right["sender_id"])}
    yield {**right, "reader_id": next(user for user in USERS if user != right["reader_id"])}
    other = next((told.id for told in world.of(TOLD) if told.id != right["disclosure_id"]), right["disclosure_id"])
    yield {**right, "disclosure_id": other}


def _seen_told(who: Who, world: World) -> Iterator[Row]:
    for told in world.of(TOLD) if reaches_exit(who) else ():
        if in_case(who, told, world):
            yield told


def _tried_copies(who: Who, world: World) -> Iterator[Mapping[str, Any]]:
    for told in _seen_told(who, world):
        right = {**_hung_on(told, who), **{name: told[name] for name in ("conditions", "partnership_id")}}
        yield from _with_one_wrong(right, world)
        yield {**right, "partnership_id": next(each for each in PARTNERSHIPS if each != told["partnership_id"])}


def _tried_recalls(who: Who, world: World) -> Iterator[Mapping[str, Any]]:
    for told in _seen_told(who, world):
        yield from _with_one_wrong({**_hung_on(told, who), "made_by": who.user}, world)


def _tried_replies(who: Who, world: World) -> Iterator[Mapping[str, Any]]:
    names = ("authority_id", "reader_id", "disclosure_id", "sender_id", "expires_on")
    for copy in world.of(COPY):
        if _reads(who, copy, world):
            yield from _with_one_wrong({**{name: copy[name] for name in names}, "by": who.user, "kind": "tried"}, world)


_FORGED: tuple[Mapping[str, Any], ...] = (
    {"reader_id": next(iter(USERS))},
    {"expires_on": date(2080, 1, 1)},
    {"conditions": ["c"]},
    {"partnership_id": PARTNERSHIPS[1]},
)

TOLD_IN_EXIT = (
    Oracle(
        label=TOLD,
        sees=in_case,
        grows=_grow_told,
        adds=_tells,
        removes=lambda who, row, world: in_case(who, row, world) and is_night(who),
        fits=lambda who: (
            {"authority_id": who.authority, "told_by": who.user}
            | ({"partnership_id": who.partnership} if who.partnership else {})
        ),
        tries=_tried_told,
    ),
    Oracle(
        label=COPY,
        sees=_reads,
        grows=_grow_copies,
        adds=_gives_copy,
        removes=_forgets,
        fits=_as_sender,
        forges=_FORGED,
        tries=_tried_copies,
    ),
    Oracle(
        label=RECALL,
        sees=_is_of_both,
        grows=_grow_of_both(RECALL, "made_by"),
        adds=_recalls,
        removes=_forgets,
        fits=lambda who: {"sender_id": who.authority, "made_by": who.user},
        forges=_FORGED[:2],
        tries=_tried_recalls,
    ),
    Oracle(
        label=REPLY,
        sees=_is_of_both,
        grows=_grow_of_both(REPLY, "by"),
        adds=_replies,
        removes=_forgets,
        fits=lambda who: {"authority_id": who.authority, "by": who.user, "reader_id": who.user},
        forges=_FORGED[1:2],
        tries=_tried_replies,
    ),
)
