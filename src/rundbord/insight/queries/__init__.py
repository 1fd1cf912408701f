"""Reads over what others keep: counts of places and of the work, as far as the reader may see."""
