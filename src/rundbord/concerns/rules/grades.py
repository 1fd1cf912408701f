"""Source grades in the words of a file, where the writer is no sender."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rundbord.sharing.vocabulary import SourceGrade

_ASKED: Mapping[SourceGrade, str] = MappingProxyType(
    {
        SourceGrade.SEEN: "Jeg har selv set eller hørt det",
        SourceGrade.DOCUMENTED: "Det står i en afgørelse eller et dokument",
        SourceGrade.TOLD: "En fagperson eller familien har fortalt det",
        SourceGrade.RUMOUR: "Det er et rygte",
    }
)
_SHOWN: Mapping[SourceGrade, str] = MappingProxyType(
    {
        SourceGrade.SEEN: "Set eller hørt af den, der skrev",
        SourceGrade.DOCUMENTED: "Står i en afgørelse eller et dokument",
        SourceGrade.TOLD: "Fortalt af en fagperson eller familien",
        SourceGrade.RUMOUR: "Rygte",
    }
)


def grade_asked(grade: SourceGrade) -> str:
    """Say a grade as the writer would choose it."""
    return _ASKED[grade]


def grade_shown(grade: str) -> str:
    """Say a grade as others read it."""
    return _SHOWN[SourceGrade(grade)] if grade in set(SourceGrade) else grade
