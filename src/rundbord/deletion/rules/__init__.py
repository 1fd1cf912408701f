"""When what is kept goes: rules as data, and what an authority may change in them; pure."""
