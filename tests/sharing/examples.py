"""One row of what is passed on for each key in an address: from the police to Gladsaxe, read by these two alone."""

from __future__ import annotations

from django.db.models import Model
from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.sharing import actions
from rundbord.sharing.models import CorrectionCopy, ReaderRequest
from rundbord.sharing.rules.corrections import CorrectionKind
from tests.database import as_owner
from tests.factories.situations import Vestegnen
from tests.sharing.telling import Table, copy_of, tell


def of_disclosures(world: Vestegnen, table: Table) -> dict[tuple[str, str], Model]:
    """Tell, correct, and ask for readers."""
    [told] = tell(table.police, [world.gladsaxe_ssp])
    righting = actions.Righting(kind=CorrectionKind.RECALLED, reason="Det var en helt anden ung, der stod der.")
    with acting_for(table.police):
        actions.correct_disclosure(told, righting, by=table.police)
    with as_owner():
        asked = ReaderRequest.objects.create(
            partnership=world.partnership,
            authority=world.gladsaxe,
            unit=world.gladsaxe_ssp,
            disclosure_id=told.pk,
            sender=world.police,
            sender_unit=world.local_police,
            sender_label="Politibetjent",
            functions=["case_worker"],
            basis=told.basis,
            told_at=timezone.now(),
        )
        return {
            ("sharing", "disclosure_id"): told,
            ("sharing", "received_id"): copy_of(told),
            ("sharing", "correction_id"): CorrectionCopy.objects.get(disclosure_id=told.pk),
            ("sharing", "request_id"): asked,
        }
