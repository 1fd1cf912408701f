"""The words of an article whose list gives a link alone: its page, without the frame around it."""

from __future__ import annotations

from dataclasses import replace

from bs4 import BeautifulSoup

from rundbord.feeds.fetching import FetchFailed, Question, fetch
from rundbord.feeds.rules.items import Item, written

# From the closest to the widest: what politi.dk calls an article, and what any page might.
_WHERE = (".newsArticle", "article", "main", "body")


def with_words(item: Item) -> Item:
    """Give the item with its words; without any where its page cannot be had now: the next round asks again."""
    if item.body or not item.link:
        return item
    try:
        content = fetch(Question(url=item.link)).content or b""
    except FetchFailed:
        return item
    return replace(item, body=article_in(content))


def article_in(page: bytes) -> str:
    """Cut the article out of a page, as markup, since headings are told by it."""
    soup = BeautifulSoup(page, "html.parser")
    found = next((part for where in _WHERE if (part := soup.select_one(where))), None)
    return written(str(found)) if found else ""
