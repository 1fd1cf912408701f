"""Breaches as pages."""
