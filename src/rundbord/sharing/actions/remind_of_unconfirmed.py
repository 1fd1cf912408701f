"""Telling the sender that a recipient has not said that a copy is gone: the day after its last day."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.sharing.queries.unconfirmed import overdue_since_yesterday
from rundbord.sharing.rules.functions import LEADING_FUNCTIONS


def remind_of_unconfirmed(*, by: Actor) -> int:
    """Tell the leaders of each sending unit once, whatever the number of copies; give how many units."""
    by.must(Permission.READ_DISCLOSED)
    late = overdue_since_yesterday(by, timezone.localdate())
    units = {each.disclosure.unit_id for each in late if each.disclosure.partnership_id == by.table}
    recipients = [
        Recipient(authority_id=by.authority_id, role=role.value, unit_id=unit_id)
        for unit_id in sorted(units)
        for role in LEADING_FUNCTIONS
    ]
    if recipients:
        notify(NoticeKind.ERASURE_UNCONFIRMED, reverse("deletion:day"), recipients, by=by)
    return len(units)
