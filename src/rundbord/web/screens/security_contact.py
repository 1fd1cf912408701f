"""Security contact — sikkerhedskontakt: where weaknesses are told, for whoever looks where all look (RFC 9116)."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils import timezone

from rundbord.web.request import PublicRequest
from rundbord.web.screen import public

# An address that nobody renews must lapse; a running installation renews it each day.
_HOLDS = timedelta(days=180)


@public()
def security_contact(request: PublicRequest) -> HttpResponse:
    """Tell the operator's address; missing where the operator named none."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    until = (timezone.now() + _HOLDS).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {until:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: da, en",
        f"Canonical: {settings.ORIGIN}/.well-known/security.txt",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
