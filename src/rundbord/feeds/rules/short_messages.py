"""The districts' short messages: RSS in which an item is a title, and items of one release are one case."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from rundbord.feeds.rules.items import Batch, Item, Malformed

_RELEASE = re.compile(r"/(\d{5,})(?=/|$)")
_LONGEST_TITLE = 2000


def read_short_messages(content: bytes) -> Batch:
    """Read an answer; raise Malformed where it is not RSS at all."""
    try:
        root = fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise Malformed("no XML") from error
    channel = root.find("channel")
    if root.tag != "rss" or channel is None:
        raise Malformed("no RSS")
    read = [_item(element) for element in channel.findall("item")]
    items = tuple(item for item in read if item)
    return Batch(items=items, unreadable=len(read) - len(items))


def _item(element: Element) -> Item | None:
    """Read one item; None where it has no words, no time or nothing to know it by."""
    title = " ".join(_words(element, "title").split())[:_LONGEST_TITLE]
    link = _words(element, "link").strip()
    key = (_words(element, "guid").strip() or link)[:200]
    published_at = _moment(_words(element, "pubDate"))
    if not (title and key and published_at):
        return None
    return Item(key=key, case_key=_case_of(link, key), published_at=published_at, title=title, link=link)


def _words(element: Element, name: str) -> str:
    return element.findtext(name) or ""


def _case_of(link: str, key: str) -> str:
    """Give the number of the release in the link, which its updates share."""
    found = _RELEASE.search(urlsplit(link).path)
    return found[1] if found else key


def _moment(written: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(written.strip())
    except (ValueError, IndexError, TypeError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
