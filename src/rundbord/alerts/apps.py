"""Registers the app with Django."""

from django.apps import AppConfig


class AlertsConfig(AppConfig):
    """Alerts — alarmer."""

    name = "rundbord.alerts"
