"""Screens of cases at meetings."""
