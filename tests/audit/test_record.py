"""The log: written in the act's transaction, in bytes that never change, and never in somebody else's name."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import pytest
from django.db import DatabaseError, connection, transaction

from rundbord import audit
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.audit.canonical import canonical_bytes
from tests.factories.situations import ActorOf, Vestegnen


def _as_auditor(query: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE rundbord_audit")
        cursor.execute(query)
        rows = list(cursor.fetchall())
        cursor.execute("SET ROLE rundbord_app")
    return rows


def test_an_entry_keeps_the_bytes_that_its_leaf_was_made_of(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    coordinator = actor_of(vestegnen.coordinator)

    with acting_for(coordinator):
        audit.record(Event.AREA_CREATED, about=vestegnen.station, by=coordinator, details={"antal": 1})

    [(canonical, salt, leaf)] = _as_auditor(
        "SELECT canonical, salt, leaf_hash FROM audit.event JOIN audit.leaf ON event_id = id"
        " WHERE event = 'area_created'"
    )
    entry = json.loads(bytes(canonical))  # type: ignore[call-overload]
    assert entry["subject"] == str(vestegnen.station.pk)
    assert entry["authority"] == str(vestegnen.gladsaxe.pk)
    assert entry["purpose"] == "prevention"
    assert bytes(leaf) == hashlib.sha256(b"\0" + bytes(canonical) + bytes(salt)).digest()  # type: ignore[call-overload]


def test_the_same_facts_give_the_same_bytes() -> None:
    assert (
        canonical_bytes({"b": "æ", "a": None})
        == canonical_bytes({"a": None, "b": "æ"})
        == '{"a":null,"b":"æ"}'.encode()
    )


def test_an_entry_in_anothers_name_is_refused(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    coordinator = actor_of(vestegnen.coordinator)
    pretended = replace(coordinator, authority_id=vestegnen.police.pk)

    with acting_for(coordinator), pytest.raises(DatabaseError, match="loglinjen"), transaction.atomic():
        audit.record(Event.AREA_CREATED, by=pretended)


def test_an_act_that_fails_leaves_no_entry(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    coordinator = actor_of(vestegnen.coordinator)

    def fail_after_writing() -> None:
        with acting_for(coordinator):
            audit.record(Event.AREA_CHANGED, by=coordinator)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_after_writing()

    assert _as_auditor("SELECT 1 FROM audit.event WHERE event = 'area_changed'") == []


def test_each_authority_reads_its_own_log_alone(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    coordinator, officer = actor_of(vestegnen.coordinator), actor_of(vestegnen.officer)
    with acting_for(coordinator):
        audit.record(Event.AREA_CHANGED, by=coordinator)

    with acting_for(officer):
        seen = [entry.event for entry in audit.own_entries()]

    assert "area_changed" not in seen
