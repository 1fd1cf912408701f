"""Write docs/legal/ from the declarations and roles in the code."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from rundbord.privacy.documents import DOCUMENTS


class Command(BaseCommand):
    """A test compares the files with the code."""

    help = __doc__ or ""
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Write each document to its place."""
        folder = settings.ROOT_FOLDER / "docs" / "legal"
        folder.mkdir(exist_ok=True)
        for name, write in DOCUMENTS.items():
            (folder / name).write_text(write(), encoding="utf-8")
