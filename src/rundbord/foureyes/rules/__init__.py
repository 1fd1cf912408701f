"""Rules of two persons."""
