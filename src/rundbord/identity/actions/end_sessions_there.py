"""Ending sessions because the provider says that they are over there."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from rundbord import audit
from rundbord.access.refusal import Refused
from rundbord.access.session import AUTH, speaking_as
from rundbord.audit import Event
from rundbord.identity.models import IdentityProvider, SignIn
from rundbord.identity.providers import ProviderSilent, Unbelievable, ended_there, logged_out_there
from rundbord.identity.rules import CLOCKS_DIFFER


def end_sessions_there(token: str, provider: IdentityProvider) -> int:
    """End the sessions that a logout token names and say how many; an old token ends none that began after it."""
    try:
        ended = ended_there(token, provider)
    except (ProviderSilent, Unbelievable) as doubt:
        raise Refused(str(doubt)) from doubt
    # Both must fit where both are told (Back-Channel Logout 2.6).
    whose = {"provider_session": ended.session, "identity__subject": ended.subject}
    return _end({name: told for name, told in whose.items() if told}, ended.said_at, provider)


def end_sessions_by_address(query: str, provider: IdentityProvider) -> str:
    """End the sessions that a SAML logout request in an address names, and say which request it was."""
    try:
        ended = logged_out_there(query, provider)
    except (ProviderSilent, Unbelievable) as doubt:
        raise Refused(str(doubt)) from doubt
    named: dict[str, object] = {"provider_session__in": ended.sessions} if ended.sessions else {}
    _end({"told_as__value": ended.name, **named}, ended.said_at, provider)
    return ended.request


def _end(named: dict[str, object], said_at: datetime, provider: IdentityProvider) -> int:
    with speaking_as(AUTH), transaction.atomic(using=AUTH):
        found = SignIn.objects.filter(
            **named,
            identity__authority_id=provider.authority_id,
            identity__issuer=provider.issuer,
            started_at__lte=said_at + CLOCKS_DIFFER,
            ended_at=None,
        )
        users = list(found.values_list("pk", "user_id"))
        SignIn.objects.filter(pk__in=[pk for pk, _ in users]).update(ended_at=timezone.now())
        for user_id in {user_id for _, user_id in users}:
            audit.record_at_the_door(
                Event.SESSION_ENDED,
                user=user_id,
                authority=provider.authority_id,
                details={"count": sum(1 for _, each in users if each == user_id), "by_provider": True},
            )
    return len(users)
