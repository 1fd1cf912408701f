"""Copies that were called in because the sender deleted its own, and that nobody has confirmed as gone in time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.sharing.models import Confirmation, DisclosureCorrection, ErasedCopy
from rundbord.sharing.rules.corrections import CorrectionKind

MOST_SHOWN = 25
_LOOKED_BACK = timedelta(days=90)


@dataclass(frozen=True, kw_only=True)
class Unconfirmed:
    """One copy: the sender's number of the file, who should have confirmed, and by when."""

    number: str
    to_whom: str
    confirm_by: date
    is_gone: bool
    is_letter: bool


def unconfirmed(actor: Actor, *, today: date | None = None) -> list[Unconfirmed]:
    """List what the actor reaches, the longest overdue first."""
    if not actor.may(Permission.READ_DISCLOSED):
        return []
    rows = list(_called_in(actor, today or timezone.localdate()).order_by("confirm_by", "id")[:MOST_SHOWN])
    gone = set(
        ErasedCopy.objects.filter(disclosure_id__in=[each.disclosure_id for each in rows]).values_list(
            "disclosure_id", flat=True
        )
    )
    return [_line(each, is_gone=each.disclosure_id in gone) for each in rows]


def overdue_since_yesterday(actor: Actor, today: date) -> list[DisclosureCorrection]:
    """Give the corrections whose last day was yesterday, each by its recipient."""
    return list(_called_in(actor, today).filter(confirm_by=today - timedelta(days=1)).order_by("id"))


def panel_content(actor: Actor) -> Mapping[str, object] | None:
    """Give what the page of a day's deletions shows of it; nothing for whoever reads no disclosures."""
    return {"rows": unconfirmed(actor)} if actor.may(Permission.READ_DISCLOSED) else None


def _called_in(actor: Actor, today: date) -> QuerySet[DisclosureCorrection]:
    confirmed = Confirmation.objects.filter(sender_id=actor.authority_id).values("correction_id")
    called_in = DisclosureCorrection.objects.filter(
        authority_id=actor.authority_id,
        kind=CorrectionKind.ERASED.value,
        confirm_by__lt=today,
        confirm_by__gte=today - _LOOKED_BACK,
    )
    return called_in.exclude(pk__in=confirmed).select_related("disclosure__recipient_unit__authority")


def _line(row: DisclosureCorrection, *, is_gone: bool) -> Unconfirmed:
    unit = row.disclosure.recipient_unit
    return Unconfirmed(
        number=str(row.disclosure.about_id)[:8],
        to_whom=f"{unit.name}, {unit.authority.short_name}" if unit else "Brev til en uden for Rundbord",
        confirm_by=row.confirm_by,
        is_gone=is_gone,
        is_letter=unit is None,
    )
