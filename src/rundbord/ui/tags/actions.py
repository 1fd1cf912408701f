"""Buttons and links that do something."""

from __future__ import annotations

from typing import Any

from django.template import Context, Library

register = Library()


@register.inclusion_tag("ui/button.html")
def button(text: str, *, href: str, kind: str = "secondary", icon: str = "", key: str = "") -> dict[str, str]:
    """A link that looks like a button; kind is primary, secondary, tertiary or warning."""
    return {"text": text, "href": href, "kind": kind, "icon_name": icon, "key": key}


@register.inclusion_tag("ui/submit.html")
def submit(
    text: str,
    *,
    kind: str = "primary",
    name: str = "",
    value: str = "",
    icon: str = "",
    key: str = "",
    form: str = "",
    skips_checks: bool = False,
) -> dict[str, object]:
    """The button that sends the form around it, or the form with the id `form`."""
    look = {"text": text, "kind": kind, "icon_name": icon, "key": key}
    return look | {"name": name, "value": value, "form": form, "skips_checks": skips_checks}


@register.inclusion_tag("ui/post_button.html", takes_context=True)
def post_button(
    context: Context,
    text: str,
    *,
    url: str,
    kind: str = "secondary",
    name: str = "",
    value: str = "",
    icon: str = "",
    key: str = "",
    about: str = "",
) -> dict[str, Any]:
    """A whole form of one button; `about` tells a screen reader which entry the button concerns."""
    look = {"text": text, "kind": kind, "icon_name": icon, "key": key, "about": about}
    return look | {"url": url, "name": name, "value": value, "csrf_token": context.get("csrf_token", "")}
