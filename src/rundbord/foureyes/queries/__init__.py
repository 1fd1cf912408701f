"""Reads of two persons."""
