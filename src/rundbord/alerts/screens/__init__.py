"""Screens of sudden events and safety notices."""
