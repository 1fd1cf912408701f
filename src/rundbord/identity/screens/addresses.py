"""The addresses that an authority's own people enter at their provider."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from rundbord.identity.providers import address_for_logouts, address_for_posts, name_of_us


def addresses_of_oidc(code: str) -> list[tuple[str, str]]:
    """Give them for OpenID Connect."""
    where = {
        "Adresse til svar (redirect URI)": reverse("identity:provider_answer", args=[code]),
        "Adresse til log ud (back-channel logout)": reverse("identity:provider_logout", args=[code]),
    }
    return [*((label, settings.ORIGIN + path) for label, path in where.items()), _line(code)]


def addresses_of_saml(code: str) -> list[tuple[str, str]]:
    """Give them for OIOSAML; the first one tells the provider all the others."""
    return [
        ("Rundbords metadata (entityID)", name_of_us(code)),
        ("Adresse til svar (ACS, HTTP-POST)", address_for_posts(code)),
        ("Adresse til log ud (HTTP-Redirect)", address_for_logouts(code)),
        _line(code),
    ]


def _line(code: str) -> tuple[str, str]:
    path = reverse("identity:line_users", args=[code]).removesuffix("/Users")
    return "Adresse til brugerstyring (SCIM)", settings.ORIGIN + path
