"""The own notices, opening one, and the number in the frame of every page."""
