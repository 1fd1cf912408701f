"""Telling users that something waits, without saying what."""
