"""Reads of files on young people, within the reader's reach."""
