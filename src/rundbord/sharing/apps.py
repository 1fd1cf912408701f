"""Registers the app with Django."""

from django.apps import AppConfig


class SharingConfig(AppConfig):
    """Sharing — videregivelse."""

    name = "rundbord.sharing"

    def ready(self) -> None:
        """Let copies be foreseen and proved, and show which recipients have not confirmed."""
        from rundbord.deletion.panels import DayPanel, add_day_panel  # noqa: PLC0415 — models are loaded only now
        from rundbord.deletion.sources import add_source  # noqa: PLC0415
        from rundbord.sharing.queries.falling_due import SOURCE  # noqa: PLC0415
        from rundbord.sharing.queries.unconfirmed import panel_content  # noqa: PLC0415

        add_source(SOURCE)
        add_day_panel(DayPanel(template="sharing/unconfirmed_panel.html", gather=panel_content))
