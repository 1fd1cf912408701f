"""Components that hold content: panels, alerts, tables, lists."""

from __future__ import annotations

from django.template import Library
from django.utils.safestring import SafeString

from rundbord.ui.tags.rendering import component

register = Library()


@register.simple_block_tag
def panel(
    content: SafeString,
    *,
    heading: str = "",
    level: int = 2,
    id: str = "",
    icon: str = "",
    tone: str = "",
    note: str = "",
    link_text: str = "",
    link_href: str = "",
) -> SafeString:
    """A part of the page with its own heading; tone is empty, quiet, accent or urgent."""
    link = {"link_text": link_text, "link_href": link_href}
    return component(
        "panel", content=content, heading=heading, level=level, id=id, icon=icon, tone=tone, note=note, **link
    )


@register.simple_block_tag
def alert(content: SafeString, *, kind: str = "info", heading: str = "", is_news: bool = False) -> SafeString:
    """A message that must be seen: info, success, warning or error; news is read aloud when it appears."""
    return component("alert", content=content, kind=kind, heading=heading, is_news=is_news)


@register.simple_block_tag
def fieldset(content: SafeString, *, legend: str, hint: str = "") -> SafeString:
    """Fields that belong together, under one question."""
    return component("fieldset", content=content, legend=legend, hint=hint)


@register.simple_block_tag
def data_table(
    content: SafeString, *, caption: str, is_caption_hidden: bool = False, is_dense: bool = False
) -> SafeString:
    """A table that becomes cards on a phone; give each `<td>` its column as `data-label`."""
    return component(
        "data_table", content=content, caption=caption, is_caption_hidden=is_caption_hidden, is_dense=is_dense
    )


@register.simple_block_tag
def empty_state(content: SafeString, *, heading: str, text: str = "", icon: str = "info") -> SafeString:
    """What stands where a list is empty: what will appear here, and how."""
    return component("empty_state", content=content, is_bare=not content.strip(), heading=heading, text=text, icon=icon)


@register.simple_block_tag
def facts(content: SafeString, *, layout: str = "rows") -> SafeString:
    """A list of named facts; layout is rows or columns."""
    return component("facts", content=content, layout=layout)


@register.simple_block_tag
def fact(content: SafeString, *, label: str) -> SafeString:
    """One named fact inside `facts`."""
    return component("fact", content=content, label=label)


@register.simple_block_tag
def card_list(content: SafeString, *, label: str = "") -> SafeString:
    """A list whose entries are cards."""
    return component("card_list", content=content, label=label)


@register.simple_block_tag
def card(
    content: SafeString,
    *,
    heading: str = "",
    href: str = "",
    eyebrow: str = "",
    tone: str = "",
    id: str = "",
    level: int = 3,
) -> SafeString:
    """One entry of `card_list`; tone is empty, urgent, overdue, missing, new or quiet."""
    return component(
        "card", content=content, heading=heading, href=href, eyebrow=eyebrow, tone=tone, id=id, level=level
    )


@register.simple_block_tag
def foldout(content: SafeString, *, summary: str, is_open: bool = False, count: int | None = None) -> SafeString:
    """Content that is folded away until asked for."""
    return component("foldout", content=content, summary=summary, is_open=is_open, count=count)


@register.simple_block_tag
def button_row(content: SafeString, *, is_sticky: bool = False) -> SafeString:
    """The buttons that end a form or a panel; a sticky row stays in reach of the thumb on a phone."""
    return component("button_row", content=content, is_sticky=is_sticky)


@register.simple_block_tag
def filter_bar(content: SafeString, *, label: str, action: str = "", clear_href: str = "") -> SafeString:
    """A search form above a list, sent with GET so that the address keeps it."""
    return component("filter_bar", content=content, label=label, action=action, clear_href=clear_href)
