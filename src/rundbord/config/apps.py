"""Makes the checks of the settings known to Django."""

from django.apps import AppConfig
from django.core.checks import Tags, register


class ConfigConfig(AppConfig):
    """Only checks: no models, no screens."""

    name = "rundbord.config"
    label = "config"

    def ready(self) -> None:
        """Register what `check --deploy` refuses."""
        from rundbord.config import checks  # noqa: PLC0415 - needs the settings that Django is loading now

        register(checks.settings_are_safe, Tags.security, deploy=True)
        register(checks.logins_are_safe, Tags.database, deploy=True)
