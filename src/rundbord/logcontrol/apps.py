"""Registers the app with Django."""

from django.apps import AppConfig


class LogcontrolConfig(AppConfig):
    """Log control — logkontrol."""

    name = "rundbord.logcontrol"

    def ready(self) -> None:
        """Say what is shown where a reading is refused because the budget is used up."""
        from rundbord.audit import ReadingStopped  # noqa: PLC0415 - models are not loaded before
        from rundbord.logcontrol.screens.stopped import show_stopped  # noqa: PLC0415
        from rundbord.web.answers import answer_with  # noqa: PLC0415

        answer_with(ReadingStopped, show_stopped)
