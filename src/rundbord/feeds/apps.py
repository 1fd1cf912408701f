"""Registers the app with Django."""

from django.apps import AppConfig


class FeedsConfig(AppConfig):
    """Feeds — kilder udefra."""

    name = "rundbord.feeds"
