"""The recipient's own copy, sealed by a key of its own, which the sender makes and cannot open again (ADR 0025)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from rundbord.access.actor import Actor
from rundbord.identity.models import Unit
from rundbord.keys.actions import make_key_for
from rundbord.keys.places import place_of
from rundbord.notices.vocabulary import NoticeKind
from rundbord.sharing.actions.telling import function_label, tell_readers
from rundbord.sharing.models import Disclosure, ReaderRequest, ReceivedDisclosure
from rundbord.sharing.rules.functions import LEADING_FUNCTIONS, READING_FUNCTIONS
from rundbord.sharing.vocabulary import Condition


@dataclass(frozen=True, kw_only=True)
class Words:
    """What is sealed twice: once for each side."""

    content: str
    necessity: str


def hand_over(row: Disclosure, words: Words, *, functions: Iterable[str], by: Actor) -> None:
    """Seal the copy for the unit, and let it know that something has come, without saying what."""
    unit = row.recipient_unit
    assert unit is not None  # noqa: S101 — a letter has no copy
    key = make_key_for(owner=unit.authority_id, by=by)
    copy = _copy(row, unit, key.key_id, by=by)
    copy.content = key.seal(words.content, at=place_of(copy, "content"))
    copy.necessity = key.seal(words.necessity, at=place_of(copy, "necessity"))
    copy.save(force_insert=True)
    if Condition.NAMED_READERS in row.conditions:
        _ask_for_readers(row, unit, functions, by=by)
        tell_readers(NoticeKind.READERS_WANTED, unit, LEADING_FUNCTIONS, by=by)
        return
    kind = NoticeKind.INFORMATION_ASKED if row.asks else NoticeKind.DISCLOSURE_RECEIVED
    tell_readers(kind, unit, READING_FUNCTIONS, by=by)


def _copy(row: Disclosure, unit: Unit, key_id: UUID, *, by: Actor) -> ReceivedDisclosure:
    return ReceivedDisclosure(
        partnership_id=row.partnership_id,
        authority_id=unit.authority_id,
        unit=unit,
        readers=list(row.recipient_readers),
        disclosure_id=row.pk,
        sender_id=row.authority_id,
        sender_unit_id=row.unit_id,
        sender_label=function_label(by),
        data_key_id=key_id,
        basis=row.basis,
        purpose=row.purpose,
        role=row.role,
        classes=row.classes,
        conditions=row.conditions,
        expires_on=row.expires_on,
        asks=row.asks,
        answer_by=row.answer_by,
        in_answer_to=row.in_answer_to,
        told_at=row.told_at,
    )


def _ask_for_readers(row: Disclosure, unit: Unit, functions: Iterable[str], *, by: Actor) -> None:
    ReaderRequest(
        partnership_id=row.partnership_id,
        authority_id=unit.authority_id,
        unit=unit,
        disclosure_id=row.pk,
        sender_id=row.authority_id,
        sender_unit_id=row.unit_id,
        sender_label=function_label(by),
        functions=sorted(functions) or [role.value for role in READING_FUNCTIONS],
        basis=row.basis,
        expires_on=row.expires_on,
        told_at=row.told_at,
    ).save(force_insert=True)
