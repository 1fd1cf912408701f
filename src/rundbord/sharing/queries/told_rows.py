"""A disclosure as lists show it: to whom, when, on which basis, and what came of it; no word of its content."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_keys
from rundbord.sharing.models import (
    Confirmation,
    Disclosure,
    DisclosureCorrection,
    ErasedCopy,
    OutsideDelivery,
    Receipt,
    RequestAnswer,
)
from rundbord.sharing.rules.answers import TOLD
from rundbord.sharing.rules.corrections import CorrectionKind
from rundbord.sharing.vocabulary import Answer, Capacity, DeliveryManner, LegalBasis, RequestTopic
from rundbord.vocabulary import label_of


@dataclass(frozen=True, kw_only=True)
class RightedRow:
    """A correction of one copy, with the recipient's word on it."""

    correction: DisclosureCorrection
    confirmation: Confirmation | None
    today: date

    @property
    def kind(self) -> CorrectionKind:
        """What happened to the copy."""
        return CorrectionKind(self.correction.kind)

    @property
    def is_overdue(self) -> bool:
        """Tell whether the recipient should have confirmed."""
        return self.confirmation is None and self.today > self.correction.confirm_by


@dataclass(frozen=True, kw_only=True)
class ToldRow:
    """A disclosure as lists show it: to whom, when, on which basis, and what came of it; no word of its content."""

    disclosure: Disclosure
    to_whom: str
    receipt: Receipt | None
    erased: ErasedCopy | None
    answer: RequestAnswer | None
    righted: tuple[RightedRow, ...]
    deliveries: tuple[OutsideDelivery, ...]

    @property
    def is_outside(self) -> bool:
        """Tell whether it went by letter."""
        return self.disclosure.recipient_unit_id is None

    @property
    def basis(self) -> str:
        """Name the basis."""
        return label_of(LegalBasis, self.disclosure.basis)

    @property
    def topics(self) -> list[str]:
        """Name what was asked; empty where it is no request."""
        return [label_of(RequestTopic, each) for each in self.disclosure.asks]

    @property
    def is_recalled(self) -> bool:
        """Tell whether it was taken back."""
        return any(each.kind.erases for each in self.righted)

    @property
    def overdue(self) -> list[RightedRow]:
        """Give the corrections that the recipient has not confirmed in time."""
        if self.is_outside:
            return []
        return [each for each in self.righted if each.is_overdue and (each.kind.erases or not self.erased)]

    @property
    def manners(self) -> list[tuple[str, OutsideDelivery]]:
        """Name how a letter was handed over."""
        return [(label_of(DeliveryManner, each.manner), each) for each in self.deliveries]

    @property
    def answer_in_words(self) -> str:
        """Say what was answered; a refusal and an empty drawer read alike."""
        return TOLD[Answer(self.answer.answer)] if self.answer else ""


def rows_of(disclosures: Sequence[Disclosure], *, opened: bool = False) -> list[ToldRow]:
    """Add to disclosures what became of them, with as many queries whatever their number; names only when opened."""
    if not disclosures:
        return []
    ids = [each.pk for each in disclosures]
    letters = [each.data_key_id for each in disclosures if opened and each.recipient_unit_id is None]
    keys = open_keys(letters) if letters else {}
    receipts = {each.disclosure_id: each for each in Receipt.objects.filter(disclosure_id__in=ids)}
    erased = {each.disclosure_id: each for each in ErasedCopy.objects.filter(disclosure_id__in=ids)}
    answers = {
        each.disclosure_id: each
        for each in RequestAnswer.objects.select_related("referred_to__authority").filter(disclosure_id__in=ids)
    }
    righted, deliveries = _righted(ids), _deliveries(ids)
    return [
        ToldRow(
            disclosure=each,
            to_whom=_to_whom(each, keys.get(each.data_key_id)),
            receipt=receipts.get(each.pk),
            erased=erased.get(each.pk),
            answer=answers.get(each.pk),
            righted=tuple(righted[each.pk]),
            deliveries=tuple(deliveries[each.pk]),
        )
        for each in disclosures
    ]


def _to_whom(disclosure: Disclosure, key: OpenKey | None) -> str:
    if disclosure.recipient_unit is not None:
        return f"{disclosure.recipient_unit.name}, {disclosure.recipient_unit.authority.short_name}"
    name = opened_words(disclosure, "outside_name", key)
    return ", ".join(filter(None, (name, label_of(Capacity, disclosure.recipient_capacity))))


def opened_words(row: Disclosure | DisclosureCorrection, column: str, key: OpenKey | None) -> str:
    sealed = getattr(row, column)
    return key.open(bytes(sealed), at=place_of(row, column)) if key and sealed else ""


def _righted(ids: Iterable[UUID]) -> dict[UUID, list[RightedRow]]:
    today, found = timezone.localdate(), defaultdict[UUID, list[RightedRow]](list)
    corrections = list(DisclosureCorrection.objects.filter(disclosure__in=ids).order_by("-made_at", "id"))
    if not corrections:
        return found
    confirmed = {each.correction_id: each for each in Confirmation.objects.filter(disclosure_id__in=ids)}
    for each in corrections:
        row = RightedRow(correction=each, confirmation=confirmed.get(each.pk), today=today)
        found[each.disclosure_id].append(row)
    return found


def _deliveries(ids: Iterable[UUID]) -> dict[UUID, list[OutsideDelivery]]:
    found = defaultdict[UUID, list[OutsideDelivery]](list)
    for each in OutsideDelivery.objects.filter(disclosure__in=ids).order_by("on", "noted_at"):
        found[each.disclosure_id].append(each)
    return found
