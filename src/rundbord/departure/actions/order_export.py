"""Ordering an export: nothing is read until another person of the authority has confirmed."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.departure.models import Export
from rundbord.departure.rules.recipients import objections_to_recipient
from rundbord.foureyes.actions import place_order
from rundbord.foureyes.models import Order
from rundbord.foureyes.vocabulary import DeedKind

BUILD = "rundbord.departure.build"
_WORDS = (
    "Alle egne oplysninger hos {authority} lægges i et arkiv, som kun den private nøgle til {recipient} åbner."
    " {name} kan hente det én gang, inden der er gået 48 timer. Der slettes intet."
)


def order_export(recipient: str, *, by: Actor) -> Order:
    """Order an archive of the own authority's rows, sealed to its own public key."""
    by.must(Permission.GUARD_OWN)
    key = recipient.strip()
    if wrong := objections_to_recipient(key):
        raise Refused({"recipient": wrong})
    export = Export.objects.create(
        authority_id=by.authority_id,
        partnership_id=by.table,
        recipient=key,
        ordered_by=by.user_id,
        ordered_label=by.user_name,
        ordered_at=timezone.now(),
    )
    audit.record(Event.EXPORT_ORDERED, about=export, by=by)
    words = _WORDS.format(authority=by.authority_name, recipient=key, name=by.user_name)
    return place_order(DeedKind.EXPORT_OWN, subject=export.pk, day=timezone.localdate(), words=words, by=by)


def build_as_ordered(order: Order, by: Actor) -> None:
    """Let the worker build what has been confirmed, once this is committed."""
    app.configure_task(BUILD, lock=f"export:{order.subject}").defer(
        authority_id=str(by.authority_id), partnership_id=str(by.table), export_id=str(order.subject)
    )
