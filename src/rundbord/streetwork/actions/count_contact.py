"""Count a contact — tæl en kontakt: one tap; a number, never who."""

from __future__ import annotations

from django.db.models import F

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.audit import Event
from rundbord.streetwork.actions.working import must_be_out
from rundbord.streetwork.models import Shift, ShiftSheet
from rundbord.streetwork.vocabulary import Contact

_COLUMNS = {Contact.NEW: "new_contacts", Contact.CONTINUED: "continued_contacts"}


def count_contact(shift: Shift, contact: Contact, *, by: Actor) -> None:
    """Add one; two who tap at once both count. What was counted wrongly is put right when the shift ends."""
    must_be_out(shift, by=by)
    column = _COLUMNS[contact]
    ShiftSheet.objects.filter(shift=shift).update(**{column: F(column) + 1})
    audit.record(Event.CONTACT_COUNTED, about=shift, by=by, details={"kind": contact.value})
