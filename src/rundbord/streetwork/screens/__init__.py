"""Screens of shifts and the mapping of activity."""
