"""Screens of two persons."""
