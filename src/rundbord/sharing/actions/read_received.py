"""Reading a received copy: logged each time; and the receipt that tells the sender that it was read."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.sharing.actions.telling import function_label
from rundbord.sharing.models import Receipt, ReceivedDisclosure
from rundbord.sharing.vocabulary import CprNeed


def read_received(received: ReceivedDisclosure, *, by: Actor) -> None:
    """Log that somebody reads the copy."""
    by.must(Permission.READ_DISCLOSED)
    audit.record(Event.DISCLOSURE_READ, about=received, by=by)


def show_cpr(received: ReceivedDisclosure, need: CprNeed, *, by: Actor) -> None:
    """Log that the number is shown, and for what."""
    by.must(Permission.READ_DISCLOSED)
    audit.record(Event.RECEIVED_CPR_SHOWN, about=received, by=by, details={"need": need.value})


def acknowledge(received: ReceivedDisclosure, *, by: Actor) -> None:
    """Tell the sender that copy and conditions are read, by which function; read twice is read."""
    by.must(Permission.READ_DISCLOSED)
    if Receipt.objects.filter(disclosure_id=received.disclosure_id, authority_id=by.authority_id).exists():
        return
    receipt = Receipt(
        disclosure_id=received.disclosure_id,
        authority_id=by.authority_id,
        sender_id=received.sender_id,
        at=timezone.now(),
        by=by.user_id,
        label=function_label(by),
    )
    Receipt.objects.bulk_create([receipt], ignore_conflicts=True)
    audit.record(Event.DISCLOSURE_ACKNOWLEDGED, about=received, by=by)
