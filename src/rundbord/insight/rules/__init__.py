"""What counts mean: pure functions over numbers of places and reports."""
