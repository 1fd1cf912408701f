"""Correct or recall what was passed on: it reaches everybody who was told in the same act, each in its own copy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.keys.actions import make_key_for
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.queries import seated_today
from rundbord.sharing.actions.telling import tell_readers
from rundbord.sharing.models import CorrectionCopy, Disclosure, DisclosureCorrection
from rundbord.sharing.rules.corrections import (
    Correction,
    CorrectionKind,
    CorrectionObjection,
    confirmations_due,
    objections_to_correction,
)
from rundbord.sharing.rules.functions import LEADING_FUNCTIONS, READING_FUNCTIONS
from rundbord.sharing.rules.policy import CAUTIOUS
from rundbord.sharing.vocabulary import Condition

_FIELD_OF = {CorrectionObjection.NO_REASON: "reason", CorrectionObjection.NO_NEW_WORDING: "new_wording"}


@dataclass(frozen=True, kw_only=True)
class Righting:
    """What is put right: one line by its place from 0, or the whole; an erased one is always the whole."""

    kind: CorrectionKind
    reason: str
    line: int | None = None
    new_wording: str = ""


def correct_disclosure(disclosure: Disclosure, righting: Righting, *, by: Actor) -> list[DisclosureCorrection]:
    """Write the correction for every recipient of the same act, and let each know that one waits.

    Of a recipient who is no party any more the correction stands with the sender alone, unconfirmed, so that somebody
    asks them: the database lets nobody write there, and their copy goes on its own last day.
    """
    by.must(Permission.DISCLOSE)
    told = _told_in_the_same_act(disclosure)
    _must_stand(told, righting, by=by)
    key, now, seated = open_key(disclosure.data_key_id), timezone.now(), seated_today()
    made = [_correct(each, righting, key=key, now=now, by=by) for each in told]
    for row in made:
        if row.disclosure.recipient_unit is not None and row.disclosure.recipient_id in seated:
            _send(row, row.disclosure, righting, by=by)
    return made


def _told_in_the_same_act(disclosure: Disclosure) -> list[Disclosure]:
    same = Disclosure.objects.select_related("recipient_unit").filter(
        about_id=disclosure.about_id, told_at=disclosure.told_at, written_by=disclosure.written_by
    )
    return list(same.order_by("id"))


def _must_stand(told: list[Disclosure], righting: Righting, *, by: Actor) -> None:
    kinds = DisclosureCorrection.objects.filter(disclosure__in=told).values_list("kind", flat=True)
    correction = Correction(
        kind=righting.kind,
        by=str(by.authority_id),
        sender=str(told[0].authority_id),
        reason=righting.reason,
        new_wording=righting.new_wording,
        is_erased=any(CorrectionKind(kind).erases for kind in kinds),
    )
    objections = objections_to_correction(correction, fewest_letters=CAUTIOUS.fewest_letters)
    if objections:
        reasons: dict[str, list[str]] = {}
        for each in objections:
            reasons.setdefault(_FIELD_OF.get(each, ""), []).append(each.label)
        raise Refused(reasons)


def _correct(
    disclosure: Disclosure, righting: Righting, *, key: OpenKey, now: datetime, by: Actor
) -> DisclosureCorrection:
    row = DisclosureCorrection(
        authority_id=by.authority_id,
        disclosure=disclosure,
        kind=righting.kind.value,
        line=None if righting.kind.erases else righting.line,
        confirm_by=_confirm_by(righting.kind, now),
        made_at=now,
        made_by=by.user_id,
        made_label=f"{by.user_name}, {by.user_title}",
    )
    _seal(row, righting, key)
    row.save(force_insert=True)
    audit.record(
        Event.DISCLOSURE_RECALLED if righting.kind.erases else Event.DISCLOSURE_CORRECTED, about=disclosure, by=by
    )
    return row


def _send(row: DisclosureCorrection, disclosure: Disclosure, righting: Righting, *, by: Actor) -> None:
    assert disclosure.recipient_unit is not None and disclosure.recipient_id is not None  # noqa: S101, PT018
    key = make_key_for(owner=disclosure.recipient_id, by=by)
    copy = CorrectionCopy(
        authority_id=disclosure.recipient_id,
        sender_id=by.authority_id,
        disclosure_id=disclosure.pk,
        correction_id=row.pk,
        data_key_id=key.key_id,
        kind=row.kind,
        line=row.line,
        confirm_by=row.confirm_by,
        made_at=row.made_at,
    )
    _seal(copy, righting, key)
    copy.save(force_insert=True)
    is_narrow = Condition.NAMED_READERS in disclosure.conditions
    functions = LEADING_FUNCTIONS if is_narrow else READING_FUNCTIONS
    tell_readers(NoticeKind.DISCLOSURE_CORRECTED, disclosure.recipient_unit, functions, by=by)


def _seal(row: DisclosureCorrection | CorrectionCopy, righting: Righting, key: OpenKey) -> None:
    row.reason = key.seal(righting.reason, at=place_of(row, "reason"))
    if righting.kind == CorrectionKind.CORRECTED:
        row.new_wording = key.seal(righting.new_wording, at=place_of(row, "new_wording"))


def _confirm_by(kind: CorrectionKind, now: datetime) -> date:
    [due] = confirmations_due(kind, told=["recipient"], onward={}, at=now, policy=CAUTIOUS)
    return due.by_day
