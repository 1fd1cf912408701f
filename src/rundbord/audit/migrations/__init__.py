"""The log's own schema."""
