"""The files that go along with an answer: what was attached, and was decided to be handed out whole."""

from __future__ import annotations

from collections.abc import Iterator

from rundbord.keys.places import place_of
from rundbord.rights.models import GatheredItem
from rundbord.rights.queries.answers import attached_names
from rundbord.rights.queries.items import items_of
from rundbord.rights.queries.requests import RequestView
from rundbord.rights.vocabulary import RightKind


def attached_to(view: RequestView) -> Iterator[tuple[str, bytes]]:
    """Give name and content of each, one at a time; nothing is opened that was not decided on."""
    if view.key is None or RightKind(view.request.kind) is not RightKind.ACCESS:
        return
    names = attached_names(items_of(view))
    for row in GatheredItem.objects.filter(pk__in=names).only("id", "authority_id", "attached").iterator():
        if row.attached:
            yield names[row.pk], view.key.open_file(bytes(row.attached), at=place_of(row, "attached"))
