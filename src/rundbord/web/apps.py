"""Registers the app with Django."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Web — skærme."""

    name = "rundbord.web"
