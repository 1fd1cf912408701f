"""Naming the own authority's witness on the log, and taking it off."""

from __future__ import annotations

from uuid import UUID

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event, witnessing
from rundbord.audit.notes import Malformed


def name_witness(public_keys: str, *, by: Actor) -> UUID:
    """Let a witness cosign for the own authority, by its public keys; give the secret that its address holds."""
    by.must(Permission.READ_OWN_LOG)
    try:
        keys = witnessing.witness_keys(public_keys)
    except Malformed:
        raise Refused({"keys": ["Det er ikke et vidnes nøgler. Sæt alle de linjer ind, som vidnet viste."]}) from None
    made = witnessing.add_witness(keys)
    audit.record(Event.WITNESS_NAMED, by=by, details={"witness": _mark(keys[0].id)})
    return made


def end_witness(witness_id: UUID, *, by: Actor) -> None:
    """Let it cosign no more; what it has cosigned stays."""
    by.must(Permission.READ_OWN_LOG)
    if not witnessing.end_witness(witness_id):
        raise Refused("Vidnet er fjernet i forvejen.")
    audit.record(Event.WITNESS_ENDED, by=by)


def _mark(key_id: bytes) -> str:
    return key_id.hex()
