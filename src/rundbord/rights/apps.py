"""Registers the app with Django."""

from django.apps import AppConfig


class RightsConfig(AppConfig):
    """Rights — rettigheder."""

    name = "rundbord.rights"
