"""Forgetting who took part: the night destroys the key of each name whose last day has passed."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.deletion.actions import record_deletion
from rundbord.keys.actions import destroy_data_key
from rundbord.programmes import queries


def forget_participants(*, by: Actor) -> int:
    """Make every name past its day unreadable for good, and say how many; days and endings stay, of nobody."""
    by.must(Permission.RUN_PROGRAMMES)
    past = list(queries.past_their_day(by, today=timezone.localdate()))
    for participant in past:
        destroy_data_key(participant.data_key, by=by)
        audit.record(Event.PARTICIPANT_FORGOTTEN, about=participant, by=by)
        record_deletion("participant", keys=1, number=participant.pk, unit_id=participant.unit_id, by=by)
    return len(past)
