"""Registers the app with Django."""

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    """Identity — brugere og myndigheder."""

    name = "rundbord.identity"
