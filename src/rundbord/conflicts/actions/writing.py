"""What every action on a conflict does alike: lock it, add rows that reach as it does, log, tell a unit."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models import Max
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.conflicts.models import Conflict, ConflictEvent, StatusChange, TensionChange
from rundbord.conflicts.rules.quiet import quiet_since
from rundbord.identity.models import Unit
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind

CLOSED = "Konflikten er afsluttet. Åbn den igen med en begrundelse, før den føres videre."


def locked(conflict: Conflict) -> Conflict:
    """Read the conflict as it stands, held until the end of the request: two who write at once follow each other."""
    standing = Conflict.objects.select_for_update().filter(pk=conflict.pk).first()
    if standing is None:
        raise Http404
    return standing


def open_to_write(conflict: Conflict, *, by: Actor) -> Conflict:
    """Give the locked conflict to somebody who may carry it on; a closed one must be opened again first."""
    by.must(Permission.EDIT_CONFLICTS)
    standing = locked(conflict)
    if standing.closed_at is not None:
        raise Refused(CLOSED)
    return standing


def part(conflict: Conflict, *, by: Actor) -> dict[str, Any]:
    """Give the columns of a row that belongs to a conflict: whom it reaches, and who wrote it."""
    return {
        "partnership_id": conflict.partnership_id,
        "authority_id": conflict.authority_id,
        "audience": conflict.audience,
        "conflict": conflict,
        "unit_id": by.unit_id,
        "user_label": label_of(by),
        "at": timezone.now(),
    }


def label_of(actor: Actor) -> str:
    """Name whoever writes by job and authority: other parties do not learn the name."""
    return f"{actor.user_title}, {actor.authority_name}"


def touch(conflict: Conflict, **columns: Any) -> None:
    """Write columns that lists sort by, and that something changed."""
    Conflict.objects.filter(pk=conflict.pk).update(changed_at=timezone.now(), **columns)


def settle_quiet(conflict: Conflict) -> None:
    """Find out anew since when the conflict has been quiet."""
    since = quiet_since(
        opened_at=_opened_last(conflict),
        events=ConflictEvent.objects.filter(conflict=conflict, withdrawn_at=None).values_list("happened_at", flat=True),
        tensions=TensionChange.objects.filter(conflict=conflict).values_list("at", "tension"),
    )
    touch(conflict, quiet_since=since)


def log(event: Event, conflict: Conflict, *, overridden: Collection[str] = (), by: Actor, **details: str) -> None:
    """Log what was done with a conflict, and that words were kept in spite of a warning."""
    audit.record(event, about=conflict, by=by, details=details)
    audit.record_overriding(overridden, about=conflict, by=by)


def path_of(conflict: Conflict) -> str:
    """Give the address of a conflict."""
    return reverse("conflicts:show_conflict", args=[conflict.pk])


def tell_unit(kind: NoticeKind, conflict: Conflict, unit: Unit, *, by: Actor) -> None:
    """Tell a unit that a conflict waits for it, without a word of content."""
    notify(kind, path_of(conflict), [Recipient.whole(unit)], by=by)


def _opened_last(conflict: Conflict) -> Any:
    reopened = StatusChange.objects.filter(conflict=conflict, is_closing=False).aggregate(at=Max("at"))["at"]
    return max(conflict.opened_at, reopened) if reopened else conflict.opened_at
