"""Registers the app with Django."""

from django.apps import AppConfig


class InterventionsConfig(AppConfig):
    """Interventions — indsatser."""

    name = "rundbord.interventions"

    def ready(self) -> None:
        """Put what is done with a young person on the page of the file."""
        from rundbord.concerns.panels import add_panel  # noqa: PLC0415 — models are loaded only now
        from rundbord.interventions.screens.file_panel import PANEL  # noqa: PLC0415

        add_panel(PANEL)
