"""Unusual counts and near-repeat: known answers, brute force beside them, and what must hold for any counts."""
