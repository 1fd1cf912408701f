"""Registers the app with Django."""

from django.apps import AppConfig


class FoureyesConfig(AppConfig):
    """Two persons — to personer."""

    name = "rundbord.foureyes"
