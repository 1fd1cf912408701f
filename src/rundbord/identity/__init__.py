"""Authorities, their units, the people who sign in and their duties; knows nothing of what they work on."""
