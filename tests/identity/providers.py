"""Authorities with identity providers of their own, for tests: how one is set, and what its rights mean."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rundbord.access.actor import Actor
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.identity import actions
from rundbord.identity.models import IdentityProvider, Unit
from rundbord.identity.rules import ProviderTerms, SamlTerms
from rundbord.identity.vocabulary import LocalSignIn
from tests.database import as_owner

ISSUER = "https://login.gladsaxe.example"
SUBSTANTIAL, HIGH = "https://data.gov.dk/concept/core/nsis/Substantial", "https://data.gov.dk/concept/core/nsis/High"
TERMS = ProviderTerms(
    issuer=ISSUER,
    client_id="rundbord",
    subject_claim="sub",
    level_claim="acr",
    substantial_value=SUBSTANTIAL,
    high_value=HIGH,
    privilege_claim="roles",
    local_sign_in=LocalSignIn.EVERYBODY,
    is_open=True,
)

SAML_TERMS = SamlTerms(cvr="12345678", gives_rights=True, local_sign_in=LocalSignIn.EVERYBODY, is_open=True)


def set_provider(by: Actor, **changed: Any) -> IdentityProvider:
    """Let the administrator set the authority's provider."""
    with acting_for(by):
        actions.set_provider(replace(TERMS, **changed), by=by)
    with as_owner():
        return IdentityProvider.objects.select_related("authority").get(pk=by.authority_id)


def set_saml_provider(by: Actor, metadata: str, **changed: Any) -> IdentityProvider:
    """Let the administrator put in what a provider that speaks OIOSAML says of itself."""
    with acting_for(by):
        actions.set_saml_provider(replace(SAML_TERMS, **changed), metadata, by=by)
    with as_owner():
        return IdentityProvider.objects.select_related("authority").get(pk=by.authority_id)


def means(value: str, unit: Unit, role: Role, *, by: Actor) -> None:
    """Let the administrator say what a right means."""
    with acting_for(by):
        actions.set_privilege(value, unit=unit, role=role, by=by)
