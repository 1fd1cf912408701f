"""Registers the app with Django."""

from django.apps import AppConfig


class LogcontrolConfig(AppConfig):
    """Log control — logkontrol."""

    name = "rundbord.logcontrol"
