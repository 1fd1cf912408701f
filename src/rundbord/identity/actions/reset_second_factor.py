"""Starting again after a lost device: a link that an administrator made, and the user's own password, both."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from rundbord import audit
from rundbord.access.refusal import Refused
from rundbord.access.session import AUTH, speaking_as
from rundbord.audit import Event
from rundbord.identity.actions.attempts import note_attempt, refuse_when_throttled
from rundbord.identity.actions.choose_password import USED_UP, open_link
from rundbord.identity.actions.password import is_right_password
from rundbord.identity.models import CodeApp, OneTimeLink, Passkey, RecoveryCode, SignIn, User
from rundbord.identity.vocabulary import LinkKind

NOT_YOURS = "Adgangskoden er forkert. Er den også glemt, så bed din administrator om et link til den først."


def reset_second_factor(token: str, password: str, *, address: str) -> None:
    """Take away all that the user could prove a second time, and end every session; raise Refused.

    Neither the link nor the password does it alone: an administrator does not become a user by making a link.
    """
    with speaking_as(AUTH):
        link = open_link(token, kind=LinkKind.SECOND_FACTOR)
        if link is None:
            raise Refused(USED_UP)
        name = f"second-factor:{link.user_id}"
        refuse_when_throttled(name, address)
        is_right = is_right_password(link.user, password)
        note_attempt(name, address, succeeded=is_right)
        if not is_right:
            audit.record_at_the_door(Event.PROOF_FAILED, user=link.user_id, authority=link.user.authority_id)
            raise Refused({"password": [NOT_YOURS]})
        with transaction.atomic(using=AUTH):
            _use_up(link)
            _start_again(link.user)


def _use_up(link: OneTimeLink) -> None:
    now = timezone.now()
    if not OneTimeLink.objects.filter(pk=link.pk, used_at=None).update(used_at=now):
        raise Refused(USED_UP)
    OneTimeLink.objects.filter(user=link.user, kind=link.kind, used_at=None).update(used_at=now)


def _start_again(user: User) -> None:
    for table in (Passkey, CodeApp, RecoveryCode):
        table.objects.filter(user_id=user.pk).delete()
    SignIn.objects.filter(user=user, ended_at=None).update(ended_at=timezone.now())
    User.objects.filter(pk=user.pk).update(session_epoch=F("session_epoch") + 1)
    audit.record_at_the_door(Event.SECOND_FACTOR_RESET, user=user.pk, authority=user.authority_id)
