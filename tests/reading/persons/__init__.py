"""How persons are found and masked; every person here is invented."""
