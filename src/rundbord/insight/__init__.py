"""What the numbers tell of places and of the work: an area over time, blind spots, the unusual. No persons."""
