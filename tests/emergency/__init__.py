"""Break-glass: one file, one hour, seen and judged by its owner."""
