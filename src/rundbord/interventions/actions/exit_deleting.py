"""Deleting exit cases whose day has come: the key is destroyed, then the rows go; the night sees no other case."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.deletion.actions import record_deletion
from rundbord.interventions.actions.exit_consent import destroy_words
from rundbord.interventions.models import (
    ExitCase,
    ExitConsent,
    ExitContact,
    ExitDelivery,
    ExitDisclosure,
    ExitLetter,
    ExitMove,
    ExitNote,
    ExitStep,
)

# What hangs on another goes first.
_PARTS = (ExitDelivery, ExitLetter, ExitDisclosure, ExitMove, ExitConsent, ExitStep, ExitContact, ExitNote)


def delete_gone_cases(*, by: Actor) -> int:
    """Delete each case of the own authority that is to go, and say how many."""
    by.must(Permission.COORDINATE_EXIT)
    gone = ExitCase.objects.filter(authority_id=by.authority_id, delete_on__lte=timezone.localdate())
    cases = list(gone.select_related("data_key"))
    for case in cases:
        keys = int(case.data_key.destroyed_at is None)
        destroy_words(case, by=by)
        deleted = sum(rows.objects.filter(case=case).delete()[0] for rows in _PARTS)
        audit.record(Event.EXIT_DELETED, about=case, by=by)
        ExitCase.objects.filter(pk=case.pk).delete()
        record_deletion("exit", rows=deleted + 1, keys=keys, number=case.pk, by=by)
    return len(cases)
