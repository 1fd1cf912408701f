"""Zones, their chains of decisions, numbers of bans, and coming events."""
