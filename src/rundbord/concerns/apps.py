"""Registers the app with Django."""

from django.apps import AppConfig


class ConcernsConfig(AppConfig):
    """Concerns — bekymringer."""

    name = "rundbord.concerns"
