"""Screens of meetings and forums."""
