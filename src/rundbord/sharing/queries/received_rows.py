"""A received copy as lists show it: from whom, on which basis, and what became of it; no word of its content."""

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
    CorrectionCopy,
    ErasedCopy,
    Receipt,
    ReceivedDisclosure,
    RequestAnswer,
)
from rundbord.sharing.rules.corrections import CorrectionKind
from rundbord.sharing.vocabulary import LegalBasis
from rundbord.vocabulary import label_of


@dataclass(frozen=True, kw_only=True)
class CorrectionRow:
    """A correction of a received copy, in its words where they can be opened, and the own unit's word on it."""

    copy: CorrectionCopy
    confirmation: Confirmation | None
    today: date
    reason: str = ""
    new_wording: str = ""

    @property
    def kind(self) -> CorrectionKind:
        """What happens to the copy."""
        return CorrectionKind(self.copy.kind)

    @property
    def is_waiting(self) -> bool:
        """Tell whether the unit has not confirmed."""
        return self.confirmation is None

    @property
    def is_overdue(self) -> bool:
        """Tell whether it should have."""
        return self.is_waiting and self.today > self.copy.confirm_by


@dataclass(frozen=True, kw_only=True)
class ReceivedRow:
    """A received copy as lists show it; no word of its content, and no name."""

    received: ReceivedDisclosure
    receipt: Receipt | None
    erased: ErasedCopy | None
    answer: RequestAnswer | None
    corrections: tuple[CorrectionRow, ...]
    today: date

    @property
    def from_whom(self) -> str:
        """Name unit and authority of the sender."""
        return f"{self.received.sender_unit.name}, {self.received.sender.short_name}"

    @property
    def basis(self) -> str:
        """Name the basis."""
        return label_of(LegalBasis, self.received.basis)

    @property
    def is_gone(self) -> bool:
        """Tell whether its words cannot be read any more."""
        return self.erased is not None

    @property
    def is_taken_back(self) -> bool:
        """Tell whether the sender has taken it back, confirmed or not."""
        return any(each.kind.erases for each in self.corrections)

    @property
    def gone_in_words(self) -> str:
        """Say why it is gone."""
        if self.erased is None:
            return ""
        return "Fristen er nået" if self.erased.cause == CorrectionKind.ERASED else "Kaldt tilbage"

    @property
    def is_request(self) -> bool:
        """Tell whether the sender asks for something."""
        return bool(self.received.asks)

    @property
    def waits_for_answer(self) -> bool:
        """Tell whether a request has not been answered."""
        return self.is_request and self.answer is None and not self.is_gone

    @property
    def waiting_corrections(self) -> list[CorrectionRow]:
        """Give the corrections that the unit has not confirmed; of a copy that is gone, whether it was taken back."""
        return [each for each in self.corrections if each.is_waiting and (each.kind.erases or not self.is_gone)]

    @property
    def is_overdue(self) -> bool:
        """Tell whether something should have been done."""
        late_answer = self.waits_for_answer and self.received.answer_by and self.today > self.received.answer_by
        return bool(late_answer) or any(each.is_overdue for each in self.waiting_corrections)


def rows_of(copies: Sequence[ReceivedDisclosure], *, opened: bool = False) -> list[ReceivedRow]:
    """Add to copies what became of them, with as many queries whatever their number."""
    if not copies:
        return []
    ids, today = [each.disclosure_id for each in copies], timezone.localdate()
    receipts = {each.disclosure_id: each for each in Receipt.objects.filter(disclosure_id__in=ids)}
    erased = {each.disclosure_id: each for each in ErasedCopy.objects.filter(disclosure_id__in=ids)}
    answers = {each.disclosure_id: each for each in RequestAnswer.objects.filter(disclosure_id__in=ids)}
    corrections = _corrections(ids, today, opened=opened)
    return [
        ReceivedRow(
            received=each,
            receipt=receipts.get(each.disclosure_id),
            erased=erased.get(each.disclosure_id),
            answer=answers.get(each.disclosure_id),
            corrections=tuple(corrections[each.disclosure_id]),
            today=today,
        )
        for each in copies
    ]


def _corrections(ids: Iterable[UUID], today: date, *, opened: bool) -> dict[UUID, list[CorrectionRow]]:
    found = defaultdict[UUID, list[CorrectionRow]](list)
    copies = list(CorrectionCopy.objects.filter(disclosure_id__in=ids).order_by("-made_at", "id"))
    if not copies:
        return found
    confirmed = {each.correction_id: each for each in Confirmation.objects.filter(disclosure_id__in=ids)}
    keys = open_keys(each.data_key_id for each in copies) if opened else {}
    for each in copies:
        key = keys.get(each.data_key_id)
        row = CorrectionRow(
            copy=each,
            confirmation=confirmed.get(each.correction_id),
            today=today,
            reason=opened_words(each, "reason", key),
            new_wording=opened_words(each, "new_wording", key),
        )
        found[each.disclosure_id].append(row)
    return found


def opened_words(row: ReceivedDisclosure | CorrectionCopy, column: str, key: OpenKey | None) -> str:
    sealed = getattr(row, column)
    return key.open(bytes(sealed), at=place_of(row, column)) if key and sealed else ""
