"""One request to a provider: to a host that the operator named, bounded in time and size, and no redirect followed."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from urllib3 import PoolManager, Timeout
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse
from urllib3.util import make_headers

from rundbord.identity.rules import is_askable

_MOST_BYTES = 512 * 1024
_MOST_SECONDS = 10.0
_CHUNK = 16 * 1024
_OK = 200


class ProviderSilent(Exception):
    """The provider gave nothing that could be read."""


def ask(
    url: str, *, fields: Mapping[str, str] | None = None, credentials: tuple[str, str] | None = None
) -> dict[str, Any]:
    """Get, or post `fields`, and give the answer's JSON object; raise ProviderSilent."""
    if not may_ask(url):
        raise ProviderSilent("forbidden")
    ends_at = time.monotonic() + _MOST_SECONDS
    try:
        with PoolManager(num_pools=1, timeout=Timeout(connect=3.0, read=5.0), retries=False) as pool:
            response = pool.request(
                "POST" if fields else "GET",
                url,
                body=urlencode(fields) if fields else None,
                headers=_headers(credentials, is_form=bool(fields)),
                redirect=False,
                preload_content=False,
            )
            return _read(response, ends_at)
    except (HTTPError, OSError) as error:
        raise ProviderSilent("unreachable") from error


def may_ask(url: str) -> bool:
    """Tell whether the operator named the host."""
    return is_askable(url, hosts=settings.PROVIDER_HOSTS, loopback=settings.PROVIDERS_MAY_BE_ON_LOOPBACK)


def _headers(credentials: tuple[str, str] | None, *, is_form: bool) -> dict[str, str]:
    proof = make_headers(basic_auth=":".join(credentials)) if credentials else {}
    form = {"Content-Type": "application/x-www-form-urlencoded"} if is_form else {}
    return {"Accept": "application/json", "User-Agent": "Rundbord", **form, **proof}


def _read(response: BaseHTTPResponse, ends_at: float) -> dict[str, Any]:
    content = bytearray()
    while piece := response.read(_CHUNK):
        content += piece
        if len(content) > _MOST_BYTES or time.monotonic() > ends_at:
            raise ProviderSilent("too much")
    if response.status != _OK:
        raise ProviderSilent(f"status {response.status}")
    try:
        told = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise ProviderSilent("malformed") from error
    if not isinstance(told, dict):
        raise ProviderSilent("malformed")
    return told
