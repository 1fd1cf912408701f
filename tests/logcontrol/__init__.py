"""The weekly control of what was read about persons."""
