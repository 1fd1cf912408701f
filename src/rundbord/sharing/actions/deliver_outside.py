"""A letter to somebody outside the system: printing it is logged, and so is how it was handed over and received."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.sharing.models import Disclosure, OutsideDelivery
from rundbord.sharing.vocabulary import DeliveryManner


def read_told(disclosure: Disclosure, *, by: Actor) -> None:
    """Log that somebody looks at what was told."""
    by.must(Permission.SEE_CONCERNS)
    audit.record(Event.DISCLOSURE_SHOWN, about=disclosure, by=by)


def print_letter(disclosure: Disclosure, *, by: Actor) -> None:
    """Log that the letter leaves the screen."""
    by.must(Permission.DISCLOSE)
    if disclosure.recipient_unit_id is not None:
        raise Refused("Modtageren læser oplysningerne i Rundbord. Der er intet brev.")
    audit.record(Event.LETTER_PRINTED, about=disclosure, by=by)


def note_delivery(disclosure: Disclosure, manner: DeliveryManner, on: date, *, by: Actor) -> OutsideDelivery:
    """Note how the letter was handed over, or that its receipt came; never before it was written nor ahead of time."""
    by.must(Permission.DISCLOSE)
    if disclosure.recipient_unit_id is not None:
        raise Refused("Modtageren kvitterer selv i Rundbord.")
    if not timezone.localdate(disclosure.told_at) <= on <= timezone.localdate():
        raise Refused({"on": ["Dagen ligger før brevet blev skrevet eller i fremtiden."]})
    row = OutsideDelivery.objects.create(
        authority_id=by.authority_id,
        disclosure=disclosure,
        manner=manner.value,
        on=on,
        noted_at=timezone.now(),
        noted_by=by.user_id,
        noted_label=f"{by.user_name}, {by.user_title}",
    )
    audit.record(Event.DELIVERY_NOTED, about=disclosure, by=by)
    return row
