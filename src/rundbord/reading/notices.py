"""What stands in a report without being an event: nothing to tell, weather, advice, contact lines."""

import re

from rundbord.reading.late import late

_NOTHING = late(
    r"^(?:Der (?:er|var|blev)|Politiet|Vi|\w+ Politi|I det seneste døgn|Døgnet)\b[^.!?\n]{0,80}?\b(?:ingen"
    r"|ikke (?:blevet )?(?:anmeldt|modtaget|planlagt|registreret|sket)"
    r"|intet|stille og roligt|nul)\b",
    re.I,
)
_ONLY_NOTHING = late(r"^\W*(?:ingen|intet|nej|ikke nogen|-|–|0)\W*$|^(?:ingen|intet) (?:at|anmeld|hændelser)", re.I)
_CLOCK = late(r"\b(?:kl\.?|klokken) ?\d", re.I)
_ADVICE = late(
    r"\b(?:dmi|varsel|varsler|snefygning|gode råd|husk at|husk|opfordrer|kampagne|nabohjælp|tilmeld"
    r"|åbningstid\w*|hjemmeside"
    r"|følg os|læs mere|sociale medier|facebook|presse\w*|orienteret om|vejret|borgermøde|arrangement"
    r"|myndighederne|app'en|advar\w*|aldrig|pas på|undgå|sørg for|vær opmærksom|anbefal\w*)\b",
    re.I,
)
_INTRODUCTION = late(
    r"^(?:Her er|Uddrag|Døgnrapport|Døgnets|\S+ er i nat nævnt|I døgnrapporten|Nyt fra|Weekendens"
    r" anmeldelser|Opdateret|Publiceret)",
    re.I,
)
_DISTRICT = late(r"\bi (?:hele )?[A-ZÆØÅ][\w -]+ [Pp]olitikreds")
_NAMED_PLACE = late(r"\b(?:i|på|ved) [A-ZÆØÅ]")
_SUMMARY = late(
    r"^(?:Der er|I det seneste|Det seneste|I løbet af|Siden|Vi har|Politiet har|\w+ Politi har|Hen"
    r" over).{0,120}\b(?:anmeldt|anmeldelser om|modtaget)\b"
    r".{0,60}\bindbrud\b.{0,90}$",
    re.I | re.S,
)


def says_nothing_happened(text: str) -> bool:
    """Tell whether the whole text only says that there is nothing to tell."""
    if _ONLY_NOTHING.search(text.strip()[:80]):
        return True
    first = text.split("\n", 1)[0][:160]
    return len(text) < 220 and bool(_NOTHING.match(first)) and not _CLOCK.search(text)


def is_summary(text: str) -> bool:
    """Tell whether the text only counts burglaries that a list tells one by one, and names no place of its own."""
    elsewhere = _DISTRICT.sub("", text.strip())
    return bool(_SUMMARY.match(elsewhere)) and not _NAMED_PLACE.search(elsewhere)


def is_introduction(text: str) -> bool:
    return len(text) < 200 and bool(_INTRODUCTION.match(text.strip()))


def advice_in(text: str) -> int:
    """Count the words of advice, weather and press lines."""
    return len(_ADVICE.findall(text))
