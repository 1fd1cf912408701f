"""Closing a conflict, and opening it again: a person decides, with a reason."""

from __future__ import annotations

from collections.abc import Collection

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.conflicts.actions.writing import CLOSED, locked, log, part, settle_quiet, touch
from rundbord.conflicts.models import Conflict, StatusChange
from rundbord.conflicts.rules.clocks import next_review
from rundbord.conflicts.rules.words import objections_to_words

_OPEN = "Konflikten er allerede åben. Genindlæs siden for at se, hvem der åbnede den."


def close_conflict(conflict: Conflict, *, reason: str, overridden: Collection[str] = (), by: Actor) -> StatusChange:
    """Close an open conflict."""
    return _turn(conflict, is_closing=True, reason=reason, overridden=overridden, by=by)


def reopen_conflict(conflict: Conflict, *, reason: str, overridden: Collection[str] = (), by: Actor) -> StatusChange:
    """Open a closed conflict again; the review clock and the quiet begin anew."""
    return _turn(conflict, is_closing=False, reason=reason, overridden=overridden, by=by)


def _turn(
    conflict: Conflict, *, is_closing: bool, reason: str, overridden: Collection[str] = (), by: Actor
) -> StatusChange:
    by.must(Permission.EDIT_CONFLICTS)
    standing = locked(conflict)
    if (standing.closed_at is not None) == is_closing:
        raise Refused(CLOSED if is_closing else _OPEN)
    if unsaid := objections_to_words(reason, sentence="Skriv begrundelsen, så de andre parter forstår den."):
        raise Refused({"reason": unsaid})
    change = StatusChange.objects.create(**part(standing, by=by), is_closing=is_closing, reason=reason)
    if is_closing:
        touch(standing, closed_at=change.at)
    else:
        touch(standing, closed_at=None, review_due_at=next_review(change.at))
        settle_quiet(standing)
    event = Event.CONFLICT_CLOSED if is_closing else Event.CONFLICT_REOPENED
    log(event, standing, overridden=overridden, by=by)
    return change
