"""Screens of the sources from outside."""
