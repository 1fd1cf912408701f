"""Migrations of two persons."""
