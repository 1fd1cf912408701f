"""Attend — bevidne: where an authority's witness fetches the newest checkpoint and delivers its cosignature.

No session and no cookie: the address holds the witness's secret, what is handed out holds no personal data, and what is
handed in counts by its signature. So a request that somebody else's page makes a browser send can do no harm either.
"""

from __future__ import annotations

import re
from uuid import UUID

from django.http import HttpResponse

from rundbord.audit.witnessing import request_for, take_cosignature
from rundbord.web import PublicRequest, called_by_machine

_SIZE = re.compile(r"0|[1-9][0-9]{0,17}")
_MOST_BYTES = 16_384


@called_by_machine("GET", "POST")
def attend(request: PublicRequest, witness_id: UUID) -> HttpResponse:
    """Hand out on GET, take on POST; nobody's secret and a checkpoint that there is not look the same."""
    if request.method == "POST":
        return _take(request, witness_id)
    old = request.GET.get("old", "0")
    if not _SIZE.fullmatch(old):
        return _answer("", status=400)
    handed = request_for(witness_id, old=int(old))
    return _answer("", status=404) if handed is None else _answer(handed)


def _take(request: PublicRequest, witness_id: UUID) -> HttpResponse:
    size = request.GET.get("size", "")
    if not _SIZE.fullmatch(size) or int(request.headers.get("Content-Length") or 0) > _MOST_BYTES:
        return _answer("", status=400)
    try:
        lines = request.body.decode()
    except UnicodeDecodeError:
        return _answer("", status=400)
    is_taken = take_cosignature(witness_id, size=int(size), lines=lines)
    return _answer("", status=200 if is_taken else 422)


def _answer(text: str, *, status: int = 200) -> HttpResponse:
    return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")
