"""Migrations of departure."""
