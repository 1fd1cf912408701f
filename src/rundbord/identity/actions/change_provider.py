"""Saying where the authority's users sign in, and what its rights mean here."""

from __future__ import annotations

from dataclasses import asdict

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.audit import Event
from rundbord.identity.models import ExternalIdentity, IdentityProvider, Privilege, Unit, User
from rundbord.identity.rules import ProviderTerms, objections_to_provider, roles_of
from rundbord.identity.tokens import hash_of, new_token
from rundbord.identity.vocabulary import AuthorityKind, ProviderKind

NO_PROVIDER = "Skriv først, hvor I logger ind."
_MEANS_ALREADY = {"privilege_means_once": {"value": "Rettigheden giver allerede den rolle i enheden."}}


def set_provider(terms: ProviderTerms, *, by: Actor) -> None:
    """Set the own authority's provider, or raise Refused with every reason; it holds from the next sign-in."""
    by.must(Permission.ADMINISTER_USERS)
    reasons = objections_to_provider(
        terms, hosts=settings.PROVIDER_HOSTS, loopback=settings.PROVIDERS_MAY_BE_ON_LOOPBACK
    )
    if reasons:
        raise Refused(reasons)
    held = IdentityProvider.objects.filter(authority_id=by.authority_id, is_open=True).first()
    stays = held is not None and (terms.is_open, held.kind, held.issuer) == (True, ProviderKind.OIDC, terms.issuer)
    if held is not None and not stays:
        end_sessions_of(held)
    # What another address published of itself is forgotten with it.
    fresh = {"metadata": None, "published_keys": None, "fetched_at": None, "changed_at": timezone.now()}
    language = {"kind": ProviderKind.OIDC.value, "cvr": ""}
    provider, _ = IdentityProvider.objects.update_or_create(
        authority_id=by.authority_id, defaults={**asdict(terms), **fresh, **language}
    )
    audit.record(
        Event.PROVIDER_SET,
        about=provider,
        by=by,
        details={"is_open": terms.is_open, "local_sign_in": terms.local_sign_in.value},
    )


def set_privilege(value: str, *, unit: Unit, role: Role, by: Actor) -> Privilege:
    """Let a right of the provider mean a role in an own unit, or raise Refused."""
    by.must(Permission.ADMINISTER_USERS)
    if role not in roles_of(AuthorityKind(by.authority_kind)):
        raise Refused({"role": ["Rollen findes ikke i jeres type myndighed."]})
    if unit.closed_at is not None:
        raise Refused({"unit": ["Enheden er lukket."]})
    with refusing_collisions(_MEANS_ALREADY):
        privilege = Privilege.objects.create(authority_id=by.authority_id, value=value, unit=unit, role=role.value)
    audit.record(Event.PRIVILEGE_SET, about=privilege, by=by, details={"role": role.value, "unit": str(unit.pk)})
    return privilege


def strike_privilege(privilege: Privilege, *, by: Actor) -> None:
    """Let a right mean nothing more; whoever had the role by it loses it at the next sign-in."""
    by.must(Permission.ADMINISTER_USERS)
    audit.record(Event.PRIVILEGE_STRUCK, about=privilege, by=by, details={"role": privilege.role})
    privilege.delete()


def make_line_token(*, by: Actor) -> str:
    """Make what the authority's user administration proves itself by, and give it this once; an older one is over."""
    by.must(Permission.ADMINISTER_USERS)
    token = new_token()
    _set_line_token(hash_of(token), Event.LINE_TOKEN_MADE, by)
    return token


def strike_line_token(*, by: Actor) -> None:
    """Close the line of the authority's user administration."""
    by.must(Permission.ADMINISTER_USERS)
    _set_line_token(None, Event.LINE_TOKEN_STRUCK, by)


def end_sessions_of(held: IdentityProvider) -> None:
    """End all sessions of whoever comes from a provider that is no longer believed."""
    bound = ExternalIdentity.objects.filter(issuer=held.issuer, ended_at=None)
    User.objects.filter(pk__in=bound.values("user_id")).update(session_epoch=F("session_epoch") + 1)


def _set_line_token(token_hash: bytes | None, event: Event, by: Actor) -> None:
    provider = IdentityProvider.objects.filter(authority_id=by.authority_id).first()
    if provider is None:
        raise Refused(NO_PROVIDER)
    IdentityProvider.objects.filter(pk=provider.pk).update(
        line_token_hash=token_hash, line_token_made_at=timezone.now() if token_hash else None
    )
    audit.record(event, about=provider, by=by)
