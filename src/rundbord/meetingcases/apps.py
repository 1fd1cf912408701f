"""Registers the app with Django."""

from django.apps import AppConfig


class MeetingCasesConfig(AppConfig):
    """Cases at meetings — sager på møder."""

    name = "rundbord.meetingcases"

    def ready(self) -> None:
        """Show on the page of a file what meetings decided about it."""
        from rundbord.concerns.panels import Panel, add_panel  # noqa: PLC0415 — models are loaded only now
        from rundbord.meetingcases.queries import panel_of_file  # noqa: PLC0415

        add_panel(Panel(template="meetingcases/file_panel.html", gather=panel_of_file, place="side", order=60))
