"""Zones with the chain of decisions behind them, numbers of bans, and coming events."""

from rundbord.zones.models.ban_count import BanCount
from rundbord.zones.models.coming_event import ComingEvent
from rundbord.zones.models.zone import Zone, ZoneArea, ZoneDecision, ZonePlace

__all__ = ["BanCount", "ComingEvent", "Zone", "ZoneArea", "ZoneDecision", "ZonePlace"]
