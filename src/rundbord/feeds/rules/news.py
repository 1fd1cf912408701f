"""The police's news list: JSON in pages, each entry a daily report, with its words or a link to them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urljoin, urlsplit

from rundbord.feeds.rules.addresses import asked
from rundbord.feeds.rules.items import Batch, Item, Malformed, written
from rundbord.feeds.rules.waiting import DENMARK

PAGE_SIZE = 20
# The list's own place on politi.dk; without it the service answers with nothing.
_LIST = "90deb0b1-8df0-4a2d-823b-cfd7a5add85f"
_LOOK_BACK = timedelta(days=3)
_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_WRITTEN_DATE = re.compile(r"(\d{1,2})[.\s/-]+([a-z]{3,9}|\d{1,2})[.\s/-]+(\d{4})", re.I)


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page of the list, and whether another may follow."""

    batch: Batch
    is_last: bool


def page_address(base: str, *, district: str, since: datetime, today: date, page: int) -> str:
    """Write the address of a page: from some days before the last success, so that nothing slips in between."""
    wanted: dict[str, str | int] = {
        "districtQuery": district,
        "newsType": "Døgnrapporter",
        "isNewsList": "true",
        "itemId": _LIST,
        "language": "da",
        "fromDate": f"{(since - _LOOK_BACK).date().isoformat()}T00:00:00.000Z",
        "toDate": f"{today.isoformat()}T23:59:59.000Z",
        "page": page,
        "pageSize": PAGE_SIZE,
    }
    return asked(base, wanted)


def read_page(content: bytes, *, base: str) -> Page:
    """Read a page; raise Malformed where it is not the list that was promised."""
    try:
        told = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise Malformed("no JSON") from error
    listed = told.get("NewsList") if isinstance(told, dict) else None
    if not isinstance(listed, list):
        raise Malformed("no list")
    read = [_item(entry, base) for entry in listed]
    items = tuple(item for item in read if item)
    return Page(batch=Batch(items=items, unreadable=len(read) - len(items)), is_last=len(listed) < PAGE_SIZE)


def _item(entry: Any, base: str) -> Item | None:
    if not isinstance(entry, dict):
        return None
    link = _text(entry, "Link")
    key = (_text(entry, "Id") or link)[:200]
    published_at = _moment(_text(entry, "ListDate")) or _moment(_text(entry, "PublishDate"))
    if not (key and published_at):
        return None
    return Item(
        key=key,
        case_key=key,
        published_at=published_at,
        title=_text(entry, "Headline") or "Døgnrapport",
        body=_text(entry, "Article"),
        link=_followed(base, link),
    )


def _text(entry: Mapping[str, Any], name: str) -> str:
    value = entry.get(name)
    return written(value) if isinstance(value, str) else ""


def _followed(base: str, link: str) -> str:
    """Give the full address of an article on the same server; a link to another is not followed."""
    full = urljoin(base, link) if link else ""
    return full if urlsplit(full).netloc == urlsplit(base).netloc else ""


def _moment(told: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(told)
    except ValueError:
        return _midday(told)
    return moment if moment.tzinfo else moment.replace(tzinfo=DENMARK)


def _midday(told: str) -> datetime | None:
    """Read a date without a clock, as Danes write it; the middle of the day is that day in every time zone near us."""
    found = _WRITTEN_DATE.search(told)
    if not found:
        return None
    month = found[2].lower()
    try:
        number = int(month) if month.isdecimal() else _MONTHS.index(month[:3]) + 1
        return datetime(int(found[3]), number, int(found[1]), 12, tzinfo=DENMARK)
    except ValueError:
        return None
