"""The own authority's log."""
