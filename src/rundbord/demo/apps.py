"""Registers the app with Django."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Demo — demonstration."""

    name = "rundbord.demo"
