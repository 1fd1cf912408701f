"""Screens of areas over time, blind spots and the unusual."""
