"""Registers the app with Django."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    """Privacy — databeskyttelse."""

    name = "rundbord.privacy"
