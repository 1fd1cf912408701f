"""Restoring a sealed backup into an empty place: laid out, brought forward to a moment, started apart, examined."""
