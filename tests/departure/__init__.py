"""Departure: an authority takes its own rows along, and nothing of the others."""
