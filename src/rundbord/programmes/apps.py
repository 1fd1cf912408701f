"""Registers the app with Django."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """Programmes — forløb."""

    name = "rundbord.programmes"
