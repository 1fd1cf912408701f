"""Screens of the control."""
