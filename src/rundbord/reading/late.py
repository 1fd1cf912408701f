"""Expressions that are compiled when they are first used, so that importing the reading of reports stays quick."""

import re
from typing import cast


class _Late:
    """Stands where a compiled expression would, and fetches each of its methods when that is first asked for."""

    def __init__(self, expression: str, flags: int) -> None:
        self._expression = expression
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        attribute: object = getattr(re.compile(self._expression, self._flags), name)
        setattr(self, name, attribute)
        return attribute


def late(expression: str, flags: int = 0) -> re.Pattern[str]:
    """Return what behaves as `re.compile(expression, flags)` but does the work at first use."""
    return cast("re.Pattern[str]", _Late(expression, flags))
