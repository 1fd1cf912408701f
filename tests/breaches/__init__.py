"""Breaches."""
