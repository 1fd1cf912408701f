"""Screens of conflicts and the groups in them."""
