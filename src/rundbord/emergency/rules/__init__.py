"""Rules of break-glass."""
