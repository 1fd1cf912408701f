"""Family and other close relations of one person."""

import re
from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.persons.finding import FindingKind
from rundbord.reading.persons.lexicon import lexicon
from rundbord.reading.persons.passage import Hit, Passage

_RELATION = (
    r"(?:(?:lille|store|halv|tvillinge|stor|små|pleje|sted|bonus|sviger|sam|sammenbragte )?(?:bror"
    r"|brødre|broderen|søster|søstre|søsken|søskende|mor|moder|far|fader|forældre|søn|sønner|datter"
    r"|døtre|børn|barn)|kæreste|kærester|ekskæreste|eks-kæreste|ekskone|eksmand|ekskæresten|kone"
    r"|hustru|ægtefælle|samlever|samleverske|partner|fætter|fætre|kusine|onkel|morbror|farbror|tante"
    r"|moster|faster|nevø|niece|bedstemor|bedstefar|bedsteforældre|mormor|morfar|farmor|farfar|svoger"
    r"|svigerinde|forlovede|stedfar|stedmor|værge|mama|baba|babyfar|barnefar|tvillingebror|familie)"
)
_DEFINITE = (
    r"(?:lillebroren|storebroren|broren|broderen|søsteren|lillesøsteren|storesøsteren|moderen|moren"
    r"|faderen|faren|sønnen|datteren|kæresten|ekskæresten|konen|ekskonen|eksmanden|hustruen|ægtefællen"
    r"|samleveren|partneren|fætteren|kusinen|onklen|farbroren|svogeren|stedfaren|bedstemoren"
    r"|bedstefaren|tvillingebroren|brødrene)"
)
_OWNER = (
    r"(?:hans|hendes|sin|sine|sit|min|mandens|kvindens|drengens|pigens|knægtens|den unges|fyrens"
    r"|personens|den sigtedes|den anholdtes|den dræbtes|den forurettedes|offerets|ofrets"
    r"|den pågældendes|vedkommendes|gerningsmandens|elevens|den (?:ene|andens?|andens|enes)"
    r"|en af de unges|lederens|[A-ZÆØÅ][a-zæøå]+s)"
)
_OWNED = late(
    rf"(?P<owner>\b{_OWNER} )(?P<adj>(?:nu |tidligere |gravide |ældre |yngre |egen |eget |egne |ældste "
    rf"|yngste |eks |\d{{1,2}}-årige? |unge |syge |lille |voksne |fraskilte |døde "
    rf"|afdøde )*)(?P<relation>{_RELATION}s?)\b",
    re.IGNORECASE,
)
_TO_SOMEBODY = late(
    rf"\b(?P<det>en |et |den |er |de )?(?P<relation>{_RELATION}|{_DEFINITE}) (?P<link>til"
    r"|af) (?P<whom>(?:den |en\b|ham|hende|manden|drengen|pigen|kvinden|personen|ofret|offeret|et "
    r"|lederen|ejeren|et bandemedlem|dræbte|afdøde|sigtede|anholdte|[A-ZÆØÅ][a-zæøå]+)\b)",
)
_KINSMAN = late(rf"\b(?P<relation>{_DEFINITE})\b", re.IGNORECASE)
_COUPLE = late(
    r"\b(?:(?P<both>(?:en )?(?:far|mor|fader|moder) og (?:en |hans |hendes |sin )?(?:søn|datter|dreng"
    r"|pige|to sønner|to døtre)|(?:to |tre |et par )(?:brødre|søstre|fætre|søskende|tvillinger)"
    r"|et ægtepar|et kærestepar|ægteparret|kæresteparret|tvillinger(?:ne)?))\b",
    re.IGNORECASE,
)
_WITH_SOMEBODY = late(
    r"\b(?P<words>(?:kæreste|gift|forlovet|i familie|bror|søster|fætter|kusine|søskende) med)"
    r"(?= (?:ham|hende|den|en|lederen|[A-ZÆØÅ]))"
)
_NOT_ONE = late(r"[.:]?\s*(?:aften|møde|gruppe|netværk|råd|skab)", re.IGNORECASE)
_PLURALS = ("forældre", "søskende", "brødre", "søstre", "børn", "sønner", "døtre", "fætre", "kærester", "familie")
_FAREN_IS_DANGER = late(r"(?:faren for|faren er|faren ved|for faren|ude af faren)", re.IGNORECASE)

_HINTS = tuple(lexicon("families_hints"))


def detect(passage: Passage) -> Iterator[Hit]:
    """Relations of somebody; parents of a class, or parents as a group, are none."""
    text = passage.text
    for match in passage.matches(_OWNED, *_HINTS):
        if not _NOT_ONE.match(text, match.end()):
            yield Hit(FindingKind.FAMILY, match.start("adj"), match.end(), _kin(match["relation"]))
    for match in passage.matches(_TO_SOMEBODY, *_HINTS):
        yield Hit(FindingKind.FAMILY, match.start("relation"), match.start("whom"), "pårørende til ")
    for match in passage.matches(_KINSMAN, *_HINTS):
        if not _FAREN_IS_DANGER.search(text[max(0, match.start() - 8) : match.end() + 4]):
            yield Hit(FindingKind.FAMILY, match.start(), match.end(), "den pårørende")
    for match in passage.matches(_COUPLE, *_HINTS):
        yield Hit(
            FindingKind.FAMILY,
            match.start(),
            match.end(),
            "personer" if match[0].lower().startswith("tvilling") else "to personer",
        )
    for match in passage.matches(_WITH_SOMEBODY, *_HINTS, "gift"):
        yield Hit(FindingKind.FAMILY, match.start(), match.end(), "pårørende til")


def _kin(relation: str) -> str:
    return "pårørendes" if relation.endswith("s") and relation not in _PLURALS else "pårørende"
