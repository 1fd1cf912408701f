"""How a component turns into HTML."""

from __future__ import annotations

from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe


def component(name: str, **context: object) -> SafeString:
    """Render `ui/<name>.html` with these values and nothing else; autoescaping guards each value."""
    return mark_safe(get_template(f"ui/{name}.html").render(context))  # noqa: S308
