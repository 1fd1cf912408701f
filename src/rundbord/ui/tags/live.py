"""Parts of a page that refresh themselves when something new has happened."""

from __future__ import annotations

from django.template import Library
from django.utils.safestring import SafeString

from rundbord.ui.tags.rendering import component

register = Library()


@register.simple_block_tag
def live(
    content: SafeString,
    *,
    topic: str,
    url: str,
    target: str,
    version: object,
    refresh: str = "",
    announce: str = "Siden er opdateret",
    seconds: int = 5,
) -> SafeString:
    """Refresh the part with the id `target` by an ordinary request when the signal at `url` changes its version.

    `seconds` is how often it asks while the page is looked at.
    """
    signal = {"topic": topic, "url": url, "version": version}
    looks = {"target": target, "refresh": refresh, "announce": announce, "seconds": seconds}
    return component("live", content=content, **looks, **signal)
