"""Two persons — to personer: a dangerous act is ordered by one and carried out when another confirms it."""
