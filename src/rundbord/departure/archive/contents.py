"""What an archive holds, in the order in which it streams: description, tables with their files, the log, the list."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import models
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.departure.archive.lines import Lines
from rundbord.departure.archive.log_part import checkpoint_note, leaves, log_lines, public_keys
from rundbord.departure.archive.readme import danish_name, readme
from rundbord.departure.archive.tables import FILES, exported, own_rows
from rundbord.departure.archive.tar import end, member
from rundbord.departure.models import Export
from rundbord.departure.rules.left_out import LEFT_OUT
from rundbord.foureyes.models import Order
from rundbord.identity.models import Unit

FORMAT = "rundbord-udtraek/1"
# A file of lines is held in memory until it is full.
PART_BYTES = 8 << 20
_TOGETHER, _FILES_TOGETHER = 200, 2


class Contents:
    """An archive of one authority's rows; `rows` counts them while they stream."""

    def __init__(self, export: Export, order: Order, actor: Actor) -> None:
        """Take what was ordered, by whom, and who reads."""
        self._export, self._order, self._actor = export, order, actor
        self._kinds: dict[str, dict[str, Any]] = {}
        self.rows = 0

    def chunks(self) -> Iterator[bytes]:
        """Give the tar archive as a stream."""
        begun = timezone.now()
        yield from member("LÆS-MIG.txt", readme(self._export.authority.name).encode())
        units = self._units()
        for model in exported():
            yield from self._table(model, units)
        log: dict[str, Any] = {}
        yield from self._log(log)
        yield from member("indhold.json", _pretty(self._manifest(begun, log)))
        yield end()

    def _units(self) -> list[UUID]:
        with acting_for(self._actor):
            return list(Unit.objects.filter(authority_id=self._actor.authority_id).values_list("pk", flat=True))

    def _table(self, model: type[models.Model], units: list[UUID]) -> Iterator[bytes]:
        label = model._meta.label
        told: dict[str, Any] = {"navn": danish_name(model), "raekker": 0, "lukkede": 0, "bilag": 0, "dele": []}
        part = _Part(f"raekker/{label}", told["dele"])
        lines = Lines(self._actor)
        for rows in _in_batches(own_rows(model, self._actor, units), _FILES_TOGETHER if label in FILES else _TOGETHER):
            for written in lines.written(rows):
                told["raekker"] += 1
                told["lukkede"] += bool(written.shut)
                if written.file:
                    told["bilag"] += 1
                    yield from member(*written.file)
                yield from part.add(written.line)
        yield from part.flush()
        self.rows += told["raekker"]
        self._kinds[label] = told

    def _log(self, told: dict[str, Any]) -> Iterator[bytes]:
        note, size = checkpoint_note(self._actor)
        told.update(kontrolpunkt_blade=size, linjer=0, dele=[], blade=[])
        yield from member("log/kontrolpunkt.txt", note.encode())
        yield from member("log/offentlige-noegler.txt", public_keys().encode())
        part = _Part("log/linjer", told["dele"])
        for line in log_lines(self._actor):
            told["linjer"] += 1
            yield from part.add(line)
        yield from part.flush()
        for number, hashes in enumerate(leaves(self._actor, size), start=1):
            yield from _listed(f"log/blade/{number:05}.bin", hashes, told["blade"])

    def _manifest(self, begun: Any, log: dict[str, Any]) -> dict[str, Any]:
        said = self._order.confirmations.all()[0]
        return {
            "format": FORMAT,
            "myndighed": {"navn": self._export.authority.name, "id": str(self._export.authority_id)},
            "partnerskab": str(self._export.partnership_id),
            "modtagernoegle": self._export.recipient,
            "bestilt_af": self._export.ordered_label,
            "bekraeftet_af": said.confirmed_label,
            "laest_fra": begun.isoformat(),
            "laest_til": timezone.now().isoformat(),
            "slags": self._kinds,
            "udeladt": dict(LEFT_OUT),
            "log": log,
        }


class _Part:
    """Gathers lines into files of one size, and lists each with its sum."""

    def __init__(self, folder: str, listed: list[dict[str, Any]]) -> None:
        self._folder, self._listed, self._waiting = folder, listed, bytearray()

    def add(self, line: bytes) -> Iterator[bytes]:
        self._waiting += line
        if len(self._waiting) >= PART_BYTES:
            yield from self.flush()

    def flush(self) -> Iterator[bytes]:
        if self._waiting:
            name = f"{self._folder}/{len(self._listed) + 1:05}.jsonl"
            content = bytes(self._waiting)
            self._waiting.clear()
            yield from _listed(name, content, self._listed)


def _listed(name: str, content: bytes, listed: list[dict[str, Any]]) -> Iterator[bytes]:
    listed.append({"fil": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()})
    yield from member(name, content)


def _in_batches(rows: Iterable[models.Model], size: int) -> Iterator[list[models.Model]]:
    waiting = iter(rows)
    while batch := list(islice(waiting, size)):
        yield batch


def _pretty(told: dict[str, Any]) -> bytes:
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
