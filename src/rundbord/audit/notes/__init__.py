"""Signed notes and checkpoints in the forms of C2SP (signed-note, tlog-checkpoint, tlog-cosignature); pure."""

from rundbord.audit.notes.checkpoints import Checkpoint, Malformed, Note, parse_lines, signature_line
from rundbord.audit.notes.signing import NoteSigner
from rundbord.audit.notes.verifier_keys import Kind, Signature, VerifierKey, valid_signatures

__all__ = [
    "Checkpoint",
    "Kind",
    "Malformed",
    "Note",
    "NoteSigner",
    "Signature",
    "VerifierKey",
    "parse_lines",
    "signature_line",
    "valid_signatures",
]
