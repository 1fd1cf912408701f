"""Migrations of deletion."""
