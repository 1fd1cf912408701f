"""Inviting by mail: each reader's own calendar gets the meeting, its new time or its cancelling (RFC 6047)."""

from __future__ import annotations

from email.utils import parseaddr
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from procrastinate.contrib.django import app

from rundbord.access.actor import Actor
from rundbord.meetings.models import Meeting
from rundbord.meetings.rules.invitations import TITLE, Invitation, Mailed, as_calendar, method_of
from rundbord.notices.actions.send_mail import address_of, post
from rundbord.partnership.queries import seats_of

FIND_INVITED = "rundbord.meetings.find_invited"
TEXT = """{what}

Se det i Rundbord:
{link}

Af hensyn til fortroligheden står dagsordenen kun i Rundbord.
"""
_CALLED = "Din enhed er indkaldt til et møde. Tid og sted står i den vedhæftede kalenderindkaldelse."
_MOVED = "Et møde er flyttet. Den nye tid står i den vedhæftede kalenderindkaldelse."
_CANCELLED = "Et møde er aflyst. Den vedhæftede kalenderbesked fjerner det fra din kalender."


def order_invitations(meeting: Meeting, *, by: Actor) -> None:
    """Order one search for readers a seat, in the running transaction; the job carries identifiers alone."""
    job = app.configure_task(FIND_INVITED)
    for seat in seats_of(meeting.forum):
        job.defer(
            authority_id=str(seat.authority_id),
            partnership_id=str(by.table),
            unit_id=str(seat.unit_id),
            meeting_id=str(meeting.pk),
        )


def send_invitation(invitation: Invitation, user_id: UUID, *, by: Actor) -> bool:
    """Mail the meeting as it stands to a colleague with an address; tell whether one was sent."""
    address = address_of(user_id, by=by)
    if address:
        post(_mail(invitation, Mailed(sender=parseaddr(settings.DEFAULT_FROM_EMAIL)[1], reader=address)))
    return bool(address)


def _mail(invitation: Invitation, mailed: Mailed) -> EmailMultiAlternatives:
    text = TEXT.format(what=_what_happened(invitation), link=invitation.link)
    mail = EmailMultiAlternatives(TITLE, text, to=[mailed.reader])
    method = method_of(invitation, mailed)
    mail.attach_alternative(as_calendar(invitation, mailed).decode(), f"text/calendar; method={method}")
    return mail


def _what_happened(invitation: Invitation) -> str:
    if invitation.is_cancelled:
        return _CANCELLED
    return _MOVED if invitation.sequence else _CALLED
