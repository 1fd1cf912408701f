"""Screens of programmes and training."""
