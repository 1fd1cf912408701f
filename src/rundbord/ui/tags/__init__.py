"""The components, one module per family; `templatetags/ui.py` offers them to every template."""
