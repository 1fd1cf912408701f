"""Error pages: Danish, calm, and alike for what is hidden and what is missing."""

from __future__ import annotations

import errno
import sys

import structlog
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rundbord.keys.core.trouble import StoreUnusable
from rundbord.web.sent_again import sent_in

# Seconds after which a browser or a proxy may try again.
_SOON = "5"
# What a disk says that is full, or a volume that is away: the key store lies on one.
_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.ESTALE})


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request could not be read."""
    _note("unreadable", type(exception).__name__)
    return render(request, "ui/errors/400.html", status=400)


def not_permitted(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: the role does not carry the act."""
    return render(request, "ui/errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: missing, or out of reach; nobody can tell which."""
    return render(request, "ui/errors/404.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """500: the fault is ours; 503 where database or key store is away or full. What was sent comes back."""
    offer = {"sent": sent_in(request)}
    # Django asks for this page while it handles what went wrong.
    if not _passes(sys.exc_info()[1]):
        return render(request, "ui/errors/500.html", offer, status=500)
    response = render(request, "ui/errors/503.html", offer, status=503)
    response["Retry-After"] = _SOON
    return response


def _passes(trouble: BaseException | None) -> bool:
    if isinstance(trouble, OSError):
        return trouble.errno in _DISK
    return isinstance(trouble, OperationalError | InterfaceError | StoreUnusable)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 from the form check: the form was too old, or came from elsewhere."""
    _note("form check", reason)
    return render(request, "ui/errors/expired.html", status=403)


def _note(what: str, why: str) -> None:
    """Tell the operator's log of what may be an attempt to get round a control; nothing of the request itself."""
    structlog.get_logger("rundbord.web").warning("turned away", what=what, why=why)
