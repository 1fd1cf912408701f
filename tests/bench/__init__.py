"""The measurements under bench/: a small form of each runs as the large one does."""
