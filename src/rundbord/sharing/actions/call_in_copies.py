"""Calling in copies of what the sender deletes (GDPR article 19): every recipient is told, deletes, and says so."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db import ProgrammingError, transaction
from django.db.models import QuerySet

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.session import current_login
from rundbord.sharing.actions.correct_disclosure import Righting, correct_disclosure
from rundbord.sharing.models import Disclosure, DisclosureCorrection, ErasedCopy
from rundbord.sharing.rules.corrections import CorrectionKind
from rundbord.sharing.vocabulary import LegalBasis


def call_in_copies(about: Collection[UUID], *, by: Actor) -> int:
    """Tell everybody who still has a copy about these that its time is up; give how many copies.

    What went along with a move is the new municipality's own from then on (barnets lov § 132), and stays. What cannot
    be called in is left to its own last day: no recipient may keep the sender's own file from being deleted.
    """
    by.must(Permission.DISCLOSE)
    count, out_of_reach = 0, set[UUID]()
    while told := _standing(about, by).exclude(pk__in=out_of_reach).order_by("told_at", "id").first():
        called = _called_in(told, by)
        count += called
        out_of_reach |= set() if called else {told.pk}
    return count


def _called_in(told: Disclosure, by: Actor) -> int:
    try:
        with transaction.atomic(using=current_login()):
            return len(correct_disclosure(told, Righting(kind=CorrectionKind.ERASED, reason=""), by=by))
    except (ProgrammingError, Refused):
        return 0


def _standing(about: Collection[UUID], by: Actor) -> QuerySet[Disclosure]:
    erasing = [kind.value for kind in CorrectionKind if kind.erases]
    taken_back = DisclosureCorrection.objects.filter(authority_id=by.authority_id, kind__in=erasing)
    gone = ErasedCopy.objects.filter(sender_id=by.authority_id).values("disclosure_id")
    told = Disclosure.objects.filter(
        authority_id=by.authority_id, partnership_id=by.table, about_id__in=about, data_key__destroyed_at=None
    )
    standing = told.exclude(basis=LegalBasis.MOVE.value).exclude(pk__in=taken_back.values("disclosure_id"))
    return standing.exclude(pk__in=gone)
