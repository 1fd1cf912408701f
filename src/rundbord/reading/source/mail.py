"""The report inside an e-mail file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from itertools import islice

from rundbord.reading.report import Unreadable
from rundbord.reading.source.decoding import LARGEST, decoded

_HEADER = re.compile(
    r"^(?:From|To|Subject|Date|Received|Return-Path|MIME-Version|Message-ID|Content-Type|Delivered-To|X-[\w-]+):\s",
    re.I | re.M,
)
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n|\A\r?\n")
_TELLING = re.compile(
    r"^Content-(?P<what>Type|Transfer-Encoding|Disposition):(?P<value>[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)", re.I | re.M
)
"""The header lines that say how a part is built, with the lines that carry them on."""
_KIND = re.compile(r"\s*([\w.+-]+)/([\w.+-]+)", re.A)
_BOUNDARY = re.compile(r";\s*boundary\s*=\s*(?:\"([^\"]+)\"|([^\s;\"]+))", re.I)
_LONGEST_HEADER = 2_000
"""Real ones are below 300."""
_DEEPEST, _MOST_PARTS = 8, 100
_NO_TEXT = "E-mailen indeholder ingen læsbar tekst."


def is_mail(text: str) -> bool:
    """Tell whether the text opens with the header lines of an e-mail file."""
    head = text[:8000].lstrip("\ufeff\r\n ").replace("\r\n", "\n").split("\n\n", 1)[0][:4000]
    return _HEADER.match(head) is not None and len(_HEADER.findall(head)) >= 2


@dataclass(frozen=True)
class _Part:
    """One part of a mail: what its head says of it, and the bytes below. The standard parser is not asked, since it
    needs time by the square of what a header holds."""

    kind: str
    subkind: str
    boundary: str
    encoding: str
    is_attachment: bool
    body: bytes

    def decoded(self) -> str:
        """Decode by our own rule, since mail programs often declare the wrong encoding."""
        message = Message()
        message["Content-Transfer-Encoding"] = self.encoding
        message.set_payload(self.body.decode("ascii", "surrogateescape"))
        payload = message.get_payload(decode=True)
        if not isinstance(payload, bytes):
            raise Unreadable(_NO_TEXT)
        return decoded(payload)


def mail_body(content: bytes) -> str:
    """Return the readable body: the plain part, or the HTML part when that is all there is."""
    if len(content) > 4 * LARGEST:
        raise Unreadable("E-mailen er for stor. Gem kun selve rapporten, og prøv igen.")
    texts: dict[str, _Part] = {}
    for part in islice(_text_parts(content.lstrip(b"\xef\xbb\xbf\r\n "), _DEEPEST), _MOST_PARTS):
        texts.setdefault(part.subkind, part)
    found = texts.get("plain") or texts.get("html")
    text = found.decoded() if found else ""
    if not text.strip():
        raise Unreadable(_NO_TEXT)
    return text


def _text_parts(content: bytes, depth: int) -> Iterator[_Part]:
    """Yield the parts that are text to read; mail in mail, attachments and what lies too deep are passed over."""
    part = _part(content)
    if part.is_attachment:
        return
    if part.kind == "text":
        yield part
    elif part.kind == "multipart" and part.boundary and depth:
        for inner in islice(_split(part.body, part.boundary), _MOST_PARTS):
            yield from _text_parts(inner, depth - 1)


def _part(content: bytes) -> _Part:
    end = _END_OF_HEAD.search(content)
    head, body = (content[: end.start()], content[end.end() :]) if end else (content, b"")
    told: dict[str, str] = {}
    for match in islice(_TELLING.finditer(head.decode("latin-1")), _MOST_PARTS):
        told.setdefault(match["what"].lower(), match["value"][:_LONGEST_HEADER].strip())
    kind, boundary = _KIND.match(told.get("type", "")), _BOUNDARY.search(told.get("type", ""))
    return _Part(
        kind=kind[1].lower() if kind else "text",
        subkind=kind[2].lower() if kind else "plain",
        boundary=(boundary[1] or boundary[2]).rstrip() if boundary else "",
        encoding="".join(re.findall(r"[\w-]", told.get("transfer-encoding", "")[:40], re.A)).lower(),
        is_attachment=told.get("disposition", "").lower().startswith("attachment"),
        body=body,
    )


def _split(body: bytes, boundary: str) -> Iterator[bytes]:
    """Yield what stands between the lines of the boundary, up to the closing one."""
    mark = re.compile(rb"^--" + re.escape(boundary.encode("latin-1")) + rb"(--)?[ \t]*\r?$\n?", re.M)
    start = None
    for match in mark.finditer(body):
        if start is not None:
            yield body[start : match.start()].removesuffix(b"\n").removesuffix(b"\r")
        if match[1]:
            return
        start = match.end()
    if start is not None:
        yield body[start:]
