"""Screens of decisions and tasks."""
