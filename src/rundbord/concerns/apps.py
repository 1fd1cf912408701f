"""Registers the app with Django."""

from django.apps import AppConfig


class ConcernsConfig(AppConfig):
    """Concerns — bekymringer."""

    name = "rundbord.concerns"

    def ready(self) -> None:
        """Put the app's own panels on the page of a file, and let others know what came of copies."""
        from rundbord.concerns.panels import add_panel  # noqa: PLC0415 — models are loaded only now
        from rundbord.concerns.queries.coming_of_age import panel_content  # noqa: PLC0415
        from rundbord.concerns.queries.falling_due import SOURCES  # noqa: PLC0415
        from rundbord.concerns.queries.uses import uses_of_copy  # noqa: PLC0415
        from rundbord.concerns.screens.file_panels import PANELS  # noqa: PLC0415
        from rundbord.concerns.screens.others_panels import PANELS as OTHERS  # noqa: PLC0415
        from rundbord.deletion.panels import DayPanel, add_day_panel  # noqa: PLC0415
        from rundbord.deletion.sources import add_source  # noqa: PLC0415
        from rundbord.sharing.uses import add_uses  # noqa: PLC0415

        for panel in (*PANELS, *OTHERS):
            add_panel(panel)
        add_uses(uses_of_copy)
        add_day_panel(DayPanel(template="concerns/coming_of_age_panel.html", gather=panel_content))
        for source in SOURCES:
            add_source(source)
