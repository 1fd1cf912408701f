"""Registers the app with Django."""

from django.apps import AppConfig


class HandoverConfig(AppConfig):
    """Hand-over meetings — overleveringsmøder."""

    name = "rundbord.handover"

    def ready(self) -> None:
        """Let lists that should be gone be proved."""
        from rundbord.deletion.sources import add_source  # noqa: PLC0415 — models are loaded only now
        from rundbord.handover.queries.falling_due import SOURCE  # noqa: PLC0415

        add_source(SOURCE)
