"""The invented partnership that shows what Rundbord does."""
