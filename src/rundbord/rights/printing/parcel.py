"""The extract with the files that go along: one ZIP, made in memory."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

EXTRACT = "udtraek.json"


def parcel(extract: str, files: Iterable[tuple[str, bytes]]) -> bytes:
    """Pack the extract and the files, whose names are numbers."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as parts:
        parts.writestr(EXTRACT, extract)
        for name, content in files:
            parts.writestr(name, content)
    return packed.getvalue()
