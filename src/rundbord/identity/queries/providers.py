"""An authority's own identity provider, what its rights mean, and which users come from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.roles import Role
from rundbord.access.session import AUTH, speaking_as
from rundbord.identity.models import Authority, Duty, ExternalIdentity, IdentityProvider, Privilege, SignIn, User
from rundbord.identity.rules import is_code, subject_as_kept
from rundbord.identity.vocabulary import LocalSignIn, ProviderKind
from rundbord.web.keyset import KeysetPage, keyset_page


@dataclass(frozen=True, kw_only=True)
class Bound:
    """One page of users, and how many open users come from the provider or do not."""

    page: KeysetPage[Any]
    count: int
    not_bound: int


def own_provider(actor: Actor) -> IdentityProvider | None:
    """Find the own authority's provider."""
    return IdentityProvider.objects.select_related("authority").filter(authority_id=actor.authority_id).first()


def own_privileges(actor: Actor) -> list[Privilege]:
    """List what rights of the provider mean, by their names."""
    return list(
        Privilege.objects.select_related("unit")
        .filter(authority_id=actor.authority_id)
        .order_by("value", "unit__name", "role")
    )


def own_privilege(privilege_id: UUID) -> Privilege:
    """Find one, or raise Http404."""
    found = Privilege.objects.select_related("unit").filter(pk=privilege_id).first()
    if found is None:
        raise Http404
    return found


def bound_users(provider: IdentityProvider, *, after: str = "", before: str = "") -> Bound:
    """List open users who come from the provider, by name, a page at a time, each with when it last spoke of them."""
    held = ExternalIdentity.objects.filter(user_id=OuterRef("pk"), issuer=provider.issuer, ended_at=None)
    users = User.objects.filter(closed_at=None)
    bound = users.filter(Exists(held))
    told = bound.annotate(heard_at=Subquery(held.values("heard_at")[:1]))
    page: KeysetPage[Any] = keyset_page(told, order=("sort_key", "id"), after=after, before=before)
    return Bound(page=page, count=bound.count(), not_bound=users.exclude(Exists(held)).count())


def identity_of(user: User) -> ExternalIdentity | None:
    """Find by which name a user of the own authority is known at the provider."""
    return ExternalIdentity.objects.filter(user_id=user.pk, ended_at=None).order_by("-made_at").first()


def authorities_with_provider() -> list[Authority]:
    """List the authorities whose users sign in through their own provider, by name; anybody may know."""
    with speaking_as(AUTH):
        return list(Authority.objects.filter(provider__is_open=True).order_by("name"))


def provider_at_the_door(code: str) -> IdentityProvider | None:
    """Find the open provider of the authority with this code."""
    if not is_code(code):
        return None
    with speaking_as(AUTH):
        return IdentityProvider.objects.select_related("authority").filter(authority__code=code, is_open=True).first()


def provider_in_metadata(code: str) -> IdentityProvider | None:
    """Find the OIOSAML provider of the authority with this code, open or not: it must know us before it is opened."""
    if not is_code(code):
        return None
    with speaking_as(AUTH):
        spoken = IdentityProvider.objects.select_related("authority").filter(kind=ProviderKind.SAML)
        return spoken.filter(authority__code=code).first()


def provider_of(sign_in: SignIn) -> IdentityProvider | None:
    """Find the provider that vouched for a session, where it is still open under the same issuer."""
    if sign_in.identity_id is None:
        return None
    with speaking_as(AUTH):
        return (
            IdentityProvider.objects.select_related("authority")
            .filter(
                authority__users=sign_in.user_id,
                is_open=True,
                issuer__in=ExternalIdentity.objects.filter(pk=sign_in.identity_id).values("issuer"),
            )
            .first()
        )


def may_sign_in_locally(user: User) -> bool:
    """Tell whether a user may come in by password: not where that is for emergencies, but for administrators."""
    with speaking_as(AUTH):
        provider = IdentityProvider.objects.filter(authority_id=user.authority_id, is_open=True).first()
        if provider is None or provider.local_sign_in != LocalSignIn.EMERGENCY:
            return True
        held = Duty.objects.filter(user_id=user.pk, authority_id=user.authority_id, role=Role.ADMINISTRATOR)
        return any(duty.holds_on(timezone.localdate()) for duty in held)


def code_of(actor: Actor) -> str:
    """Give the code of the own authority."""
    return Authority.objects.values_list("code", flat=True).get(pk=actor.authority_id)


def provider_with_line(code: str) -> IdentityProvider | None:
    """Find the provider of the authority with this code, where its user administration has a line."""
    if not is_code(code):
        return None
    with speaking_as(AUTH):
        return IdentityProvider.objects.filter(authority__code=code).exclude(line_token_hash=None).first()


def told_user(user_id: UUID) -> ExternalIdentity | None:
    """Find one user of the authority in context whom its provider knows."""
    return _told().filter(user_id=user_id).first()


def told_users(wanted: tuple[str, str] | None, *, start: int, count: int) -> tuple[list[ExternalIdentity], int]:
    """List those users, or the ones of a name or identity, from a place on; and say how many there are."""
    found = _told()
    if wanted is not None:
        name, value = wanted
        found = found.filter(told_name=value.lower()) if name == "username" else found.filter(subject=_as_kept(value))
    return list(found.order_by("made_at", "id")[start : start + count]), found.count()


def _as_kept(subject: str) -> str:
    """Give a subject in the form of the provider in context; what has none there is found as little as before."""
    provider = IdentityProvider.objects.first()
    return subject_as_kept(subject, kind=ProviderKind(provider.kind)) if provider else subject


def _told() -> QuerySet[ExternalIdentity]:
    current = IdentityProvider.objects.filter(issuer=OuterRef("issuer"))
    return ExternalIdentity.objects.select_related("user").filter(Exists(current), ended_at=None)
