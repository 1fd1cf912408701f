"""Street work: shifts with routes and observations, and the quarterly mapping of gang activity. No persons."""
