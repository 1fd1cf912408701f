"""Positions that only one person has at a place: the priest, the head teacher, the engine driver of a train."""

import re
from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.persons.finding import FindingKind
from rundbord.reading.persons.lexicon import lexicon
from rundbord.reading.persons.passage import Hit, Passage

_ALWAYS = (
    r"(?:lokofører|lokofør|landbetjent|lokomotivfører|billetkontrollør|togfører|togbetjent|imam"
    r"|borgmester|viceborgmester|sognepræst|præst|rabbiner|biskop|rektor|skoleleder|viceskoleleder"
    r"|skoleinspektør|viceinspektør|skoledirektør|klubleder|fritidsleder|institutionsleder|børnehaveleder"
    r"|afdelingsformand|foreningsformand|boligforeningsformand|kioskejer|kioskmand|købmand|pizzabager"
    r"|bagermester|frisørmester|apoteker|fodboldtræner|boksetræner|havnefoged|provst|degn"
    r"|graver(?=en)|folketingsmedlem|byrådsmedlemm?|brandchef|fængselsinspektør|museumsdirektør|direktør|postmester"
    r"|skolesekretær|skolepsykolog|grillbarejer|restauratør|restaurantejer|caféejer|butiksejer"
    r"|bodegaejer|værtshusejer)"
)
_UNIQUE = late(
    rf"\b(?P<det>(?:den |en )(?:[a-zæøå]+e )??)?(?P<job>{_ALWAYS})(?P<ending>en|n|et|s|ens|ns|e|ne"
    r"|erne)?\b(?!-)(?P<at> (?:på|i|for|fra) (?-i:[A-ZÆØÅ][\wæøåÆØÅ-]*(?: [A-ZÆØÅ][\w-]*)?))?",
    re.IGNORECASE,
)
_FORMAND = late(
    r"\b(?P<job>(?:formanden|næstformanden|lederen|forstanderen|ejeren|indehaveren|bestyreren"
    r"|bestyrelsesformanden|chefen) (?:for|af|på|i) (?:[\wæøå]*(?:foreningen|afdelingen|moskeen"
    r"|moskéen|klubben|skolen|kiosken|pizzeriaet|butikken|caféen|cafeen|baren|grillen|børnehaven"
    r"|boligselskabet|beboerforeningen|afdelingsbestyrelsen|værkstedet|restauranten|menigheden)))\b",
    re.IGNORECASE,
)
_NAMED = late(r"\bledere? af [A-ZÆØÅ]")
_CONTACT = late(r"\s*(?:aftale|møde|valg|kontor|embede)", re.IGNORECASE)

_LEADERS = ("formand", "lederen", "forstander", "ejeren", "indehaver", "bestyrer", "chefen")
_HINTS = tuple(lexicon("jobs_hints"))


def detect(passage: Passage) -> Iterator[Hit]:
    """Singling positions; staff who come in numbers (guards, caretakers, teachers) are left."""
    text = passage.text
    for match in passage.matches(_UNIQUE, *_HINTS):
        if not _CONTACT.match(text, match.end()) and not _is_general(match):
            start = match.start("job")
            yield Hit(FindingKind.JOB, start, match.end(), _instead(match))
    for match in passage.matches(_FORMAND, *_LEADERS):
        yield Hit(FindingKind.JOB, match.start(), match.end(), "en medarbejder")


def _is_general(match: re.Match[str]) -> bool:
    return match["ending"] in {"e", "ne", "erne"}


def _instead(match: re.Match[str]) -> str:
    if match["job"].lower() == "landbetjent":
        return "politiet"
    ending = (match["ending"] or "").lower()
    noun = "medarbejderen" if ending in {"en", "n", "et", "ens", "ns"} else "medarbejder"
    return f"{noun}s" if ending.endswith("s") else noun
