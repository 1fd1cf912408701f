"""Screens of departure."""
