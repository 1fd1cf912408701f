"""Registers the app with Django."""

from django.apps import AppConfig


class KeysConfig(AppConfig):
    """Keys — nøgler."""

    name = "rundbord.keys"
