"""Close rounds whose time is up: first every party is bound and has it in its log, then all are answered at once."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from functools import partial
from uuid import UUID

from django.db import connections, transaction
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.session import current_login
from rundbord.audit import Event, own_entries
from rundbord.keys.current import round_keys
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.models import Notice
from rundbord.notices.vocabulary import NoticeKind
from rundbord.sharing.actions.open_round import WHO_NOMINATES, path_of_round
from rundbord.sharing.models import WhoElseRound
from rundbord.sharing.queries.who_else import commitments_of

_MOST_ENTRIES = 500
# A key that could not be destroyed is tried again for as long as a backup of its folder could bring one back.
_LOOKED_BACK = timedelta(days=30)


def seal_rounds(*, by: Actor) -> int:
    """Take no more into the own authority's rounds whose time is up, and bind every party; say how many."""
    by.must(Permission.NOMINATE)
    due = WhoElseRound.objects.filter(authority_id=by.authority_id, sealed_at=None, closes_at__lte=timezone.now())
    return sum(_call("ctx.seal_round", each.pk) for each in due)


def log_commitments(*, by: Actor) -> int:
    """Write into the own log what binds the parties of sealed rounds, once each; say how many."""
    by.must(Permission.NOMINATE)
    logged = {entry.subject_id for entry in own_entries(event=Event.ROUND_SEALED, limit=_MOST_ENTRIES)}
    bound = WhoElseRound.objects.filter(partnership_id=by.table, closed_at=None).exclude(sealed_at=None)
    waiting = [each for each in bound if str(each.pk) not in logged]
    for each in waiting:
        audit.record(Event.ROUND_SEALED, about=each, by=by, details=_commitments(each, by))
    return len(waiting)


def close_rounds(*, by: Actor) -> int:
    """Answer all parties of the own authority's sealed rounds at once, and destroy each round's key; say how many."""
    by.must(Permission.NOMINATE)
    sealed = WhoElseRound.objects.filter(authority_id=by.authority_id, closed_at=None).exclude(sealed_at=None)
    closed = [each for each in sealed if _call("ctx.close_round", each.pk)]
    for each in closed:
        audit.record(Event.ROUND_CLOSED, about=each, by=by)
        transaction.on_commit(partial(_destroy_key, each), using=current_login(), robust=True)
    return len(closed)


def tell_of_closed_rounds(*, by: Actor) -> int:
    """Tell the own staff that a round has closed, whatever came of it; say how many rounds were told of."""
    by.must(Permission.NOMINATE)
    lately = timezone.now() - _LOOKED_BACK
    told = set(Notice.objects.filter(kind=NoticeKind.WHO_ELSE_CLOSED, at__gte=lately).values_list("path", flat=True))
    closed = WhoElseRound.objects.filter(partnership_id=by.table, closed_at__gte=lately)
    waiting = [each for each in closed if path_of_round(each) not in told]
    for each in waiting:
        recipients = [Recipient(authority_id=by.authority_id, role=role) for role in WHO_NOMINATES]
        notify(NoticeKind.WHO_ELSE_CLOSED, path_of_round(each), recipients, by=by)
        audit.record(Event.ROUND_TOLD, about=each, by=by)
    return len(waiting)


def destroy_keys_of_closed_rounds(*, by: Actor) -> int:
    """Destroy the keys of the own authority's closed rounds once more; say how many."""
    by.must(Permission.NOMINATE)
    closed = WhoElseRound.objects.filter(authority_id=by.authority_id, closed_at__gte=timezone.now() - _LOOKED_BACK)
    for each in closed:
        _destroy_key(each)
    return len(closed)


def _call(function: str, round_id: UUID) -> bool:
    with connections[current_login()].cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s)", [round_id])
        row = cursor.fetchone()
    return bool(row and row[0])


def _commitments(each: WhoElseRound, by: Actor) -> dict[str, str]:
    """Give the own commitment, and one over those of all parties."""
    bound = commitments_of(each.pk)
    own = next((one.root for one in bound if one.authority_id == by.authority_id), b"")
    everybody = hashlib.sha256(b"".join(bytes(one.root) for one in bound)).hexdigest()
    return {"own": bytes(own).hex(), "all": everybody}


def _destroy_key(each: WhoElseRound) -> None:
    round_keys().destroy(each.authority_id, each.pk)
