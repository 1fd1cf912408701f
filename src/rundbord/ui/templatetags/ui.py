"""The library `ui`: every component and filter, built into all templates by the settings."""

from __future__ import annotations

from django.template import Library

from rundbord.ui.tags import actions, containers, danish, forms, live, maps, marks, wayfinding

register = Library()

for family in (actions, containers, danish, forms, live, maps, marks, wayfinding):
    register.tags.update(family.register.tags)
    register.filters.update(family.register.filters)
