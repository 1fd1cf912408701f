"""What can go wrong with keys; no message and no cause holds a word of what is sealed."""

from __future__ import annotations


class KeyTrouble(Exception):
    """Something about keys failed; each way of failing is a class of its own."""


class CannotOpen(KeyTrouble):
    """The bytes were changed, stand in another place, or were sealed by another key; which of them is not told."""


class CannotSeal(KeyTrouble):
    """The text is too long, or holds signs that no encoding takes."""


class KeyDestroyed(KeyTrouble):
    """The key was destroyed: what it sealed is gone for good, in every copy."""


class KeyUnknown(KeyTrouble):
    """No such key for this authority; a hidden key and a missing one look the same."""


class StoreUnusable(KeyTrouble):
    """The key store is missing, open to others, or damaged; nothing is sealed or opened until that is mended."""
