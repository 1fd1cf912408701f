"""Minutes on paper: bytes that are fixed once."""
