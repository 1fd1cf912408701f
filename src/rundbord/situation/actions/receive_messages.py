"""Receive messages — modtag korte meldinger: the public messages about one case become one masked report."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.reading.messages import Message, read_messages
from rundbord.situation.actions.keep_source_text import keep_source_text
from rundbord.situation.models import SourceText


def receive_messages(messages: Sequence[Message], *, case: str, district: str, by: Actor) -> SourceText:
    """Keep the messages as an original of its own; `case` tells it from another case in the same words."""
    by.must(Permission.ENTER_SOURCE_TEXT)
    report, first = read_messages(messages), min(messages)
    return keep_source_text(
        report,
        name=f"Kort melding {first.at:%d.%m.%Y kl. %H.%M}",
        published_on=first.at.date(),
        district=district,
        digest=hashlib.sha256(f"{case}\n{report.text}".encode()).digest(),
        by=by,
    )
