"""Files that users hand in."""
