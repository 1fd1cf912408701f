"""Registers the app with Django."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    """Insight — overblik."""

    name = "rundbord.insight"
