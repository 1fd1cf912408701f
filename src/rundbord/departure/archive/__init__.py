"""The archive: what is in it, as a stream that is never whole in memory."""
