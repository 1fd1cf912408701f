"""Papers on paper."""
