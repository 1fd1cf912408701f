"""Screens of the situation."""
