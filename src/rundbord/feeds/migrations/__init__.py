"""Migrations of the sources from outside."""
