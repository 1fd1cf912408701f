"""Registers the app with Django."""

from django.apps import AppConfig


class ZonesConfig(AppConfig):
    """Zones — zoner."""

    name = "rundbord.zones"
