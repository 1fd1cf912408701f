"""Work of the worker: invitations find their readers in each seat's own name."""

from __future__ import annotations

from uuid import UUID

from procrastinate.contrib.django import app

from rundbord.access.actor import system_of
from rundbord.access.permissions import Permission
from rundbord.access.session import acting_for
from rundbord.meetings.actions.invite import FIND_INVITED, send_invitation
from rundbord.meetings.models import Meeting
from rundbord.meetings.queries.invitations import invitation_to
from rundbord.meetings.rules.invitations import Invitation
from rundbord.notices.jobs import TRY_AGAIN
from rundbord.notices.queries import Wanted, readers_with_mail

INVITE = "rundbord.meetings.invite"


@app.task(name=FIND_INVITED, retry=TRY_AGAIN)
def find_invited(*, authority_id: str, partnership_id: str, unit_id: str, meeting_id: str) -> None:
    """Order one mail for each reader of a seat who may open the meeting."""
    seated = UUID(authority_id)
    wanted = Wanted(opens=Permission.SEE_MEETINGS, unit_id=UUID(unit_id))
    with acting_for(system_of(seated, partnership_id=UUID(partnership_id))):
        for home, reader in readers_with_mail(seated, wanted):
            invite.defer(
                seated_id=authority_id,
                partnership_id=partnership_id,
                meeting_id=meeting_id,
                authority_id=str(home),
                user_id=str(reader),
            )


@app.task(name=INVITE, retry=TRY_AGAIN)
def invite(*, seated_id: str, partnership_id: str, meeting_id: str, authority_id: str, user_id: str) -> None:
    """Read the meeting in the name of the seat's authority, and mail it in the name of the reader's own."""
    invitation = _read(UUID(meeting_id), seated=UUID(seated_id), partnership=UUID(partnership_id))
    if invitation is None:
        return
    actor = system_of(UUID(authority_id))
    with acting_for(actor):
        send_invitation(invitation, UUID(user_id), by=actor)


def _read(meeting_id: UUID, *, seated: UUID, partnership: UUID) -> Invitation | None:
    """Give what a calendar is told; nothing once the authority has lost its seat."""
    with acting_for(system_of(seated, partnership_id=partnership)):
        meeting = Meeting.objects.filter(pk=meeting_id).first()
        return invitation_to(meeting) if meeting else None
