"""Registers the app with Django."""

from django.apps import AppConfig


class StreetWorkConfig(AppConfig):
    """Street work — gadearbejde."""

    name = "rundbord.streetwork"
