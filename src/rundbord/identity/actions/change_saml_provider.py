"""Saying that the authority's users sign in by OIOSAML, and by which certificates the provider is known."""

from __future__ import annotations

from typing import Any, cast

from django.conf import settings
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.actions.change_provider import end_sessions_of
from rundbord.identity.models import Authority, IdentityProvider
from rundbord.identity.providers import Unbelievable, name_of_us, read_apart
from rundbord.identity.rules import SamlTerms, objections_to_saml_provider, sentence_for_doubt
from rundbord.identity.saml.names import LEVEL, PRIVILEGES, UUID
from rundbord.identity.saml.told import ToldOfProvider
from rundbord.identity.vocabulary import ProviderKind

NO_METADATA = "Sæt metadata fra jeres log ind ind."


def set_saml_provider(terms: SamlTerms, metadata: str, *, by: Actor) -> None:
    """Set the own authority's provider, or raise Refused with every reason; without metadata the held ones stay."""
    by.must(Permission.ADMINISTER_USERS)
    held = IdentityProvider.objects.filter(authority_id=by.authority_id).first()
    told = _told(metadata) if metadata.strip() else _held(held)
    reasons = objections_to_saml_provider(
        terms, told, hosts=settings.PROVIDER_HOSTS, loopback=settings.PROVIDERS_MAY_BE_ON_LOOPBACK
    )
    if reasons:
        raise Refused(reasons)
    if held is not None and held.is_open and not _is_same(held, told, terms):
        end_sessions_of(held)
    provider, _ = IdentityProvider.objects.update_or_create(
        authority_id=by.authority_id, defaults=_columns(terms, told, by)
    )
    audit.record(
        Event.PROVIDER_SET,
        about=provider,
        by=by,
        details={
            "is_open": terms.is_open,
            "local_sign_in": terms.local_sign_in.value,
            "certificates": len(told["certificates"]),
        },
    )


def _told(metadata: str) -> ToldOfProvider:
    try:
        return cast(ToldOfProvider, read_apart("metadata", metadata.strip().encode()))
    except Unbelievable as doubt:
        raise Refused({"metadata": [sentence_for_doubt(str(doubt))]}) from doubt


def _held(held: IdentityProvider | None) -> ToldOfProvider:
    if held is None or held.kind != ProviderKind.SAML:
        raise Refused({"metadata": [NO_METADATA]})
    metadata, keys = cast("dict[str, Any]", held.metadata), cast("dict[str, Any]", held.published_keys)
    return cast(ToldOfProvider, {"entity": held.issuer, **metadata, **keys})


def _is_same(held: IdentityProvider, told: ToldOfProvider, terms: SamlTerms) -> bool:
    """Tell whether whoever came in until now would come in still."""
    return terms.is_open and (held.kind, held.issuer, held.cvr) == (ProviderKind.SAML, told["entity"], terms.cvr)


def _columns(terms: SamlTerms, told: ToldOfProvider, by: Actor) -> dict[str, Any]:
    now = timezone.now()
    return {
        "kind": ProviderKind.SAML.value,
        "issuer": told["entity"],
        "client_id": name_of_us(Authority.objects.values_list("code", flat=True).get(pk=by.authority_id)),
        "subject_claim": UUID,
        "level_claim": LEVEL,
        "substantial_value": "Substantial",
        "high_value": "High",
        "privilege_claim": PRIVILEGES if terms.gives_rights else "",
        "cvr": terms.cvr,
        "local_sign_in": terms.local_sign_in.value,
        "is_open": terms.is_open,
        "metadata": {name: told[name] for name in ("ask_at", "logout_at", "logout_answers_at")},  # type: ignore[literal-required]
        "published_keys": {"certificates": told["certificates"]},
        "fetched_at": now,
        "changed_at": now,
    }
