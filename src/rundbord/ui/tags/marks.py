"""Small marks inside text and lists: icons, badges, dots, numbers."""

from __future__ import annotations

from functools import lru_cache

from django.template import Library
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from rundbord.ui.icons import ICON_OF_KIND, ICONS

register = Library()


@register.simple_tag
def icon(name: str, *, label: str = "", size: str = "") -> SafeString:
    """An icon of the design system; without a label it is decoration. Size is empty, small or large."""
    if name not in ICONS:
        raise ValueError(f"the design system has no icon named {name!r}")
    return _drawn(name, label, size)


@lru_cache(maxsize=512)
def _drawn(name: str, label: str, size: str) -> SafeString:
    """Render an icon once: a list of fifty rows holds hundreds of the same few, a fifth of the page's time."""
    return render_to_string("ui/icon.html", {"name": name, "label": label, "size": size})


@register.simple_tag
def badge(text: object, *, kind: str = "neutral") -> SafeString:
    """A word in a coloured frame, with a sign of its own so that colour is never alone."""
    name = _icon_of(kind)
    sign = icon(name, size="small") if name else ""
    # No template of its own: a list holds a hundred badges, and a template takes four times as long.
    return format_html('<span class="mark mark-{}">{}{}</span>\n', kind, sign, text)


@register.simple_tag
def status_dot(text: object, *, kind: str = "neutral") -> SafeString:
    """A word with a dot before it, quieter than a badge."""
    _icon_of(kind)
    return format_html('<span class="dot dot-{}">{}</span>\n', kind, text)


@register.inclusion_tag("ui/stat.html")
def stat(number: object, *, label: str, href: str = "", tone: str = "", note: str = "") -> dict[str, object]:
    """A number that leads to the list it counts."""
    return {"number": number, "label": label, "href": href, "tone": tone, "note": note}


def _icon_of(kind: str) -> str:
    if kind not in ICON_OF_KIND:
        raise ValueError(f"{kind!r} is no kind of mark; one of {', '.join(ICON_OF_KIND)}")
    return ICON_OF_KIND[kind]
