"""Orders and confirmations, written as the owner."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.foureyes.models import Confirmation, Order
from rundbord.foureyes.vocabulary import DeedKind
from rundbord.identity.models import Authority, User
from rundbord.partnership.models import Partnership
from tests.database import as_owner


def order_by(user: User, partnership: Partnership, joining: Authority) -> Order:
    """Let somebody have ordered that an authority joins."""
    return _order(DeedKind.ADMIT_PARTY, joining.pk, timezone.localdate(), user.pk, user.authority_id, partnership.pk)


def confirmed(kind: DeedKind, subject: UUID, day: date, *, by: Actor) -> Order:
    """Let the actor have confirmed, just now, what somebody else had ordered."""
    order = _order(kind, subject, day, uuid4(), by.authority_id, by.table)
    with as_owner():
        Confirmation.objects.create(
            authority_id=by.authority_id,
            partnership_id=by.table,
            order=order,
            confirmed_by=by.user_id,
            confirmed_label="Test Testesen",
            # By the database's clock, which travels with no test.
            at=timezone.now() + timedelta(days=3650),
        )
    return order


def _order(  # noqa: PLR0917 - a row's columns
    kind: DeedKind, subject: UUID, day: date, by: UUID, authority: UUID, partnership: UUID
) -> Order:
    now = timezone.now()
    with as_owner():
        return Order.objects.create(
            authority_id=authority,
            partnership_id=partnership,
            kind=kind.value,
            subject=subject,
            day=day,
            words="En kommune optages som part.",
            ordered_by=by,
            ordered_label="Test Testesen",
            ordered_at=now,
            # By the database's clock, which travels with no test.
            lapses_at=now + timedelta(days=3650),
        )
