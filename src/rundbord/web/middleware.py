"""Middleware without users: a number for each request, and no copy of a page anywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast
from uuid import uuid4

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, QueryDict

from rundbord.web.request import PublicRequest
from rundbord.web.unseen import holds_unseen, without_unseen

Next = Callable[[HttpRequest], HttpResponseBase]

_PERMISSIONS = "camera=(), microphone=(), geolocation=(self), payment=(), usb=()"


class CleanWords:
    """Take out of every field what nobody types and nobody sees, before any form reads it: NUL, which no table takes,
    halves of letters, and signs that turn the direction of reading, so that a text reads otherwise than it is."""

    def __init__(self, get_response: Next) -> None:
        """Remember what comes next."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Exchange the fields only where there is something to take out."""
        if _is_unclean(request.GET):
            _note_unseen("address")
            request.GET = _cleaned(request.GET)  # type: ignore[assignment]
        if request.method == "POST" and _is_unclean(request.POST):
            _note_unseen("form")
            request.POST = _cleaned(request.POST)  # type: ignore[assignment]
        return self.get_response(request)


def _note_unseen(where: str) -> None:
    structlog.get_logger("rundbord.web").warning("turned away", what="unseen signs", why=where)


def _is_unclean(fields: QueryDict) -> bool:
    return any(holds_unseen(text) for name, values in fields.lists() for text in (name, *map(str, values)))


def _cleaned(fields: QueryDict) -> QueryDict:
    plain = QueryDict(mutable=True, encoding=fields.encoding)
    for name, values in fields.lists():
        plain.setlistdefault(without_unseen(name)).extend(without_unseen(str(value)) for value in values)
    plain._mutable = False
    return plain


class NumberRequest:
    """Give each request a random number and bind it to the log lines it causes."""

    def __init__(self, get_response: Next) -> None:
        """Remember what comes next."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Number the request and write one log line without query string or body."""
        number = uuid4()
        cast(PublicRequest, request).number = number
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request=str(number))
        response = self.get_response(request)
        match = request.resolver_match
        structlog.get_logger("rundbord.web").info(
            "request", method=request.method, screen=match.view_name if match else None, status=response.status_code
        )
        return response


class ForbidStorage:
    """Forbid every cache to keep a page, and set the headers that Django has no setting for (security §4.6)."""

    def __init__(self, get_response: Next) -> None:
        """Remember what comes next."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Add the headers to every page; static files are answered before this and may be kept."""
        response = self.get_response(request)
        response["Cache-Control"] = "no-store"
        response["Permissions-Policy"] = _PERMISSIONS
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        response["Referrer-Policy"] = settings.SECURE_REFERRER_POLICY
        return response
