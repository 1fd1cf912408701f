"""Screens of zones and coming events."""
