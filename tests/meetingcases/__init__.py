"""Tests of cases in the individual part of a meeting."""
