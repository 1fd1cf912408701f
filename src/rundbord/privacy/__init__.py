"""How long things are kept, and reading the own authority's log."""
