"""Stories from sign-in to result, in a real browser against the real server."""
