"""Break-glass — nødadgang: one file of the own authority out of reach, read for an hour and judged afterwards."""
