"""Conflicts: rules, use cases, and who sees what afterwards."""
