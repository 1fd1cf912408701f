"""Which disclosure is lawful, and what is said of one that is not."""
