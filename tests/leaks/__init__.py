"""Proofs that nothing about a person leaks, made from the database alone: screens come and go, rows stay."""
