"""Screens of hand-over meetings."""
