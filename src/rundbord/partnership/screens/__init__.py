"""The partnership's own page and its governing; areas, their status and their import."""
