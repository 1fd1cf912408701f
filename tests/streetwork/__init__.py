"""Shifts in the street, and the quarterly mapping of gang activity."""
