"""The documents under docs/governance that follow from code and rows kept by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from rundbord.governance.asvs import as_page, requirements
from rundbord.governance.written.cryptography import cryptography
from rundbord.governance.written.interfaces import interfaces
from rundbord.governance.written.security import security
from rundbord.governance.written.threats import threats


def folder() -> Path:
    """Where they lie."""
    return Path(settings.ROOT_FOLDER) / "docs" / "governance"


def _asvs() -> str:
    return as_page(requirements(folder() / "asvs.csv"))


DOCUMENTS: dict[str, Callable[[], str]] = {
    "asvs.md": _asvs,
    "security.md": security,
    "cryptography.md": cryptography,
    "threats.md": threats,
    "openapi.json": interfaces,
}
