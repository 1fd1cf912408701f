"""Reads of the sources from outside, shaped for screens and jobs."""
