"""Saying what the archive wants before things of a kind go (BEK 183/2018, BEK 865/2023; databeskyttelsesloven § 14)."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.deletion.models import ArchiveWord
from rundbord.deletion.vocabulary import ArchiveDuty, ArchiveKind


def say_archive_duty(kind: ArchiveKind, duty: ArchiveDuty, *, by: Actor) -> ArchiveWord:
    """Write it down; the newest word counts, from the next night on."""
    by.must(Permission.CONTROL_DELETION)
    word = ArchiveWord(
        authority_id=by.authority_id,
        kind=kind.value,
        duty=duty.value,
        said_at=timezone.now(),
        said_by=by.user_id,
        said_label=by.user_name,
    )
    word.save(force_insert=True)
    audit.record(Event.ARCHIVE_DUTY_SAID, about=word, by=by, details={"kind": kind.value, "duty": duty.value})
    return word
