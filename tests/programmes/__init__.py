"""Tests of programmes and training."""
