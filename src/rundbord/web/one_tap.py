"""One tap: a small form without fields runs an action and leads back; a refusal is told there."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect

from rundbord.access.refusal import Refused
from rundbord.access.session import current_login
from rundbord.web.request import SignedInRequest


def one_tap(request: SignedInRequest, act: Callable[[], object], *, back: str) -> HttpResponse:
    """Act when it was sent, not when it was only opened."""
    if request.method == "POST":
        try:
            with transaction.atomic(using=current_login()):
                act()
        except Refused:
            return HttpResponseRedirect(f"{back}?afvist=1")
    return HttpResponseRedirect(back)
