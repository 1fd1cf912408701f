"""Registers the app with Django."""

from django.apps import AppConfig


class PartnershipConfig(AppConfig):
    """Partnership — partnerskab."""

    name = "rundbord.partnership"

    def ready(self) -> None:
        """Say how what two persons decided on parties is carried out."""
        from rundbord.foureyes.deeds import add_deed  # noqa: PLC0415 - models are loaded only now
        from rundbord.foureyes.vocabulary import DeedKind  # noqa: PLC0415
        from rundbord.partnership.actions.change_parties import admit_as_ordered, end_as_ordered  # noqa: PLC0415

        add_deed(DeedKind.ADMIT_PARTY, admit_as_ordered)
        add_deed(DeedKind.END_PARTY, end_as_ordered)
