"""Registers the app with Django."""

from django.apps import AppConfig


class PartnershipConfig(AppConfig):
    """Partnership — partnerskab."""

    name = "rundbord.partnership"
