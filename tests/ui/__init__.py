"""Tests of components, forms, filters and the product's own scripts."""
