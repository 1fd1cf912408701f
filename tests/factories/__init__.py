"""Builders of rows and of situations: invented authorities, units and people named by their job."""
