"""Registers the app with Django."""

from django.apps import AppConfig


class InterventionsConfig(AppConfig):
    """Interventions — indsatser."""

    name = "rundbord.interventions"
