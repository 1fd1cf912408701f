"""Registers the app with Django."""

from django.apps import AppConfig


class FoureyesConfig(AppConfig):
    """Two persons — to personer."""

    name = "rundbord.foureyes"

    def ready(self) -> None:
        """Say what happens when a new key has been confirmed."""
        from rundbord.foureyes.actions.new_key import wait_for_the_operator  # noqa: PLC0415 - models are loaded now
        from rundbord.foureyes.deeds import add_deed  # noqa: PLC0415
        from rundbord.foureyes.vocabulary import DeedKind  # noqa: PLC0415

        add_deed(DeedKind.ROTATE_KEYS, wait_for_the_operator)
