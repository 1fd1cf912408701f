"""Looking a file through for the archive — arkivtjek: somebody who reaches it says what came of it, before it goes."""

from __future__ import annotations

from django.http import Http404
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.concerns.actions.writing import part
from rundbord.concerns.models import ArchiveCheck, YoungPerson
from rundbord.concerns.vocabulary import ArchiveOutcome


def check_archive(person: YoungPerson, outcome: ArchiveOutcome, *, by: Actor) -> ArchiveCheck:
    """Note that it was looked through (databeskyttelsesloven § 14); a restricted copy too is looked through."""
    by.must(Permission.WORK_CONCERNS)
    standing = YoungPerson.objects.filter(pk=person.pk, data_key__destroyed_at=None).first()
    if standing is None:
        raise Http404
    check = ArchiveCheck(
        **part(standing),
        outcome=outcome.value,
        written_at=timezone.now(),
        written_by=by.user_id,
        written_label=by.user_name,
    )
    check.save(force_insert=True)
    audit.record(Event.ARCHIVE_CHECKED, about=standing, by=by, details={"outcome": outcome.value})
    return check
