"""Letting a colleague or a unit reach a file — tildel; and handing the file over to another responsible."""

from __future__ import annotations

from uuid import UUID

from django.db import connections
from django.http import Http404
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.session import current_login
from rundbord.audit import Event
from rundbord.concerns.actions.telling import tell
from rundbord.concerns.actions.writing import held, part
from rundbord.concerns.models import Assignment, YoungPerson
from rundbord.concerns.queries.assignable import Assignable
from rundbord.concerns.rules.words import FEWEST_LETTERS
from rundbord.identity.models import Unit
from rundbord.letters import letters_in
from rundbord.notices.vocabulary import NoticeKind

NO_REASON = "Skriv kort, hvorfor kollegaen har brug for sagen (forvaltningslovens § 32)."


def assign_file(person: YoungPerson, *, to: Assignable | Unit, reason: str, by: Actor) -> Assignment:
    """Let a colleague, or all who work with concerns in a unit of the own authority, reach a file until it is ended."""
    file = held(person, by=by)
    _refuse_without_reason(reason)
    if isinstance(to, Unit) and to.authority_id != by.authority_id:
        raise Refused("Andre myndigheder får intet ved en tildeling. Giv oplysninger videre i stedet.")
    reached = {"unit": to, "label": to.name} if isinstance(to, Unit) else {"user_id": to.user_id, "label": to.label}
    given = Assignment.objects.create(
        **part(file),
        **reached,
        reason=reason.strip(),
        given_at=timezone.now(),
        given_by=by.user_id,
        given_label=by.user_name,
    )
    audit.record(Event.FILE_ASSIGNED, about=file, by=by)
    if isinstance(to, Assignable):
        tell(NoticeKind.FILE_ASSIGNED, file, user_id=to.user_id, by=by)
    return given


def end_assignment(assignment_id: UUID, *, by: Actor) -> Assignment:
    """End it: from the next request on the file is not found any more; twice is once."""
    by.must(Permission.WORK_CONCERNS)
    given = Assignment.objects.select_for_update().filter(pk=assignment_id).first()
    if given is None:
        raise Http404
    if given.ended_at is None:
        given.ended_at = timezone.now()
        given.save(update_fields=["ended_at"])
        audit.record(Event.ASSIGNMENT_ENDED, about=given.person, by=by)
    return given


def hand_over_file(person: YoungPerson, *, to: Assignable, reason: str, by: Actor) -> None:
    """Give the file with all that is open on it to another responsible of the own authority, in this transaction.

    In another unit the former unit reaches it no more; the log keeps who had it.
    """
    file = held(person, by=by)
    _refuse_without_reason(reason)
    audit.record(Event.FILE_HANDED_OVER, about=file, by=by, details={"unit": str(to.unit_id)})
    tell(NoticeKind.FILE_HANDED_OVER, file, user_id=to.user_id, by=by)
    with connections[current_login()].cursor() as cursor:
        cursor.execute("SELECT ctx.hand_over_file(%s, %s, %s, %s)", [file.pk, to.unit_id, to.user_id, to.label])
        if cursor.fetchone() != (True,):
            raise Refused({"to": ["Kollegaen har ingen funktion i den enhed i dag."]})


def _refuse_without_reason(reason: str) -> None:
    if letters_in(reason) < FEWEST_LETTERS:
        raise Refused({"reason": [NO_REASON]})
