"""Registers the app with Django."""

from django.apps import AppConfig


class DeletionConfig(AppConfig):
    """Deletion — sletning."""

    name = "rundbord.deletion"
