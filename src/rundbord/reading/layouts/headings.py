"""Tells a heading from running text when no markup says it, and a theme from a headline."""

import re

from rundbord.reading.late import late
from rundbord.reading.source import Line, LineKind
from rundbord.reading.word_lists import word_list

THEME_WORDS = word_list("rundbord.reading.layouts", "theme_words.txt")
_SENTENCE_STARTS = late(
    r"(?:Der |Det er|Det blev|I det seneste|Østjyllands|Nordsjællands|Politiet (?:har|fik)|Vi |Du |Se"
    r" |Læs |Hvis |Husk|Med venlig|Mvh"
    r"|Oplysninger|Henvendelse|Kontakt\b|Ring |Følg|Har du|På baggrund|Han |Hun |Manden |De to |Her er|\d+ x )"
)
_FIELD = late(
    r"^(?:Sket|Anmeldt|Gerningstid\w*|Gerningssted|Adresse|Sted|Tidspunkt|Tid)\s*:|^[1-9]\d{3}"
    r" [A-ZÆØÅ].* - |^.{3,50} [1-9]\d{3} [A-ZÆØÅ]\S+(?: [A-ZÆØÅ]{1,2})?$"
)
_LIST_TIME = late(r"\b(?:begået|sket|i?mellem)\b.*\d|\bkl\. ?\d.*\bkl\. ?\d")
_LEAD_IN = late(r"\b(?:beskrives|følgende|således|fordel\w+|også|signalement|sigtelser|som|blev|var|har)\b", re.I)
_TIME_ONLY = late(
    r"^(?:(?:Natten til )?(?:Man|Tirs|Ons|Tors|Fre|Lør|Søn)dag\b|(?:Natten til|Mellem|Fra) [a-zæøå]+dag\b"
    r"|Kl\.|Klokken|Den \d|D\. ?\d|\d{1,2}[./])[^a-zæøå]*(?:(?:den|d|kl|og|til|klokken|mellem"
    r"|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
    r"|[a-zæøå]+dag|morgen|aften|nat)\b[^a-zæøå]*)*$"
)
_FINITE = late(
    r"\b(?:er|var|har|havde|blev|bliver|kom|kan|skete|sker|fik|får|gik|stod|holdt|skal|skulle|vil|ville|må|måtte)\b"
)
LIST_ENTRY = late(
    r"^[A-ZÆØÅ0-9][\wæøåÆØÅé.' -]{2,45}(?:, [A-ZÆØÅ][\wæøåÆØÅ.' -]{1,40}){1,3}(?: \(.{1,25}\))?\.?$|^Ingen\.?$"
)
"""One entry of a bare list: "Vej, By" or "Vej, Bydel, By (2 steder)"."""
DAY_LINE = late(
    r"^(?!.*\bkl)(?:Døgnet fra |Fra |Natten til )?(?P<first>(?:man|tirs|ons|tors|fre|lør"
    r"|søn)dag)(?:en)?(?:,? (?:den|d\.) [\d./ a-zæøå-]+?)?"
    r"(?: (?:til|-|–|og|til og med) (?P<last>(?:man|tirs|ons|tors|fre|lør|søn)dag)(?:,? (?:den|d\.) .+)?)?:?$",
    re.I,
)
GREETING = late(
    r"^(?:Med venlig hilsen|Mvh|Venlig hilsen|Vagtchef\w*|.{3,40},? [Vv]agtchef\w*\.?|Læs (?:mere"
    r"|også)\b.*|https?://\S+|www\.\S+|Foto:.*"
    r"|Del (?:på|artikel).*|Kontakt:.*)$"
)


def is_heading(line: Line, before: Line | None, after: Line | None) -> bool:
    """Judge a line by itself and its neighbours."""
    text = line.text.strip()
    if line.kind is LineKind.HEADING:
        return len(text) <= 140 and not GREETING.match(text)
    if line.kind is not LineKind.TEXT:
        return False
    if DAY_LINE.match(text):
        return before is None or before.kind is not LineKind.TEXT
    if _is_stopped_heading(text, after):
        return True
    return _could_be(text) and (is_theme(text) or _heads_what_follows(text, before, after))


def _is_stopped_heading(text: str, after: Line | None) -> bool:
    """Tell whether the line names an offence and closes with a stop, as some duty officers write their headings."""
    if not text.endswith(".") or len(text) > 80 or re.search(r"\d", text) or _FINITE.search(text):
        return False
    first = re.match(r"[\wæøåÆØÅ]+", text)
    named = first is not None and first.group().lower() in THEME_WORDS
    return named and after is not None and _is_prose(after)


def _heads_what_follows(text: str, before: Line | None, after: Line | None) -> bool:
    if after is None or (LIST_ENTRY.match(text) and not _is_prose(after)):
        return False
    if _follows_break(before) and _LEAD_IN.search(text) and text.endswith(":"):
        return False
    return after.kind is not LineKind.BULLET or not text.endswith(":")


def _could_be(text: str) -> bool:
    if (
        len(text) > 100
        or len(text) < 3
        or (text.endswith((".", "!", ",", "”", '"')) and not re.search(r"\bmv\.$", text))
    ):
        return False
    if not re.match(r"[A-ZÆØÅ0-9]|kl\.? ?\d", text) or _SENTENCE_STARTS.match(text) or GREETING.match(text):
        return False
    return not (_FIELD.search(text) or _LIST_TIME.search(text) or _TIME_ONLY.match(text) or " | " in text)


def _is_prose(line: Line) -> bool:
    text = line.text.strip()
    return len(text) > 100 or text.endswith((".", "!")) or bool(_TIME_ONLY.match(text))


def _follows_break(before: Line | None) -> bool:
    return before is None or before.kind in {LineKind.BLANK, LineKind.TEXT}


def is_theme(heading: str) -> bool:
    """Tell whether a heading names only a kind of offence, so that many events may stand under it."""
    words = re.findall(r"[\wæøåÆØÅ]+", re.sub(r"\bi (?:retten i )?[A-ZÆØÅ]\w+$", "", heading.strip(" :.")))
    return bool(words) and all(word.lower() in THEME_WORDS for word in words)
