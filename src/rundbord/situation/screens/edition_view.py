"""What every page that shows an edition needs: its map, and where it hears of something newer."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from rundbord.partnership.queries import area_collection
from rundbord.situation.queries.pictures import events_on_map
from rundbord.situation.queries.signal import Topic
from rundbord.situation.rules.edition import Edition


def edition_view(edition: Edition) -> dict[str, object]:
    """Give the edition with the layers of its map."""
    return {"edition": edition, "map_areas": _coloured(edition), "map_points": events_on_map(edition.events)}


def _coloured(edition: Edition) -> dict[str, Any]:
    """Draw the areas as they lie today, in the colour of the status that the picture tells."""
    collection = area_collection()
    told = {area.area_id: area.status_code for area in edition.areas}
    for feature in collection["features"]:
        properties = feature["properties"]
        properties["kind"] = told.get(feature["id"]) or properties["kind"]
    return collection


def signal_url(topic: Topic) -> str:
    """Give the address at which a page asks whether it is out of date."""
    return f"{reverse('situation:signal')}?emne={topic.value}"
