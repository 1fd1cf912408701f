"""What tests of data keys do again and again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.keys import actions
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.models import DataKey
from rundbord.keys.queries import open_key
from tests.database import as_owner

CANARY = "Kanariefugl Opdigtsen"


def made(actor: Actor) -> DataKey:
    with acting_for(actor):
        return actions.make_data_key(by=actor)


def opened(row: DataKey, actor: Actor) -> OpenKey:
    with acting_for(actor):
        return open_key(row.pk)


@contextmanager
def rolled_back(actor: Actor) -> Iterator[None]:
    """An act that fails after it has done everything."""
    with suppress(Failed), acting_for(actor):
        yield
        raise Failed


class Failed(Exception):
    """Whatever goes wrong late."""


def dump() -> list[dict[str, Any]]:
    """What a backup of the database holds of data keys."""
    with as_owner():
        return [dict(row) for row in DataKey.objects.order_by("created_at").values()]
