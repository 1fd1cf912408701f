"""Registers the app with Django."""

from django.apps import AppConfig


class RightsConfig(AppConfig):
    """Rights — rettigheder."""

    name = "rundbord.rights"

    def ready(self) -> None:
        """Put what was decided after a request on the page of the file in which it is carried out."""
        from rundbord.concerns.panels import add_panel  # noqa: PLC0415 — models are loaded only now
        from rundbord.rights.screens.file_panel import PANELS  # noqa: PLC0415

        for panel in PANELS:
            add_panel(panel)
