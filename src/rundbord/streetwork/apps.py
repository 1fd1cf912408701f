"""Registers the app with Django."""

from django.apps import AppConfig


class StreetWorkConfig(AppConfig):
    """Street work — gadearbejde."""

    name = "rundbord.streetwork"

    def ready(self) -> None:
        """Let a black-out of the situation reach the words of the mapping, and the few that a shift keeps."""
        from rundbord.deletion.sources import add_source  # noqa: PLC0415 — models are ready only now
        from rundbord.situation.queries.stored_copies import add_worded  # noqa: PLC0415 — models are ready only now
        from rundbord.streetwork.models import (  # noqa: PLC0415 — models are ready only now
            ActivityView,
            AgreedSentence,
            ShiftSheet,
        )
        from rundbord.streetwork.queries.falling_due import SOURCE  # noqa: PLC0415

        add_source(SOURCE)
        add_worded(ActivityView, ("reason",), name="Kortlægning af et område")
        add_worded(AgreedSentence, ("text",), name="Fælles sætning om et område")
        add_worded(ShiftSheet, ("occasion", "closing_words"), name="Vagtseddel")
