"""The same two steps in either language: to the provider, and back with an assertion."""

from __future__ import annotations

from collections.abc import Mapping

from rundbord.identity.models import IdentityProvider
from rundbord.identity.providers import saml, signing_in
from rundbord.identity.providers.question import Question
from rundbord.identity.rules import Assertion
from rundbord.identity.vocabulary import ProviderKind


def where_to_ask(provider: IdentityProvider, question: Question) -> str:
    """Give the address that somebody is sent to; raise ProviderSilent."""
    ask = saml.where_to_ask if speaks_saml(provider) else signing_in.where_to_ask
    return ask(provider, question)


def answer_to(question: Question, provider: IdentityProvider, told: Mapping[str, str]) -> Assertion:
    """Make an assertion of the answer, or raise Unbelievable with the reason, or ProviderSilent."""
    read = saml.answer_to if speaks_saml(provider) else signing_in.answer_to
    return read(question, provider, told)


def speaks_saml(provider: IdentityProvider) -> bool:
    """Tell whether a provider speaks OIOSAML."""
    return provider.kind == ProviderKind.SAML
