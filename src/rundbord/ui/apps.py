"""Registers the components with Django."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Holds templates, template tags and static files; no rows and no rules."""

    name = "rundbord.ui"
    label = "ui"
