"""Registers the app with Django."""

from django.apps import AppConfig


class TasksConfig(AppConfig):
    """Tasks — opgaver."""

    name = "rundbord.tasks"
