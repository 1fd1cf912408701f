"""Forgetting leavers — tidligere brugere: the name goes, and the number that the log knows leads to nobody any more."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.identity.models import Duty, User
from rundbord.identity.queries.users import named_leavers
from rundbord.identity.rules.users import NAMELESS


def forget_leavers(now: datetime, *, days: int, by: Actor) -> int:
    """Take the names of own users closed so long ago, and from duties that ended so long ago; give how many rows."""
    by.must(Permission.ADMINISTER_USERS)
    before = now - timedelta(days=days)
    leavers = named_leavers(by.authority_id, before)
    ended = Q(ends_on__lt=timezone.localdate(before)) | Q(ends_on=None, user__in=leavers)
    labelled = Duty.objects.filter(ended, authority_id=by.authority_id).exclude(user_label=NAMELESS)
    rows = labelled.update(user_label=NAMELESS)
    for user_id in leavers.values_list("pk", flat=True):
        # Random, so that a sign-in name that stands in an old list is found by no sum of it either.
        name = f"tidligere-{secrets.token_hex(8)}"
        rows += User.objects.filter(pk=user_id).update(name=NAMELESS, sign_in_name=name, email="")
    return rows
