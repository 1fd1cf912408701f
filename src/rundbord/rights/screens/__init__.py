"""The rights desk as pages."""
