"""Attaching a file — vedlæg bilag; fetching, showing and removing it, and naming who reads it: each in the log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.http import Http404
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.concerns.actions.fact_parts import refuse_strangers, tell_readers
from rundbord.concerns.actions.writing import held, own_capacity, part, sealed, today
from rundbord.concerns.models import Attachment, YoungPerson
from rundbord.concerns.queries.opened import key_of
from rundbord.concerns.rules.attaching import objections_to_attaching
from rundbord.concerns.rules.facts import NewFact, is_by_name, last_day_of
from rundbord.deletion.actions import record_deletion
from rundbord.files import KeptFile
from rundbord.keys.places import place_of
from rundbord.sharing.rules.policy import CAUTIOUS

_NOT_YOURS = "Bilaget slettes af den, der lagde det ind, eller af den ansvarlige for sagen."


def attach_file(person: YoungPerson, described: NewFact, kept: KeptFile, *, by: Actor) -> Attachment:
    """Seal a file and keep it; raise Refused with every objection."""
    standing = held(person, by=by)
    objections = objections_to_attaching(
        described,
        capacity=own_capacity(by),
        has_protected_address=standing.has_protected_address,
        attached=Attachment.objects.filter(person=standing).count(),
        today=today(),
    )
    if objections or described.observed_on is None:
        raise Refused(objections)
    refuse_strangers(described.readers, by=by)
    row = _row(standing, described, kept, described.observed_on, by=by)
    row.save(force_insert=True)
    audit.record(Event.ATTACHED, about=row, by=by, details=_told_of(row))
    tell_readers(standing, set(row.readers), by=by)
    return row


def fetch_attachment(attachment: Attachment, *, by: Actor) -> bytes:
    """Open it for somebody who takes it along, and log that."""
    by.must(Permission.SEE_CONCERNS)
    audit.record(Event.ATTACHMENT_FETCHED, about=attachment, by=by, details=_told_of(attachment))
    return _opened(attachment)


def show_attachment(attachment: Attachment, *, by: Actor) -> bytes:
    """Open it for somebody who looks at it here, and log that."""
    by.must(Permission.SEE_CONCERNS)
    audit.record(Event.ATTACHMENT_SHOWN, about=attachment, by=by, details=_told_of(attachment))
    return _opened(attachment)


def remove_attachment(attachment: Attachment, *, by: Actor) -> None:
    """Delete it; the log keeps that there was one."""
    standing = held(attachment.person, by=by)
    row = _standing(attachment)
    if by.user_id not in {row.written_by, standing.lead_id}:
        raise Refused(_NOT_YOURS)
    audit.record(Event.ATTACHMENT_REMOVED, about=row, by=by, details=_told_of(row))
    Attachment.objects.filter(pk=row.pk).delete()


def name_attachment_readers(attachment: Attachment, *, readers: Collection[UUID], by: Actor) -> None:
    """Let these colleagues, and nobody else beside the writer, read one of the most private classes."""
    standing = held(attachment.person, by=by)
    row = _standing(attachment)
    refuse_strangers(readers, by=by)
    new = set(readers) - set(row.readers)
    Attachment.objects.filter(pk=row.pk).update(readers=list(dict.fromkeys(readers)))
    told = _told_of(row)
    audit.record(Event.ATTACHMENT_READERS_NAMED, about=row, by=by, details={**told, "readers": len(set(readers))})
    tell_readers(standing, new, by=by)


def forget_attachments(*, by: Actor) -> int:
    """Delete for the night what has passed its own last day, and what hangs on a file whose key is gone."""
    by.must(Permission.WORK_CONCERNS)
    old = Q(keep_until__lt=timezone.localdate()) | Q(person__data_key__destroyed_at__isnull=False)
    rows = list(Attachment.objects.defer("content").filter(old, authority_id=by.authority_id))
    for row in rows:
        audit.record(Event.ATTACHMENT_REMOVED, about=row, by=by, details=_told_of(row))
    Attachment.objects.filter(pk__in=[row.pk for row in rows]).delete()
    for number, count in Counter(row.person_id for row in rows).items():
        record_deletion("attachment", rows=count, number=number, by=by)
    return len(rows)


def _row(person: YoungPerson, described: NewFact, kept: KeptFile, on: date, *, by: Actor) -> Attachment:
    key = key_of(person)
    row = Attachment(
        **part(person),
        form=kept.form.value,
        information_class=described.information_class.value,
        grade=described.grade.value,
        observed_on=on,
        keep_until=last_day_of(described.information_class, today=today(), gang_days=CAUTIOUS.gang_fact_days),
        readers=list(described.readers) if is_by_name(described.information_class) else [],
        written_at=timezone.now(),
        written_by=by.user_id,
        written_label=by.user_name,
    )
    row.title = sealed(row, "title", described.words, key) or b""
    row.source = sealed(row, "source", described.source, key)
    row.content = key.seal_file(kept.content, at=place_of(row, "content"))
    return row


def _opened(attachment: Attachment) -> bytes:
    key = key_of(attachment.person)
    return key.open_file(bytes(attachment.content), at=place_of(attachment, "content"))


def _standing(attachment: Attachment) -> Attachment:
    row = Attachment.objects.defer("content").filter(pk=attachment.pk).first()
    if row is None:
        raise Http404
    return row


def _told_of(row: Attachment) -> dict[str, str]:
    """Say in the log which file, what form and which class; no word of it."""
    return {"person": str(row.person_id), "form": row.form, "class": row.information_class}
