"""Conflicts between groups: what is known, what may lie behind it, who does what. No persons."""
