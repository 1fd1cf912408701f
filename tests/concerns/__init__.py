"""Tests of files on young people."""
