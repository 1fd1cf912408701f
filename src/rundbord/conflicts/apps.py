"""Registers the app with Django."""

from django.apps import AppConfig


class ConflictsConfig(AppConfig):
    """Conflicts — konflikter."""

    name = "rundbord.conflicts"
