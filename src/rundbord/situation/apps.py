"""Registers the app with Django."""

from django.apps import AppConfig


class SituationConfig(AppConfig):
    """Situation — situationen."""

    name = "rundbord.situation"
