"""Letting a unit know that something waits, without a word of what; and how somebody is named to another authority."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from rundbord.access.actor import Actor
from rundbord.access.roles import Role
from rundbord.identity.models import Unit
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind


def tell_readers(
    kind: NoticeKind, unit: Unit, functions: Iterable[Role], *, by: Actor, at: str = "sharing:received_list"
) -> None:
    """Send a notice to those functions of a unit alone: that something came about somebody is not for all colleagues.

    It leads to the list: whoever reads the notice may not be among those who read the copy.
    """
    recipients = [Recipient(authority_id=unit.authority_id, role=role.value, unit_id=unit.pk) for role in functions]
    notify(kind, reverse(at), recipients, by=by)


def received_list_path() -> str:
    """Give the address of what the own unit has received."""
    return reverse("sharing:received_list")


def function_label(by: Actor) -> str:
    """Name the actor to another authority: function, unit and authority, and no name."""
    return ", ".join(filter(None, (by.user_title, by.unit_name, by.authority_name)))
