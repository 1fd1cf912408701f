"""Screens of break-glass."""
