"""The day on which a report says that it was published."""

import re
from datetime import date

from rundbord.reading.source import plain_text
from rundbord.reading.times.expressions import expressions_in

_HEAD = 600


def published_in(source: str | bytes) -> date | None:
    """Return the full date that the report names in its first lines, if it names one; raise Unreadable."""
    head = plain_text(source)[:_HEAD]
    for expression in expressions_in(head):
        written = expression.first.date
        if written and written[2] and re.search(r"rapport|politi", head[: expression.span.end], re.I):
            return date(written[2], written[1], written[0])
    return None
