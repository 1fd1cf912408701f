"""What other systems call, as OpenAPI 3.1: addresses and methods are read from those that run, shapes are told here."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from rundbord.governance.written.interface_schemas import SCHEMAS
from rundbord.governance.written.interface_shapes import CALLS, RESPONSES
from rundbord.web import Declaration, declaration_of

_CONVERTED = re.compile(r"<(?:(\w+):)?(\w+)>")
_KINDS: dict[str, dict[str, Any]] = {
    "uuid": {"type": "string", "format": "uuid"},
    "str": {"type": "string", "pattern": "^[a-z0-9-]{1,40}$"},
}
# Not for other systems, though no user sits there: a browser posts it on a provider's behalf.
OF_BROWSERS = {"identity:provider_posts"}


def interfaces() -> str:
    """Write the description; what is called and not told of here, or told of and not there, is a failure."""
    paths: dict[str, Any] = {}
    for name, route, declared in called():
        template = "/" + _CONVERTED.sub(lambda found: f"{{{found[2]}}}", route)
        paths[template] = {
            "parameters": [_parameter(*found.groups()) for found in _CONVERTED.finditer(route)],
            **{method.lower(): _operation(name, method) for method in sorted(declared.methods - {"HEAD"})},
        }
    told = {
        "openapi": "3.1.0",
        "info": {"title": "Rundbord", "version": "1", "description": "What other systems call; users have screens."},
        "paths": dict(sorted(paths.items())),
        "components": {
            "schemas": SCHEMAS,
            "responses": RESPONSES,
            "securitySchemes": {"line": {"type": "http", "scheme": "bearer"}},
        },
    }
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def called() -> Iterator[tuple[str, str, Declaration]]:
    """Give name, route and declaration of every address that other systems call."""
    for name, route, view in _addresses(get_resolver(), "", ""):
        declared = declaration_of(view)
        if declared and declared.calls and name not in OF_BROWSERS:
            yield name, route, declared


def _addresses(resolver: URLResolver, before: str, space: str) -> Iterator[tuple[str, str, Any]]:
    for each in resolver.url_patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLPattern):
            yield f"{space}{each.name}", route, each.callback
        else:
            yield from _addresses(each, route, f"{each.namespace}:" if each.namespace else space)


def _parameter(converter: str | None, name: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": _KINDS[converter or "str"]}


def _operation(name: str, method: str) -> dict[str, Any]:
    return {"operationId": f"{name.partition(':')[2]}_{method.lower()}", **CALLS[name, method]}
