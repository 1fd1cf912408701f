"""Where am I, and where can I go from here."""

from __future__ import annotations

from django.template import Library
from django.utils.safestring import SafeString

from rundbord.ui.tags.rendering import component

register = Library()

HELP_ROOT = "/hjaelp/"


@register.simple_block_tag
def breadcrumbs(content: SafeString) -> SafeString:
    """The way down to a deeper page, made of `crumb`."""
    return component("breadcrumbs", content=content)


@register.inclusion_tag("ui/crumb.html")
def crumb(text: str, *, href: str = "") -> dict[str, str]:
    """One step of the way; the page itself has no address."""
    return {"text": text, "href": href}


@register.simple_block_tag
def tabs(content: SafeString, *, label: str) -> SafeString:
    """Neighbouring views of the same thing, made of `tab`; ordinary links."""
    return component("tabs", content=content, label=label)


@register.inclusion_tag("ui/tab.html")
def tab(text: str, *, href: str, is_current: bool = False, count: int | None = None) -> dict[str, object]:
    """One view inside `tabs`."""
    return {"text": text, "href": href, "is_current": is_current, "count": count}


@register.inclusion_tag("ui/pager.html")
def pager(
    *, newer: str = "", older: str = "", summary: str = "", newer_text: str = "Nyere", older_text: str = "Ældre"
) -> dict[str, str]:
    """Links to newer and older entries; the summary says how many, in what order, as of when."""
    texts = {"newer_text": newer_text, "older_text": older_text}
    return {"newer": newer, "older": older, "summary": summary, **texts}


@register.inclusion_tag("ui/help_link.html")
def help_link(name: str, *, text: str = "Hjælp") -> dict[str, str]:
    """A link to the screen's own page of help."""
    return {"href": f"{HELP_ROOT}{name}/", "text": text}


@register.inclusion_tag("ui/back_link.html")
def back_link(text: str, *, href: str) -> dict[str, str]:
    """A way back to the page above."""
    return {"text": text, "href": href}
