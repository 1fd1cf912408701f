"""The report inside an e-mail file."""

import email
import re
from email import policy
from email.message import EmailMessage

from rundbord.reading.report import Unreadable
from rundbord.reading.source.decoding import LARGEST, decoded

_HEADER = re.compile(
    r"^(?:From|To|Subject|Date|Received|Return-Path|MIME-Version|Message-ID|Content-Type|Delivered-To|X-[\w-]+):\s",
    re.I | re.M,
)


def is_mail(text: str) -> bool:
    """Tell whether the text opens with the header lines of an e-mail file."""
    head = text.lstrip("\ufeff\r\n ").replace("\r\n", "\n").split("\n\n", 1)[0][:4000]
    return _HEADER.match(head) is not None and len(_HEADER.findall(head)) >= 2


def mail_body(content: bytes) -> str:
    """Return the readable body: the plain part, or the HTML part when that is all there is."""
    if len(content) > 4 * LARGEST:
        raise Unreadable("E-mailen er for stor. Gem kun selve rapporten, og prøv igen.")
    message = email.message_from_bytes(content.lstrip(b"\xef\xbb\xbf\r\n "), policy=policy.default)
    part = message.get_body(preferencelist=("plain", "html"))
    if not isinstance(part, EmailMessage):
        raise Unreadable("E-mailen indeholder ingen læsbar tekst.")
    text = _text_of(part)
    if not text.strip():
        raise Unreadable("E-mailen indeholder ingen læsbar tekst.")
    return text


def _text_of(part: EmailMessage) -> str:
    """Decode by our own rule, since mail programs often declare the wrong encoding."""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        raise Unreadable("E-mailen indeholder ingen læsbar tekst.")
    return decoded(payload)
