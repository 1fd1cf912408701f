"""Where a visitor came from, and where the screens of signing in lead back to."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from rundbord.identity.passkeys import address_with_passkeys


def where_to(request: HttpRequest) -> str:
    """Give the page to go on to: one of Rundbord's own, or the start page."""
    where = request.POST.get("videre") or request.GET.get("videre") or "/"
    return where if url_has_allowed_host_and_scheme(where, allowed_hosts=None) else "/"


def address_of(request: HttpRequest) -> str:
    """Name the visitor's address: behind the proxy that https needs, the last noted: the others anybody can write."""
    noted = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return noted.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))


def elsewhere(request: HttpRequest) -> str:
    """Give the address at which passkeys work, where it is another than the visitor's: on this machine alone."""
    return (
        address_with_passkeys(f"{request.scheme}://{request.get_host()}")
        if settings.PASSKEY_ORIGIN != settings.ORIGIN
        else ""
    )
