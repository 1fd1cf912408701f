"""Health — helbred: whether the server answers, reaches its database and agrees with it on the time; no more."""

from __future__ import annotations

import time

import structlog
from django.db import connection
from django.http import HttpResponse

from rundbord.web.request import PublicRequest
from rundbord.web.screen import called_by_machine

# A signed context lives for a minute (access.signed_context): a clock half of that behind has users refused.
MOST_SECONDS_APART = 30
_NOT_WELL = 503
_PLAIN = "text/plain; charset=utf-8"


@called_by_machine("GET", "HEAD")
def health(request: PublicRequest) -> HttpResponse:
    """Answer "ok" when the database does; 503 on a clock that differs from its, so that a proxy passes the host by."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT extract(epoch FROM clock_timestamp())")
        apart = abs(time.time() - float(cursor.fetchone()[0]))
    if apart > MOST_SECONDS_APART:
        structlog.get_logger("rundbord.web").error("clock", seconds_apart=round(apart))
        return HttpResponse("ur", status=_NOT_WELL, content_type=_PLAIN)
    return HttpResponse("ok", content_type=_PLAIN)
