"""Sealing, wrapping, blind indexes and CPR numbers as pure functions: no Django, no files, no clock."""
