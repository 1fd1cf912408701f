"""What a person did before: pending cases, earlier sentences, "kendt af politiet"."""

import re
from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.persons.finding import FindingKind
from rundbord.reading.persons.lexicon import lexicon
from rundbord.reading.persons.passage import Hit, Passage

_OMITTED = "(oplysninger om tidligere sager udeladt)"
_KNOWN = (
    r"(?:(?:er|var|som er|der er|blev)? ?(?:nemlig |også |i forvejen |allerede |særdeles |meget |ret "
    r"|velkendt |godt |tidligere )*(?:kendt (?:af|hos) politi(?:et)?|kendt i forvejen"
    r"|en gammel kending(?: af politiet)?|gammel kending(?: af politiet)?|velkendt af politiet)"
    r"|tidligere (?:er |blev )?(?:straffet|dømt|sigtet|anholdt|fængslet|domfældt|frakendt)(?: "
    r"(?:for|af|i) (?:[\wæøå-]+(?: og |, )?){1,4})?|har siddet (?:inde|i fængsel|fængslet)|sad "
    r"inde|er (?:lige |netop |for nylig )?(?:prøve)?løsladt(?: fra \w+)?|(?:lige |nyligt? |netop "
    r"|for nylig )(?:prøve)?løsladt(?: fra \w+)?|prøveløsladt|afsoner|afsonede|har (?:en )?(?:lang "
    r"|blank |plettet )?straffeattest|(?:er|blev|var) dømt for \w+|(?:på|under) prøveløsladelse"
    r"|straffet (?:flere gange|før|tidligere)|(?:er|var) straffet for \w+"
    r"|har en (?:betinget |ubetinget |gammel )?dom\b(?! (?:over|i dag))(?: (?:for|på)(?: \w+)?)?|har (?:tidligere "
    r"|før )?fået en dom|dømt for \w+ (?:før|tidligere|i \d{4})|på fri fod"
    r"|har (?:tidligere|før|også før) (?:været sigtet|været anholdt|fået)(?: [\wæøå-]+){0,3})"
)
_PENDING = (
    r"(?:(?:\d+|en|et|to|tre|fire|fem|flere|mange|andre|adskillige) )?(?:verserende|uafgjorte|åbne"
    r"|tidligere|gamle) (?:straffe)?(?:sager?|domme|forhold|sigtelser|straffesager)"
)
_RELATIVE = late(
    rf"(?P<phrase>, (?:der|som) (?:[\wæøå]+ ){{0,3}}?(?:{_KNOWN}|har {_PENDING})[^,.;\n]*(?:,(?= )|(?=[.;\n]|$)))",
    re.IGNORECASE,
)
_AGAIN = late(
    r"(?P<phrase>\b[Dd]et (?:er|var) (?:\w+ )?(?:anden|tredje|fjerde|femte|sjette|syvende|\d+\.|gentagne) gang\b[^.\n]*"
    r"\b(?:han|hun|manden|kvinden|vedkommende)\b[^.\n]*\b(?:tag(?:et|es)|sigtet|anholdt|stoppet|standset|dømt)\b[^.\n]*)"
)
_KNOWN_WITH_CASES = late(rf"(?P<phrase>\b{_KNOWN}(?: med(?: blandt andet)? {_PENDING}[^.\n]*)?)", re.IGNORECASE)
_CASES = late(
    rf"(?P<phrase>\b(?:med |har |havde |blandt andet )*{_PENDING} (?:om|for|mod|hos|i|bag|på)\b[^,.\n]*"
    rf"|\b(?:har|havde|med) {_PENDING}\b)",
    re.IGNORECASE,
)
_BEFORE_NOUN = late(
    r"(?P<phrase>\b(?:tidligere (?:straffet|straffede|dømt|dømte|kendt|kendte|fængslet)|(?:flere "
    r"gange|gentagne gange) (?:straffet|dømt)(?:e|ede)?|prøveløsladte?|(?:politi)?kendte?) )(?=(?:mand"
    r"|kvinde|person|bilist|unge?|mænd|fyr|personer|\d))",
    re.IGNORECASE,
)

_HINTS = tuple(lexicon("records_hints"))


def detect(passage: Passage) -> Iterator[Hit]:
    """A relative clause goes as a whole; other wording is named as left out."""
    for match in passage.matches(_BEFORE_NOUN, *_HINTS):
        yield Hit(FindingKind.RECORD, match.start(), match.end(), "")
    for match in passage.matches(_RELATIVE, *_HINTS):
        end = match.end()
        yield Hit(FindingKind.RECORD, match.start(), end, "")
    for match in passage.matches(_AGAIN, " gang"):
        yield Hit(FindingKind.RECORD, match.start(), match.end(), _OMITTED)
    for pattern in (_KNOWN_WITH_CASES, _CASES):
        for match in passage.matches(pattern, *_HINTS):
            yield Hit(FindingKind.RECORD, match.start(), match.end(), _instead(match[0]))


def _instead(words: str) -> str:
    first = words.split(maxsplit=1)[0].lower()
    if first in {"er", "var", "har", "havde"}:
        return f"{first} {_OMITTED}"
    return _OMITTED
