"""Reads of break-glass."""
