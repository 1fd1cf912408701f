"""Rules of departure."""
