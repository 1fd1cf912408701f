"""Telling the young person and the family that a file is kept — orientér; or putting it off until a day."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.concerns.actions.give_notice import add_notice, refuse_wrong_notice
from rundbord.concerns.actions.writing import held
from rundbord.concerns.models import FamilyNotice, YoungPerson
from rundbord.concerns.queries.standing import newest_notice, notice_standing
from rundbord.concerns.rules.approving import objections_to_approval
from rundbord.concerns.rules.notices import Notice
from rundbord.concerns.vocabulary import NoticeState


def tell_family(person: YoungPerson, notice: Notice, *, by: Actor) -> FamilyNotice:
    """Note that they have been told, or why not yet; what was said before stays in the file."""
    file = held(person, by=by)
    if objections := refuse_wrong_notice(notice):
        raise Refused(objections)
    row = add_notice(file, notice, by=by)
    event = Event.FAMILY_TOLD if notice.state is NoticeState.GIVEN else Event.NOTICE_DEFERRED
    audit.record(event, about=file, by=by)
    return row


def approve_deferral(person: YoungPerson, *, by: Actor) -> FamilyNotice:
    """Approve the newest deferral, which somebody else has written."""
    by.must(Permission.APPROVE_PRIVATE)
    notice = newest_notice(person)
    writer = str(notice.written_by) if notice else ""
    standing = notice_standing(notice)
    objections = objections_to_approval(writer=writer, approver=str(by.user_id), standing=standing)
    if notice is None or objections:
        raise Refused(objections)
    notice.approved_at, notice.approved_by, notice.approved_label = timezone.now(), by.user_id, by.user_name
    notice.save(update_fields=["approved_at", "approved_by", "approved_label"])
    audit.record(Event.DEFERRAL_APPROVED, about=person, by=by)
    return notice
