"""Rules of the control: pure functions over what was read."""
