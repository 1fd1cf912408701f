"""Decisions and tasks: which unit does what by when, and how it went; no persons."""
