"""Departure — udtræden: what an authority takes along when it leaves, as a sealed archive of its own rows."""
