"""What Python does not offer of Linux: capabilities kept by an ordinary user, and dying with the parent."""

from __future__ import annotations

import ctypes
import signal
import struct
import sys
from enum import IntEnum

PR_SET_PDEATHSIG = 1
PR_SET_SECUREBITS = 28
PR_CAP_AMBIENT = 47
PR_CAP_AMBIENT_RAISE = 2
SECBIT_NO_SETUID_FIXUP = 1 << 2
CAPABILITY_VERSION_3 = 0x20080522


class Capability(IntEnum):
    """The parts of root's power that let a process reach files behind closed folders."""

    DAC_OVERRIDE = 1
    DAC_READ_SEARCH = 2


def is_linux() -> bool:
    """Whether the calls of this module exist here."""
    return sys.platform == "linux"


def die_with_parent(sign: signal.Signals) -> None:
    """Ask the kernel for a signal when the process that started this one is gone, however it ended."""
    if is_linux():
        _prctl(PR_SET_PDEATHSIG, sign)


def keep_capabilities_across_change_of_user() -> None:
    """Let this process drop root without losing what `raise_ambient` is to keep, also where programs ask access(2)."""
    _prctl(PR_SET_SECUREBITS, SECBIT_NO_SETUID_FIXUP)


def raise_ambient(capability: Capability) -> None:
    """Keep one capability, and only that one, through the start of the next program."""
    mask = 1 << capability
    header = struct.pack("Ii", CAPABILITY_VERSION_3, 0)
    sets = struct.pack("6I", mask, mask, mask, 0, 0, 0)
    _call("capset", header, sets)
    _prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, capability, 0, 0)


def _prctl(*arguments: int) -> None:
    _call("prctl", *(ctypes.c_ulong(argument) for argument in arguments))


def _call(name: str, *arguments: object) -> None:
    library = ctypes.CDLL(None, use_errno=True)
    if library[name](*arguments):
        raise OSError(ctypes.get_errno(), f"{name} was refused")
