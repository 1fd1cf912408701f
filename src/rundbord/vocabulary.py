"""Base class for enumerations whose members carry a Danish label."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """One word of a closed vocabulary: the value is stored, the label is shown."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Keep the stored value as the string itself and the Danish label beside it."""
        term = str.__new__(cls, value)
        term._value_ = value
        term.label = label
        return term

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Give value and label of every member, for form fields and model columns."""
        return [(term.value, term.label) for term in cls]


def label_of(vocabulary: type[Term], value: str) -> str:
    """Give the Danish label of a stored value; the value itself when it is no longer in the vocabulary."""
    return vocabulary(value).label if value in set(vocabulary) else value
