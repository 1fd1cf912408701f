"""Registers the app with Django."""

from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    """Governance — dokumentation."""

    name = "rundbord.governance"
