"""What became of received copies since lines of them were taken into files: put right, taken back, gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from rundbord.keys.queries import open_keys
from rundbord.sharing.models import Confirmation, CorrectionCopy, ErasedCopy, ReceivedDisclosure
from rundbord.sharing.queries.received_rows import opened_words
from rundbord.sharing.rules.corrections import CorrectionKind


@dataclass(frozen=True, kw_only=True)
class RightedNow:
    """A correction as it stands beside a taken line; `received_id` is empty for whoever does not read the copy."""

    correction_id: UUID
    line: int | None
    made_at: datetime
    confirm_by: date
    new_wording: str
    reason: str
    waits: bool
    received_id: UUID | None


@dataclass(frozen=True, kw_only=True)
class CopyNow:
    """A copy as it is now: what was put right, the newest first, and when it was taken back."""

    corrections: tuple[RightedNow, ...] = ()
    taken_back: RightedNow | None = None

    def of_line(self, line: int | None, *, since: datetime) -> RightedNow | None:
        """Give the newest correction of a line, or of the whole, that was made after the line was taken."""
        later = (each for each in self.corrections if each.line in {None, line} and each.made_at > since)
        return next(later, None)


def copies_now(disclosure_ids: Collection[UUID]) -> Mapping[UUID, CopyNow]:
    """Tell it of several copies by the sender's keys, with as many queries whatever their number."""
    copies = _corrections_of(disclosure_ids)
    if not copies:
        return {}
    told, erasing = defaultdict[UUID, list[RightedNow]](list), dict[UUID, RightedNow]()
    for each, righted in _with_words(copies):
        if CorrectionKind(each.kind).erases:
            erasing.setdefault(each.disclosure_id, righted)
        else:
            told[each.disclosure_id].append(righted)
    return {key: CopyNow(corrections=tuple(told[key]), taken_back=erasing.get(key)) for key in {*told, *erasing}}


def changed_copies(disclosure_ids: Collection[UUID]) -> set[UUID]:
    """Give those copies that are not as they were told: put right, taken back or gone, by the sender's keys."""
    if not disclosure_ids:
        return set()
    righted = CorrectionCopy.objects.filter(disclosure_id__in=disclosure_ids)
    gone = ErasedCopy.objects.filter(disclosure_id__in=disclosure_ids)
    return {*righted.values_list("disclosure_id", flat=True), *gone.values_list("disclosure_id", flat=True)}


def copies_righted_on(day: date, authority_id: UUID) -> set[UUID]:
    """Give the copies of an authority that were put right or taken back on a Danish day, by the sender's keys."""
    made = CorrectionCopy.objects.filter(authority_id=authority_id, made_at__date=day)
    return set(made.values_list("disclosure_id", flat=True))


def _corrections_of(disclosure_ids: Collection[UUID]) -> list[CorrectionCopy]:
    if not disclosure_ids:
        return []
    return list(CorrectionCopy.objects.filter(disclosure_id__in=disclosure_ids).order_by("-made_at", "id"))


def _with_words(copies: list[CorrectionCopy]) -> Iterable[tuple[CorrectionCopy, RightedNow]]:
    ids = {each.disclosure_id for each in copies}
    seen = dict(ReceivedDisclosure.objects.filter(disclosure_id__in=ids).values_list("disclosure_id", "pk"))
    confirmed = set(Confirmation.objects.filter(disclosure_id__in=ids).values_list("correction_id", flat=True))
    keys = open_keys(each.data_key_id for each in copies)
    for each in copies:
        key = keys.get(each.data_key_id)
        yield (
            each,
            RightedNow(
                correction_id=each.pk,
                line=each.line,
                made_at=each.made_at,
                confirm_by=each.confirm_by,
                new_wording=opened_words(each, "new_wording", key),
                reason=opened_words(each, "reason", key),
                waits=each.disclosure_id in seen and each.correction_id not in confirmed,
                received_id=seen.get(each.disclosure_id),
            ),
        )
