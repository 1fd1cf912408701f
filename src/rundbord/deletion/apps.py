"""Registers the app with Django."""

from django.apps import AppConfig


class DeletionConfig(AppConfig):
    """Deletion — sletning."""

    name = "rundbord.deletion"

    def ready(self) -> None:
        """Let what goes by its age be proved."""
        from rundbord.deletion.aging import SOURCES  # noqa: PLC0415 — models are loaded only now
        from rundbord.deletion.sources import add_source  # noqa: PLC0415

        for source in SOURCES:
            add_source(source)
