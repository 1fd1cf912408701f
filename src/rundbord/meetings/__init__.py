"""Meetings of every forum: called, held with several writing at once, and their minutes; no persons (ADR 0030)."""
