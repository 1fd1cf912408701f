"""The one screen of the day."""
