"""Registers the app with Django."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Meetings — møder."""

    name = "rundbord.meetings"
