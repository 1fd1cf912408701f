"""Health — helbred: whether the server answers and reaches its database; says nothing else."""

from __future__ import annotations

from django.db import connection
from django.http import HttpResponse

from rundbord.web.request import PublicRequest
from rundbord.web.screen import public


@public()
def health(request: PublicRequest) -> HttpResponse:
    """Answer "ok" when the database does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")
