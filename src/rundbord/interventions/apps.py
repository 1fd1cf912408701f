"""Registers the app with Django."""

from django.apps import AppConfig


class InterventionsConfig(AppConfig):
    """Interventions — indsatser."""

    name = "rundbord.interventions"

    def ready(self) -> None:
        """Put what is done with a young person on the page of the file, and let nothing open be closed over."""
        from rundbord.concerns.actions.settling import settle_steps_by  # noqa: PLC0415 — models are loaded only now
        from rundbord.concerns.panels import add_panel  # noqa: PLC0415
        from rundbord.concerns.queries.closed import count_steps_by  # noqa: PLC0415
        from rundbord.deletion.sources import add_source  # noqa: PLC0415
        from rundbord.interventions.actions import end_for_move  # noqa: PLC0415
        from rundbord.interventions.queries.falling_due import SOURCES  # noqa: PLC0415
        from rundbord.interventions.queries.lists import open_on  # noqa: PLC0415
        from rundbord.interventions.queries.uses import uses_of_copy  # noqa: PLC0415
        from rundbord.interventions.screens.file_panel import PANELS  # noqa: PLC0415
        from rundbord.sharing.uses import add_uses  # noqa: PLC0415

        for panel in PANELS:
            add_panel(panel)
        for source in SOURCES:
            add_source(source)
        add_uses(uses_of_copy)
        count_steps_by(open_on)
        settle_steps_by(end_for_move)
