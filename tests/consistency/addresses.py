"""Every address of the product, and what its keys stand for in the examples."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from uuid import UUID, uuid4

from django.urls import URLPattern, URLResolver, get_resolver

from tests.factories.examples import Example, Examples

_KEY = re.compile(r"<(?P<converter>\w+):(?P<name>\w+)>")
# Small enough for every column of numbers: what fits none is not even asked for.
MISSING_NUMBER = 9_876


def _patterns(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _patterns(entry, prefix + str(entry.pattern))
        else:
            yield prefix + str(entry.pattern), entry


ALL = list(_patterns(get_resolver()))
KEYED = [(route, pattern) for route, pattern in ALL if "<" in route]


def app_of(pattern: URLPattern) -> str:
    """Name the app whose screen answers."""
    return str(pattern.callback.__module__).split(".")[1]


def keys_of(route: str, pattern: URLPattern) -> list[tuple[str, str]]:
    """Name the keys of an address as the examples do."""
    return [(app_of(pattern), match["name"]) for match in _KEY.finditer(route)]


def filled(route: str, pattern: URLPattern, key: Callable[[tuple[str, str]], object]) -> str:
    """Write the address with what `key` gives for each of its keys."""
    return "/" + _KEY.sub(lambda match: str(key((app_of(pattern), match["name"]))), route)


def address(route: str, pattern: URLPattern, examples: Examples) -> str:
    """Write the address of the examples."""
    return filled(route, pattern, lambda name: examples[name].key)


def missing_of(example: Example) -> object:
    """Give a key of the same shape that no row has."""
    if isinstance(example.key, UUID):
        return uuid4()
    return MISSING_NUMBER if isinstance(example.key, int) else "findes-ikke"
