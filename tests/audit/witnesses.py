"""Witnesses for tests: the program that authorities run, loaded from its file as they would."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from uuid import UUID

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.audit.notes import Kind, VerifierKey
from rundbord.audit.witnessing import add_witness
from rundbord.config.environment import ROOT


def witness_program() -> ModuleType:
    """Load `witness/rundbord_witness.py`."""
    file = Path(ROOT) / "witness" / "rundbord_witness.py"
    spec = importlib.util.spec_from_file_location("rundbord_witness", file)
    assert spec is not None
    assert spec.loader is not None
    program = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(program)
    return program


def a_witness(by: Actor) -> UUID:
    """Name a witness that never cosigns."""
    with acting_for(by):
        return add_witness([VerifierKey("opdigt.example/vidne", Kind.TIMED_ED25519, bytes(32))])
