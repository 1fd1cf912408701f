"""Migrations of the control."""
