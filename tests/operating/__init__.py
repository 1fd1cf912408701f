"""The door and the machinery room."""
