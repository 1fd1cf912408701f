"""Two persons: one orders, another confirms, and nobody alone does anything."""
