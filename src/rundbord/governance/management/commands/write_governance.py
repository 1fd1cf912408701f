"""Write docs/governance/ from the code and the rows kept by hand."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from rundbord.governance.documents import DOCUMENTS, folder


class Command(BaseCommand):
    """A test compares the files with the code."""

    help = __doc__ or ""
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Write each document to its place."""
        folder().mkdir(exist_ok=True)
        for name, write in DOCUMENTS.items():
            (folder() / name).write_text(write(), encoding="utf-8")
