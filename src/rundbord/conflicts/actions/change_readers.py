"""Letting more or fewer read a conflict: the owning authority alone, with a reason, and with all that belongs to it."""

from __future__ import annotations

from collections.abc import Collection

from django.db import connections

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.session import current_login
from rundbord.audit import Event
from rundbord.conflicts.actions.writing import locked, log, part, touch
from rundbord.conflicts.models import Conflict, ReaderChange
from rundbord.conflicts.rules.facts import objections_to_owner
from rundbord.conflicts.rules.readers import objections_to_readers
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.vocabulary import Audience

_OVERTAKEN = "En anden har imens ændret, hvem der læser konflikten. Se, hvem der læser den nu, og gem igen."


def change_readers(
    conflict: Conflict, audience: Audience, *, reason: str, seen: str, overridden: Collection[str] = (), by: Actor
) -> ReaderChange:
    """Let these read the conflict from now on; `seen` is the audience that the writer saw.

    The words of old, and tasks that were the authority's own, reach new readers; published pictures stay as they are.
    """
    by.must(Permission.CHOOSE_READERS)
    standing = locked(conflict)
    if standing.authority_id != by.authority_id:
        raise NotPermitted(Permission.CHOOSE_READERS)
    if standing.audience != seen:
        raise Refused({"audience": [_OVERTAKEN]})
    before = standing.audience
    if objections := _objections(standing, audience, reason):
        raise Refused(objections)
    _reach_anew(standing, audience)
    standing.audience = audience.value
    change = ReaderChange.objects.create(
        **part(standing, by=by), before=before, after=audience.value, reason=reason.strip()
    )
    touch(standing)
    log(
        Event.CONFLICT_READERS_CHANGED,
        standing,
        overridden=overridden,
        by=by,
        before=before,
        after=audience.value,
    )
    return change


def _objections(conflict: Conflict, audience: Audience, reason: str) -> dict[str, list[str]]:
    unread = objections_to_owner(
        audience=audience.value,
        writer=conflict.authority_id,
        owner=conflict.owner.authority_id,
        owner_is_police=conflict.owner.authority.kind == AuthorityKind.POLICE,
    )
    return objections_to_readers(
        before=conflict.audience, after=audience.value, reason=reason, is_closed_to_owner=bool(unread)
    )


def _reach_anew(conflict: Conflict, audience: Audience) -> None:
    """Ask the one function that may: the conflict and every row that belongs to it, or none (conflicts/sql.py)."""
    with connections[current_login()].cursor() as cursor:
        cursor.execute("SELECT ctx.change_readers_of_conflict(%s, %s)", [conflict.pk, audience.value])
