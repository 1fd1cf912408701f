"""Acting for somebody else: the old session ends, a new one begins."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from rundbord.access.session import AUTH, speaking_as
from rundbord.identity.actions.take_seat import Vouched, take_seat
from rundbord.identity.models import SignIn
from rundbord.identity.queries import Seat
from rundbord.identity.vocabulary import Proof


def switch_seat(sign_in: SignIn, seat: Seat) -> str:
    """End the session and give the token of a new one in the chosen seat; what was proved, and when, goes along."""
    with speaking_as(AUTH), transaction.atomic(using=AUTH):
        SignIn.objects.filter(pk=sign_in.pk, ended_at=None).update(ended_at=timezone.now())
        vouched = Vouched(identity_id=sign_in.identity_id, session=sign_in.provider_session, told_as=sign_in.told_as)
        return take_seat(sign_in.user, seat, proof=Proof(sign_in.proof), proved_at=sign_in.proved_at, vouched=vouched)
