"""A real PostgreSQL 18 inside the checkout, hardened at first start, stopped with the process that started it."""
