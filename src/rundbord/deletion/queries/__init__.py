"""Reads of deletion: periods in force, what falls due, what was deleted."""
