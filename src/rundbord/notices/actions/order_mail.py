"""Ordering mail: a job with identifiers alone, carried out by the worker in the recipient authority's name."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from rundbord.access.actor import Actor
from rundbord.access.session import current_login

FIND_READERS = "rundbord.notices.find_readers"


def order_mail(*, authority_id: UUID, role: str, unit_id: UUID | None, user_id: UUID | None, by: Actor) -> None:
    """Order one mail to each matching user; while one order waits, a second for the same recipients adds nothing."""
    arguments = {
        "authority_id": str(authority_id),
        "partnership_id": str(by.partnership_id or ""),
        "role": role,
        "unit_id": str(unit_id or ""),
        "user_id": str(user_id or ""),
    }
    waiting = ":".join(arguments.values())
    try:
        with transaction.atomic(using=current_login()):
            app.configure_task(FIND_READERS, queueing_lock=waiting).defer(**arguments)
    except AlreadyEnqueued:
        return
