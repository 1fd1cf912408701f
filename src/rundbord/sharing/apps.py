"""Registers the app with Django."""

from django.apps import AppConfig


class SharingConfig(AppConfig):
    """Sharing — videregivelse."""

    name = "rundbord.sharing"
