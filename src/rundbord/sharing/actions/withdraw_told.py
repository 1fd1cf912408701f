"""Taking back what rested on a consent that was withdrawn (forvaltningsloven § 28 stk. 4): every recipient at once."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.sharing.actions.correct_disclosure import Righting, correct_disclosure
from rundbord.sharing.models import Disclosure, DisclosureCorrection
from rundbord.sharing.rules.corrections import CorrectionKind


def withdraw_told(consent_ids: Collection[UUID], *, by: Actor) -> int:
    """Take back what rests on these and still stands, as far as the actor reaches it; give how many copies.

    What a colleague told for named readers is taken back by the night, which reaches all of it.
    """
    by.must(Permission.DISCLOSE)
    count = 0
    while told := _standing(consent_ids, by):
        righting = Righting(kind=CorrectionKind.WITHDRAWN, reason="")
        count += len(correct_disclosure(told, righting, by=by))
    return count


def _standing(consent_ids: Collection[UUID], by: Actor) -> Disclosure | None:
    erasing = [kind.value for kind in CorrectionKind if kind.erases]
    taken_back = DisclosureCorrection.objects.filter(authority_id=by.authority_id, kind__in=erasing)
    resting = Disclosure.objects.filter(
        authority_id=by.authority_id, partnership_id=by.table, rests_on__in=consent_ids, data_key__destroyed_at=None
    )
    return resting.exclude(pk__in=taken_back.values("disclosure_id")).order_by("told_at", "id").first()
