"""PDFs written anew from their pages: author, dates, links, scripts and notes in pictures are gone.

What would be lost with them, and is meant to be read, makes the file be refused: filled-in forms, notes on the pages,
other files inside. Nothing is rendered and nothing in it runs.
"""

from __future__ import annotations

import logging
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, StreamObject

from rundbord.files.jpeg_notes import without_notes
from rundbord.files.refusal import NotKept

MOST_BYTES = 10 * 1024 * 1024
MOST_PAGES = 200
# A tree of pages has branches too; one that is entered again and again would never be read to its end.
_MOST_BRANCHES = 2 * MOST_PAGES
_BEGINS = b"%PDF-"
# What a page may point to that is not the page: what acts, what tells of its making, and what is another file.
_LEFT_OUT = (
    *("/Annots", "/AA", "/OpenAction", "/JS", "/JavaScript", "/Metadata", "/PieceInfo", "/LastModified", "/Thumb"),
    *("/AF", "/EF", "/Alternates", "/OPI"),
)
# Dropped without a loss: a link leads out, a popup belongs to a note.
_WITHOUT_WORDS = frozenset({"/Link", "/Popup"})
_LOCKED = "PDF'en er låst. Gem den uden adgangskode, og prøv igen."
_WRITTEN_ON = "PDF'en er en formular eller har noter på siderne. Udskriv den til en ny PDF, og prøv igen."
_HOLDS_FILES = "PDF'en har andre filer i sig. Gem dem hver for sig."
_ODD_PICTURES = "PDF'en har billeder i et format, vi ikke kan rense. Udskriv den til en ny PDF, og prøv igen."
_BROKEN = "PDF'en kan ikke læses. Åbn den, og gem den på ny."
_TOO_LARGE = "PDF'en fylder mere end 10 MB. Del den, eller gem den i en lavere opløsning."
_TOO_LONG = f"PDF'en har mere end {MOST_PAGES} sider. Tag kun dem med, der er brug for."

# What the library finds odd it quotes in warnings: words of the document, which belong in no log.
logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)


def is_pdf(content: bytes) -> bool:
    """Tell by its first bytes."""
    return content.startswith(_BEGINS)


def plain_pdf(content: bytes) -> bytes:
    """Write it anew; raise NotKept where that cannot be done without losing something."""
    if len(content) > MOST_BYTES:
        raise NotKept(_TOO_LARGE)
    try:
        return _written_anew(PdfReader(BytesIO(content), strict=False))
    except NotKept:
        raise
    except Exception:  # whatever a hostile file makes of the library, it is not kept
        raise NotKept(_BROKEN) from None


def _written_anew(reader: PdfReader) -> bytes:
    _refuse(reader)
    writer = PdfWriter()
    for page in reader.pages:
        writer.add_page(page, excluded_keys=_LEFT_OUT)
    for made in list(writer._objects):  # the library gives no other way to all of them
        if isinstance(made, StreamObject):
            _clean(made)
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _refuse(reader: PdfReader) -> None:
    if reader.is_encrypted:
        raise NotKept(_LOCKED)
    root: Any = reader.root_object
    if _is_long(root):
        raise NotKept(_TOO_LONG)
    if "/EmbeddedFiles" in (_opened(root.get("/Names")) or {}) or "/AF" in root:
        raise NotKept(_HOLDS_FILES)
    form = _opened(root.get("/AcroForm"))
    if (form and _opened(form.get("/Fields"))) or any(map(_is_written_on, reader.pages)):
        raise NotKept(_WRITTEN_ON)


def _is_long(root: Any) -> bool:
    """Count pages and branches before the library follows them; what the file says of their number may lie."""
    waiting, pages, branches = [root["/Pages"]], 0, 0
    while waiting and pages <= MOST_PAGES and branches <= _MOST_BRANCHES:
        node = _opened(waiting.pop())
        kids = _opened(node.get("/Kids"))
        if kids is None:
            pages += 1
        else:
            branches += 1
            waiting += kids[: MOST_PAGES + 1]
    return bool(waiting) or pages > MOST_PAGES or branches > _MOST_BRANCHES


def _is_written_on(page: Any) -> bool:
    notes = _opened(page.get("/Annots")) or ()
    return any(_opened(each).get("/Subtype") not in _WITHOUT_WORDS for each in notes)


def _clean(made: StreamObject) -> None:
    """Take the notes out of a picture that is kept as it came from a camera."""
    filters = _opened(made.get("/Filter")) or ()
    named = [str(filters)] if isinstance(filters, NameObject) else [str(_opened(each)) for each in filters]
    if "/JPXDecode" in named:
        raise NotKept(_ODD_PICTURES)
    if "/DCTDecode" not in named:
        return
    made._data = without_notes(made.get_data())  # as above
    made[NameObject("/Filter")] = NameObject("/DCTDecode")
    made.pop("/DecodeParms", None)


def _opened(value: Any) -> Any:
    """Follow a reference."""
    return value.get_object() if hasattr(value, "get_object") else value
