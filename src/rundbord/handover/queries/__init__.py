"""Reads of hand-over lists, shaped for the one page of a meeting."""
