"""Commands of the situation."""
