"""Tests of partnership."""
