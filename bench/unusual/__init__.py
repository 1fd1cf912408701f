"""Invented counts with known outbreaks, and the published methods that the product's is measured beside."""
