"""Registers the app with Django."""

from django.apps import AppConfig


class EmergencyConfig(AppConfig):
    """Break-glass — nødadgang."""

    name = "rundbord.emergency"
