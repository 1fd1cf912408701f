"""What waits for the actor's unit: receipts, corrections to confirm, requests to answer, readers to name."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.counting import count_together
from rundbord.access.permissions import Permission
from rundbord.sharing.models import (
    Confirmation,
    CorrectionCopy,
    DisclosureCorrection,
    ErasedCopy,
    ReaderRequest,
    Receipt,
    ReceivedDisclosure,
    RequestAnswer,
)
from rundbord.sharing.queries.readers import without_readers
from rundbord.sharing.queries.received import of_unit
from rundbord.sharing.rules.corrections import CorrectionKind


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """Numbers alone, of what the actor may see; `unconfirmed` is what others have not confirmed in time."""

    receipts: int = 0
    corrections: int = 0
    requests: int = 0
    readers: int = 0
    unconfirmed: int = 0

    @property
    def received(self) -> int:
        """Count what waits in the list of received copies."""
        return self.receipts + self.corrections + self.requests + self.readers


def waiting_for(actor: Actor) -> Waiting:
    """Count what waits for the actor; zero for whoever may not read copies."""
    if not actor.may(Permission.READ_DISCLOSED):
        return Waiting()
    own = {"authority_id": actor.authority_id}
    gone = ErasedCopy.objects.filter(**own).values("disclosure_id")
    received = of_unit(actor)
    standing = received.exclude(disclosure_id__in=gone)
    told = standing.filter(asks=[]).exclude(disclosure_id__in=Receipt.objects.filter(**own).values("disclosure_id"))
    confirmed = Confirmation.objects.filter(**own).values("correction_id")
    erasing = [kind.value for kind in CorrectionKind if kind.erases]
    # What was taken back is answered for, also when its words are gone already.
    of_standing = Q(disclosure_id__in=standing.values("disclosure_id"))
    corrections = CorrectionCopy.objects.filter(
        of_standing | Q(kind__in=erasing), **own, disclosure_id__in=received.values("disclosure_id")
    )
    asked = {
        "receipts": told,
        "corrections": corrections.exclude(correction_id__in=confirmed),
        "requests": _requests(actor, standing),
        "readers": without_readers(actor) if actor.may(Permission.APPROVE_PRIVATE) else ReaderRequest.objects.none(),
        "unconfirmed": _unconfirmed(actor),
    }
    return Waiting(**dict(zip(asked, count_together(list(asked.values())), strict=True)))


def _requests(actor: Actor, standing: QuerySet[ReceivedDisclosure]) -> QuerySet[ReceivedDisclosure]:
    answered = RequestAnswer.objects.filter(authority_id=actor.authority_id).values("disclosure_id")
    waiting = standing.exclude(asks=[]).exclude(disclosure_id__in=answered)
    return waiting if actor.may(Permission.DISCLOSE) else waiting.none()


def _unconfirmed(actor: Actor) -> QuerySet[DisclosureCorrection]:
    late = DisclosureCorrection.objects.filter(
        authority_id=actor.authority_id, confirm_by__lt=timezone.localdate(), disclosure__recipient_unit__isnull=False
    )
    confirmed = Confirmation.objects.filter(sender_id=actor.authority_id).values("correction_id")
    waiting = late.exclude(pk__in=confirmed)
    return waiting if actor.may(Permission.DISCLOSE) else waiting.none()
