"""Making a tree of what came from outside: bounded, UTF-8, and with nothing in it but elements and text."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from rundbord.identity.saml.names import PREFIXES

MOST_BYTES = 256 * 1024
_ID_ATTRIBUTES = ("ID", "Id", "id", "{http://www.w3.org/XML/1998/namespace}id")


class Doubt(Exception):
    """What came is not to be believed; the reason is one word or two, for the log."""


def parser() -> etree.XMLParser:
    """Make a parser that opens nothing, replaces nothing and reads UTF-8 whatever the text says of itself."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, encoding="utf-8"
    )


def tree_of(content: bytes, *, most: int = MOST_BYTES) -> etree._Element:
    """Parse, or raise Doubt; what markup declarations and comments could hide is refused before any parser sees it."""
    if len(content) > most:
        raise Doubt("size")
    _refuse_declarations(content)
    try:
        root = etree.fromstring(content, parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Doubt("form") from error
    is_alone = root.getprevious() is None and root.getnext() is None
    if not is_alone or any(not isinstance(each.tag, str) for each in root.iter()):
        raise Doubt("comment")
    _refuse_same_ids(root)
    return root


def only(element: etree._Element, path: str) -> etree._Element:
    """Give the one element at a path of child steps; none, or two, is a doubt named by its last step."""
    found = element.findall(path, namespaces=PREFIXES)
    if len(found) != 1:
        raise Doubt(path.rpartition(":")[2])
    return found[0]


def at_most_one(element: etree._Element, path: str) -> etree._Element | None:
    """Give the one element at a path, or None; two are a doubt."""
    found = element.findall(path, namespaces=PREFIXES)
    if len(found) > 1:
        raise Doubt(path.rpartition(":")[2])
    return found[0] if found else None


def children(element: etree._Element, path: str) -> Iterator[etree._Element]:
    """Go through the elements at a path of child steps."""
    yield from element.findall(path, namespaces=PREFIXES)


def text_of(element: etree._Element | None) -> str:
    """Give an element's whole text; one that has elements in it says nothing."""
    if element is None or len(element):
        return ""
    return (element.text or "").strip()


def _refuse_declarations(content: bytes) -> None:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Doubt("encoding") from error
    if "\x00" in text:
        raise Doubt("encoding")
    upper = text.upper()
    if "<!DOCTYPE" in upper or "<!ENTITY" in upper:
        raise Doubt("doctype")
    # Comments, and character sections, split a text where some reader reads its first piece alone.
    if "<!" in text:
        raise Doubt("comment")


def _refuse_same_ids(root: etree._Element) -> None:
    found = [value for each in root.iter() for name in _ID_ATTRIBUTES if (value := each.get(name)) is not None]
    if len(found) != len(set(found)):
        raise Doubt("same id twice")
