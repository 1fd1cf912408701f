"""Near-repeat: whether events near each other in space also lie near each other in time (Knox 1964)."""
