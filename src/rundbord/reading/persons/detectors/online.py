"""E-mail addresses, links and handles."""

import re
from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.persons.finding import FindingKind
from rundbord.reading.persons.passage import Hit, Passage

_EMAIL = late(r"[\w.+-]{1,64}\s?(?:@|\(a\)|\[at\])\s?[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}\b")
_LINK = late(
    r"\b(?:https?://|www\.)[^\s<>\"”)]+[^\s<>\"”).,;:!?]|\b[\w-]+(?:\.[\w-]+)*\.(?:dk|com|net|org|eu"
    r"|me|gg|tv)/[^\s<>\"”)]*[\w/]",
    re.IGNORECASE,
)
_HANDLE = late(r"(?<![\w.@])@[A-Za-zÆØÅæøå_][\w.]{2,29}\b")
_PROFILE = late(
    r"\b(?:snapchat|snap|instagram|insta|tiktok|telegram|facebook|discord|messenger)(?:-?(?:profil"
    r"|konto|bruger|brugernavn)(?:en|et)?)?"
    r"(?::| (?:under navnet|med navnet|hedder|ved navn))\s?[\"”»]?(?P<name>[\w.]{3,30})",
    re.IGNORECASE,
)


def detect(passage: Passage) -> Iterator[Hit]:
    """Addresses that lead to somebody; a bare domain such as politi.dk does not."""
    yield from (
        Hit(FindingKind.EMAIL, m.start(), m.end(), "[e-mailadresse fjernet]")
        for m in passage.matches(_EMAIL, "@", "(a)", "[at]")
    )
    yield from (
        Hit(FindingKind.LINK, m.start(), m.end(), "[link fjernet]") for m in passage.matches(_LINK, "http", "www.", "/")
    )
    yield from (Hit(FindingKind.LINK, m.start(), m.end(), "en profil") for m in passage.matches(_HANDLE, "@"))
    yield from (
        Hit(FindingKind.LINK, m.start("name"), m.end("name"), "[profil fjernet]")
        for m in passage.matches(_PROFILE, "snap", "insta", "tiktok", "telegram", "facebook", "discord", "messenger")
    )
