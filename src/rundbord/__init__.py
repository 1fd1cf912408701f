"""Rundbord: the shared, lawful situational picture of a crime-prevention partnership."""
