"""Migrations of breaches."""
