"""Deletion: rules that a data-protection officer approves, what falls due, and a record without content."""
