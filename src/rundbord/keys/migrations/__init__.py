"""Tables of keys."""
