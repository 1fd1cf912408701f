"""Reads of zones and coming events, shaped for screens, for the picture and for the page of an area."""

from rundbord.zones.queries.bans import BanTable, ban_table, bans_of_area
from rundbord.zones.queries.coming_events import (
    Day,
    EventPage,
    Happening,
    coming_event,
    coming_event_to_change,
    days_ahead,
    happenings_between,
    later_events,
    list_of,
    past_events,
)
from rundbord.zones.queries.corrections import Correction, ShownLink, links_of, place_corrections
from rundbord.zones.queries.picture import Told, ToldKind, told_in_picture
from rundbord.zones.queries.zone_row import ZoneRow
from rundbord.zones.queries.zones import (
    live_zones,
    over_zones,
    standings_of,
    zone_collection,
    zone_row,
    zones_of_area,
)

__all__ = [
    "BanTable",
    "Correction",
    "Day",
    "EventPage",
    "Happening",
    "ShownLink",
    "Told",
    "ToldKind",
    "ZoneRow",
    "ban_table",
    "bans_of_area",
    "coming_event",
    "coming_event_to_change",
    "days_ahead",
    "happenings_between",
    "later_events",
    "links_of",
    "list_of",
    "live_zones",
    "over_zones",
    "past_events",
    "place_corrections",
    "standings_of",
    "told_in_picture",
    "zone_collection",
    "zone_row",
    "zones_of_area",
]
