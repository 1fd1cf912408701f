"""What comes in — pasted text, a web page, an e-mail file, any encoding — to one clean plain text."""

from rundbord.reading.report import Unreadable
from rundbord.reading.source.decoding import decoded
from rundbord.reading.source.document import Document, Line, LineKind
from rundbord.reading.source.mail import is_mail, mail_body
from rundbord.reading.source.markup import is_markup, text_of_markup
from rundbord.reading.source.tidying import tidied

__all__ = ["Document", "Line", "LineKind", "document_of", "plain_text"]


def document_of(source: str | bytes) -> Document:
    """Return the report as plain text with what its markup says about headings; raise Unreadable with a reason."""
    try:
        return _document_of(source)
    except (RecursionError, AssertionError):  # how the standard parsers of mail and HTML give up
        raise Unreadable("Filen er ikke bygget op som en døgnrapport. Indsæt teksten i stedet.") from None


def _document_of(source: str | bytes) -> Document:
    content: str | bytes = source if isinstance(source, str) else _unpacked(source)
    text = content if isinstance(content, str) else decoded(content)
    if is_mail(text):
        text = mail_body(text.encode("utf-8", "surrogatepass"))
    if is_markup(text):
        text = text_of_markup(text)
    return tidied(text)


def plain_text(source: str | bytes) -> str:
    """Return the normalised plain text that every span of a report points into."""
    return document_of(source).text


def _unpacked(source: bytes) -> str | bytes:
    return mail_body(source) if is_mail(source[:4000].decode("latin-1")) else source
