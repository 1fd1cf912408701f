"""Registers the app with Django."""

from django.apps import AppConfig


class DepartureConfig(AppConfig):
    """Departure — udtræden."""

    name = "rundbord.departure"

    def ready(self) -> None:
        """Say how an export that two persons decided on is carried out."""
        from rundbord.departure.actions.order_export import build_as_ordered  # noqa: PLC0415 - models are loaded now
        from rundbord.foureyes.deeds import add_deed  # noqa: PLC0415
        from rundbord.foureyes.vocabulary import DeedKind  # noqa: PLC0415

        add_deed(DeedKind.EXPORT_OWN, build_as_ordered)
