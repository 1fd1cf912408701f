"""Registers the app with Django."""

from django.apps import AppConfig


class TodayConfig(AppConfig):
    """Today — i dag."""

    name = "rundbord.today"
