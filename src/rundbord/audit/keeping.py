"""What the worker does for the log each second: number what was committed, sign what is due."""

from __future__ import annotations

from rundbord.audit.checkpointing import sign_when_due
from rundbord.audit.numbering import MOST_AT_ONCE, number_leaves

__all__ = ["keep_log", "number_all", "sign_when_due"]


def number_all() -> None:
    """Number whatever waits, a slice in each transaction."""
    while number_leaves() == MOST_AT_ONCE:
        pass


def keep_log() -> None:
    """Do both, each in transactions of its own: a checkpoint is signed over leaves that are committed."""
    number_all()
    sign_when_due()
