"""Closing a breach, by the data-protection officer; and clearing it away after five years."""

from __future__ import annotations

from collections.abc import Collection

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.breaches.actions.holding import held_open
from rundbord.breaches.models import Breach
from rundbord.breaches.rules.judging import YEARS_KEPT, objections_to_closing
from rundbord.breaches.vocabulary import YesNo
from rundbord.rights.rules.clocks import months_after


def close(breach: Breach, *, learning: str, overridden: Collection[str] = (), by: Actor) -> None:
    """Close it, once all that was decided is done."""
    by.must(Permission.CLOSE_BREACH)
    standing = held_open(breach, by=by)
    wrong = objections_to_closing(
        is_judged=standing.judged_at is not None,
        must_notify=standing.notify == YesNo.YES,
        is_notified=standing.notified_at is not None,
        must_tell=standing.tell == YesNo.YES,
        told=standing.told,
        learning=learning,
    )
    if wrong:
        raise Refused({"learning": wrong})
    standing.learning, standing.closed_at, standing.closed_label = learning.strip(), timezone.now(), by.user_name
    standing.delete_on = months_after(timezone.localdate(), 12 * YEARS_KEPT)
    audit.record(Event.BREACH_CLOSED, about=standing, by=by)
    audit.record_overriding(overridden, about=standing, by=by)
    columns = {name: getattr(standing, name) for name in ("learning", "closed_at", "closed_label", "delete_on")}
    Breach.objects.filter(pk=standing.pk).update(**columns)


def clear(*, by: Actor) -> int:
    """Delete what has had its time; give how many."""
    by.must(Permission.HANDLE_BREACHES)
    old = list(Breach.objects.filter(authority_id=by.authority_id, delete_on__lte=timezone.localdate()))
    for breach in old:
        audit.record(Event.BREACH_DELETED, about=breach, by=by)
        breach.delete()
    return len(old)
