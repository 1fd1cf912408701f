"""The name by which the statistics bank knows a municipality."""

from __future__ import annotations

import re

_KIND = re.compile(r"\s+(region)?skommune$|\s+(regions)?kommune$", re.I)
_NUMBER = re.compile(r"^\d{3}\s+")


def is_same_municipality(authority_name: str, label: str) -> bool:
    """Tell whether both name one: »Københavns Kommune« is »København«, »159 Gladsaxe« is »Gladsaxe Kommune«."""
    name, known = _KIND.sub("", authority_name).casefold(), _NUMBER.sub("", label).casefold()
    return known in {name, name.removesuffix("s")}
