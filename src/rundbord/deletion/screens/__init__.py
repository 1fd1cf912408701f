"""Screens of deletion."""
