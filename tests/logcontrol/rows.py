"""A control as the machine leaves it, written as the owner."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from rundbord.identity.models import Authority, User
from rundbord.logcontrol.models import Control, ControlItem, ReadingStop
from tests.database import as_owner


def control_of(authority: Authority, *, due_in: int = 14) -> Control:
    """Draw an empty control of last week."""
    monday = timezone.localdate() - timedelta(days=timezone.localdate().weekday() + 7)
    with as_owner():
        return Control.objects.create(
            authority=authority,
            first_day=monday,
            last_day=monday + timedelta(days=6),
            drawn_at=timezone.now(),
            seed=bytes(32),
            population=40,
            due_on=timezone.localdate() + timedelta(days=due_in),
        )


def item_in(control: Control, reader: User, *, grounds: tuple[str, ...] = ("sample",)) -> ControlItem:
    """Lay one reading of somebody's into it."""
    with as_owner():
        return ControlItem.objects.create(
            authority_id=control.authority_id,
            control=control,
            entry_id=uuid4(),
            read_at=timezone.now() - timedelta(days=8),
            event="young_person_read",
            reader_id=reader.pk,
            reader_label=reader.name,
            unit_label="SSP Gladsaxe",
            subject_kind="concerns.YoungPerson",
            subject=str(uuid4()),
            grounds=list(grounds),
            relation="none",
        )


def stop_of(reader: User, authority: Authority) -> ReadingStop:
    """Let somebody have been stopped today."""
    with as_owner():
        return ReadingStop.objects.create(
            authority=authority,
            user_id=reader.pk,
            user_label=reader.name,
            unit_label="SSP Gladsaxe",
            day=timezone.localdate(),
            window="hour",
            at=timezone.now(),
        )
