"""The health address."""
