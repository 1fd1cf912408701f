"""Registers the app with Django."""

from django.apps import AppConfig


class SituationConfig(AppConfig):
    """Situation — situationen."""

    name = "rundbord.situation"

    def ready(self) -> None:
        """Let originals be foreseen and proved."""
        from rundbord.deletion.sources import add_source  # noqa: PLC0415 — models are loaded only now
        from rundbord.situation.queries.falling_due import SOURCE  # noqa: PLC0415

        add_source(SOURCE)
