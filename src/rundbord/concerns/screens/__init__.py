"""Screens of files on young people."""
