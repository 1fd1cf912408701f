"""Reads of the control."""
