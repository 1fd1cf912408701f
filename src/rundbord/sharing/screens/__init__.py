"""Screens of what is passed on."""
