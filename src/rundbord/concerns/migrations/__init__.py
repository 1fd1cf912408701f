"""Tables and their policies."""
