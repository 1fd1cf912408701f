"""Registers the app with Django."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Access — adgang."""

    name = "rundbord.access"
