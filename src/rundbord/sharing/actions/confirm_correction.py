"""The recipient's word that a correction is carried out; of a recall, that the words are gone: the act makes it so."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.sharing.actions.erase_copies import erase
from rundbord.sharing.actions.telling import function_label
from rundbord.sharing.models import Confirmation, CorrectionCopy, ReceivedDisclosure
from rundbord.sharing.rules.corrections import Aftermath, CorrectionKind, objections_to_aftermath


def confirm_correction(
    received: ReceivedDisclosure, correction: CorrectionCopy, aftermath: Aftermath, *, by: Actor
) -> None:
    """Tell the sender that it is done, and what the words had led to; raise Refused while that is not said."""
    by.must(Permission.READ_DISCLOSED)
    if objections := objections_to_aftermath(aftermath):
        raise Refused(objections)
    confirmation = Confirmation(
        disclosure_id=correction.disclosure_id,
        correction_id=correction.correction_id,
        authority_id=by.authority_id,
        sender_id=correction.sender_id,
        was_used=aftermath.was_used,
        was_passed_on=aftermath.was_passed_on,
        at=timezone.now(),
        by=by.user_id,
        label=function_label(by),
    )
    Confirmation.objects.bulk_create([confirmation], ignore_conflicts=True)
    said = {"used": bool(aftermath.was_used), "passed_on": bool(aftermath.was_passed_on)}
    audit.record(Event.CORRECTION_CONFIRMED, about=received, by=by, details=said)
    kind = CorrectionKind(correction.kind)
    if kind.erases:
        erase(received, kind, by=by)
