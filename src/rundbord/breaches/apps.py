"""Registers the app with Django."""

from django.apps import AppConfig


class BreachesConfig(AppConfig):
    """Breaches — brud."""

    name = "rundbord.breaches"
