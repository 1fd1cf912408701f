"""Table A.12: every legal basis as data, by the law that it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rundbord.sharing.rules.bases import authorities, children, consents, outsiders, procedure_act
from rundbord.sharing.rules.bases.basis import Basis
from rundbord.sharing.vocabulary import LegalBasis

_FILES = {
    "procedure_act": procedure_act.ROWS,
    "children": children.ROWS,
    "authorities": authorities.ROWS,
    "consents": consents.ROWS,
    "outsiders": outsiders.ROWS,
}
_ROWS = {basis: row for rows in _FILES.values() for basis, row in rows.items()}

# In the order of the vocabulary; a basis without a row is a KeyError at the start.
BASES: Mapping[LegalBasis, Basis] = MappingProxyType({basis: _ROWS[basis] for basis in LegalBasis})


def file_of(basis: LegalBasis) -> str:
    """Name the file in which a basis stands."""
    return next(name for name, rows in _FILES.items() if basis in rows)
