"""Database functions that policies build on."""
