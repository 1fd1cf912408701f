"""Ordering, confirming, building and opening archives in tests."""

from __future__ import annotations

import io
import json
import tarfile
import zlib
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pyrage

from rundbord.access.actor import Actor, system_of
from rundbord.access.session import acting_for
from rundbord.departure.actions import build_export, order_export
from rundbord.departure.models import Export, ExportPiece
from rundbord.foureyes.actions import confirm
from rundbord.foureyes.models import Order
from tests.database import as_owner, as_worker


def ordered(identity: pyrage.x25519.Identity, by: Actor) -> tuple[Export, Order]:
    """Let somebody order an archive to a key."""
    with acting_for(by):
        order = order_export(str(identity.to_public()), by=by)
        return Export.objects.get(pk=order.subject), order


def confirmed(order: Order, by: Actor) -> None:
    """Let another confirm it."""
    with as_owner():
        # By the database's clock, which travels with no test.
        Order.objects.update(lapses_at=order.ordered_at + timedelta(days=3650))
    with acting_for(by):
        confirm(order, by=by)


def built(export: Export) -> bool:
    """Let the worker build it."""
    with as_worker():
        return build_export(export.pk, by=system_of(export.authority_id, partnership_id=export.partnership_id))


def sealed_bytes(export: Export) -> bytes:
    """Give the archive as it lies."""
    with as_owner():
        pieces = ExportPiece.objects.filter(export=export).order_by("number")
        return b"".join(bytes(piece.content) for piece in pieces)


def opened(sealed: bytes, identity: pyrage.x25519.Identity) -> Mapping[str, bytes]:
    """Open it as its reader would, without Rundbord: age, gzip, tar."""
    plain = zlib.decompress(pyrage.decrypt(sealed, [identity]), wbits=31)
    with tarfile.open(fileobj=io.BytesIO(plain)) as archive:
        files = {each.name: archive.extractfile(each) for each in archive.getmembers()}
        return {name: file.read() for name, file in files.items() if file}


def rows_of(files: Mapping[str, bytes], label: str) -> list[dict[str, Any]]:
    """Give the rows of a kind."""
    parts = [content for name, content in sorted(files.items()) if name.startswith(f"raekker/{label}/")]
    return [json.loads(line) for part in parts for line in part.decode().splitlines()]
