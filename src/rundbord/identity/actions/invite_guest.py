"""Offering a duty to a user of another authority, and taking the offer back."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.audit import Event
from rundbord.identity.models import Authority, Invitation, Unit
from rundbord.identity.rules import is_full_sign_in_name, roles_of
from rundbord.identity.vocabulary import AuthorityKind

NOT_A_NAME = "Skriv hele brugernavnet, for eksempel koordinator@gladsaxe."
OWN_USER = "Det er jeres egen bruger. Giv funktionen på brugerens side."


def invite_guest(full_sign_in_name: str, *, unit: Unit, role: Role, by: Actor) -> Invitation:
    """Invite whoever bears the name; the answer is the same whether anybody does."""
    by.must(Permission.ADMINISTER_USERS)
    name = full_sign_in_name.strip().lower()
    own_code = Authority.objects.get(pk=by.authority_id).code
    checks = [
        ("full_sign_in_name", NOT_A_NAME, not is_full_sign_in_name(name)),
        ("full_sign_in_name", OWN_USER, name.endswith(f"@{own_code}")),
        ("role", "Rollen findes ikke i jeres type myndighed.", role not in roles_of(AuthorityKind(by.authority_kind))),
        ("role", "En gæst kan ikke administrere jeres brugere.", role == Role.ADMINISTRATOR),
        ("unit", "Enheden er lukket.", unit.closed_at is not None),
    ]
    if reasons := {field: [sentence] for field, sentence, applies in reversed(checks) if applies}:
        raise Refused(reasons)
    invitation = Invitation.objects.create(
        authority_id=by.authority_id, unit=unit, role=role, full_sign_in_name=name, made_by=by.user_id
    )
    audit.record(Event.GUEST_INVITED, about=invitation, by=by)
    return invitation


def withdraw_invitation(invitation: Invitation, *, by: Actor) -> None:
    """Take back an invitation that nobody has accepted."""
    by.must(Permission.ADMINISTER_USERS)
    Invitation.objects.filter(pk=invitation.pk, accepted_at=None).update(withdrawn_at=timezone.now())
    audit.record(Event.INVITATION_WITHDRAWN, about=invitation, by=by)
