"""The normal form of a street's name, so that a report's words find the street however it is spelt."""

from __future__ import annotations

import re

from rundbord.access.sorting import without_accents

_ABBREVIATIONS = {
    r"gl|gamle": "gammel",
    r"ndr": "nordre",
    r"sdr": "søndre",
    r"kgs": "kongens",
    r"skt|sct|sankt": "sankt",
    r"ll": "lille",
    r"boul|blvd": "boulevard",
    r"pl": "plads",
}
_SPELT_OUT = [(re.compile(rf"\b(?:{short})(?:\.\s*|(?=\s|$))"), f"{full} ") for short, full in _ABBREVIATIONS.items()]
_CROSSING = re.compile(r"\s*/\s*|\s+(?:og|ved|mellem|&|x|[-–])\s+|\s*&\s*")
_LEAD_IN = re.compile(
    r"^(?:(?:i|på|ved|nær|omkring|langs|mellem|ud for|hjørnet|hjørne|krydset|kryds|af)\s+)+", re.IGNORECASE
)
# The number of a house and all that follows it; "10. Juli Vej" and "Christian 4. Gade" are names.
_HOUSE_NUMBER = re.compile(r"(?<=\s)\d+(?!\d|\.\s*[a-zæøå]).*$")
_TOWN = re.compile(r"\s*,.*$|\s+i\s+.*$")
_SIGNS = re.compile(r"[^\w\s]")


def street_key(text: str) -> str:
    """Give the normal form of one street: small letters, å for aa, no accents, signs, house number or town."""
    words = _LEAD_IN.sub("", without_accents(text).strip())
    words = _HOUSE_NUMBER.sub("", _TOWN.sub("", words))
    for short, full in _SPELT_OUT:
        words = short.sub(full, words)
    words = _SIGNS.sub("", words.replace("-", " ").replace("–", " "))
    return " ".join(words.split()).replace("aa", "å")


def street_keys(text: str) -> list[str]:
    """Give the normal form of each street that the text names; a crossing names two."""
    unfolded = _LEAD_IN.sub("", text.strip())
    keys = (street_key(part) for part in _CROSSING.split(unfolded))
    return list(dict.fromkeys(key for key in keys if key and not key.isdecimal()))
