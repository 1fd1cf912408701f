"""Copies for named readers: which wait for their readers, and who of the unit can be named."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.identity.models import Duty
from rundbord.sharing.models import ErasedCopy, NamedReader, ReaderRequest


def requests_for_readers(actor: Actor) -> list[ReaderRequest]:
    """List the copies of the own unit for which no reader is named yet, the oldest first."""
    return list(without_readers(actor).select_related("sender", "sender_unit").order_by("told_at", "id"))


def without_readers(actor: Actor) -> QuerySet[ReaderRequest]:
    """Narrow to the copies of the own unit that still count and for which no reader is named."""
    if actor.unit_id is None:
        return ReaderRequest.objects.none()
    named = NamedReader.objects.filter(authority_id=actor.authority_id).values("disclosure_id")
    gone = ErasedCopy.objects.filter(authority_id=actor.authority_id).values("disclosure_id")
    counts = Q(expires_on=None) | Q(expires_on__gte=timezone.localdate())
    waiting = ReaderRequest.objects.filter(counts, unit_id=actor.unit_id)
    return waiting.exclude(disclosure_id__in=named).exclude(disclosure_id__in=gone)


def reader_request(request_id: UUID) -> ReaderRequest:
    """Find a copy that waits for its readers, or raise Http404."""
    found = ReaderRequest.objects.select_related("sender", "sender_unit", "unit").filter(pk=request_id).first()
    if found is None:
        raise Http404
    return found


def readers_to_choose(request: ReaderRequest) -> list[Duty]:
    """List who of the unit has one of the functions that the sender named, each user once."""
    today = timezone.localdate()
    duties = Duty.objects.filter(unit_id=request.unit_id, role__in=request.functions, starts_on__lte=today)
    standing = [each for each in duties.order_by("user_label", "id") if not each.ends_on or each.ends_on >= today]
    return list({each.user_id: each for each in standing}.values())
