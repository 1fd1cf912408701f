"""Registers the app with Django."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """Programmes — forløb."""

    name = "rundbord.programmes"

    def ready(self) -> None:
        """Let names of participants be foreseen and proved."""
        from rundbord.deletion.sources import add_source  # noqa: PLC0415 — models are loaded only now
        from rundbord.programmes.falling_due import SOURCE  # noqa: PLC0415

        add_source(SOURCE)
