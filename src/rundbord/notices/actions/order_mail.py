"""Ordering mail: jobs with identifiers alone, carried out by the worker in the recipient authority's name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.jobs import Job

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.roles import PERMISSIONS
from rundbord.access.session import current_login
from rundbord.identity.models import Unit

FIND_READERS = "rundbord.notices.find_readers"


@dataclass(frozen=True, kw_only=True)
class Recipient:
    """Whom a notice is for: an authority, narrowed to a role, a unit or one user where these are given."""

    authority_id: UUID
    role: str = ""
    unit_id: UUID | None = None
    user_id: UUID | None = None

    @classmethod
    def whole(cls, unit: Unit) -> Recipient:
        """Give all of a unit whose role opens what the notice leads to."""
        return cls(authority_id=unit.authority_id, unit_id=unit.pk)

    @classmethod
    def whoever_may(cls, permission: Permission, *, authority_id: UUID, unit_id: UUID) -> list[Recipient]:
        """Give those of a unit whose role carries an act: fewer than may open the page."""
        roles = [role for role, carried in PERMISSIONS.items() if permission in carried]
        return [cls(authority_id=authority_id, unit_id=unit_id, role=role.value) for role in roles]


def order_mails(recipients: Sequence[Recipient], *, opens: Permission, by: Actor) -> None:
    """Order one mail to each matching user whose role carries the permission.

    While one order waits, a second for the same recipients adds nothing.
    """
    orders = [_order(each, opens, by=by) for each in recipients]
    if orders and not _are_laid_down(orders):
        # One of them waits already, and takes the others with it: each by itself, then.
        for order in orders:
            _are_laid_down([order])


def _order(recipient: Recipient, opens: Permission, *, by: Actor) -> Job:
    arguments = {
        "authority_id": str(recipient.authority_id),
        "partnership_id": str(by.partnership_id or ""),
        "role": recipient.role,
        "opens": opens.value,
        "unit_id": str(recipient.unit_id or ""),
        "user_id": str(recipient.user_id or ""),
    }
    return app.configure_task(FIND_READERS, queueing_lock=":".join(arguments.values())).make_new_job(**arguments)


def _are_laid_down(orders: list[Job]) -> bool:
    """Lay them down in one statement; tell whether none of them waited already."""
    try:
        with transaction.atomic(using=current_login()):
            app.job_manager.batch_defer_jobs(orders)
    except AlreadyEnqueued:
        return False
    return True
