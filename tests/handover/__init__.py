"""Tests of hand-over meetings."""
