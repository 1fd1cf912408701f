"""Accepting or declining a duty that another authority offers; nobody but the bearer of the name decides."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.access.session import AUTH, speaking_as
from rundbord.audit import Event
from rundbord.identity.models import NOT_ANSWERED, Duty, Invitation, User
from rundbord.identity.rules import objections_to_accepting, objections_to_declining


def accept_invitation(invitation: Invitation, *, by: Actor) -> None:
    """Take the duty from today; raise Refused when it is offered no more."""
    with speaking_as(AUTH), transaction.atomic(using=AUTH):
        offer = _held(invitation)
        is_closed = offer is not None and offer.unit.closed_at is not None
        if reasons := objections_to_accepting(is_waiting=offer is not None, is_unit_closed=is_closed):
            raise Refused(reasons)
        user = User.objects.select_related("authority").get(pk=by.user_id)
        duty = Duty.objects.create(
            authority_id=invitation.authority_id,
            unit_id=invitation.unit_id,
            user=user,
            user_label=f"{user.name} ({user.authority.short_name})",
            role=invitation.role,
            starts_on=timezone.localdate(),
        )
        Invitation.objects.filter(pk=invitation.pk).update(accepted_at=timezone.now())
        audit.record_at_the_door(
            Event.INVITATION_ACCEPTED,
            user=user.pk,
            authority=invitation.authority_id,
            details={"invitation": str(invitation.pk), "duty": str(duty.pk)},
        )
    audit.record(Event.INVITATION_ACCEPTED, about=invitation, by=by)


def decline_invitation(invitation: Invitation, *, by: Actor) -> None:
    """Say no: whoever invited is told that, and not by whom; raise Refused when it is offered no more."""
    with speaking_as(AUTH), transaction.atomic(using=AUTH):
        if reasons := objections_to_declining(is_waiting=_held(invitation) is not None):
            raise Refused(reasons)
        Invitation.objects.filter(pk=invitation.pk).update(declined_at=timezone.now())
        audit.record_at_the_door(
            Event.INVITATION_DECLINED,
            user=None,
            authority=invitation.authority_id,
            details={"invitation": str(invitation.pk)},
        )
    audit.record(Event.INVITATION_DECLINED, about=invitation, by=by)


def _held(invitation: Invitation) -> Invitation | None:
    """Find it still waiting and hold it until the answer stands, so that of two answers at once one counts."""
    waiting = Invitation.objects.select_related("unit").filter(pk=invitation.pk, **NOT_ANSWERED)
    return waiting.select_for_update(of=("self",)).first()
