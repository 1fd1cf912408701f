"""Turning invitations into duties when the invited person signs in."""

from __future__ import annotations

from django.utils import timezone

from rundbord.identity.models import Duty, Invitation, User


def accept_invitations(user: User) -> None:
    """Give the duties that other authorities have offered to this sign-in name."""
    full_name = f"{user.sign_in_name}@{user.authority.code}"
    for invitation in Invitation.objects.filter(full_sign_in_name=full_name, accepted_at=None, withdrawn_at=None):
        Duty.objects.create(
            authority_id=invitation.authority_id,
            unit_id=invitation.unit_id,
            user=user,
            user_label=f"{user.name} ({user.authority.short_name})",
            role=invitation.role,
            starts_on=timezone.localdate(),
        )
        Invitation.objects.filter(pk=invitation.pk).update(accepted_at=timezone.now())
