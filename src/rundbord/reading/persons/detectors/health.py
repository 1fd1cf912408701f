"""Health: diagnoses, addiction, disability, pregnancy and injuries told in detail."""

import re
from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.persons.finding import FindingKind
from rundbord.reading.persons.lexicon import lexicon
from rundbord.reading.persons.passage import Hit, Passage

_DIAGNOSIS = late(
    r"\b(?P<words>psykisk(?:e)? (?:syge?|sygdom|lidelse|lidelser|sårbare?|ustabile?|problemer)"
    r"|sindssyg(?:e)?|sindslidende|psykotiske?|psykose|skizofreni|skizofren(?:e)?|bipolar|autisme"
    r"|autist(?:en)?|autistiske?|adhd|asperger(?:s)?|depression|deprimeret|spiseforstyrret|anoreksi"
    r"|borderline|ptsd|angstanfald|selvmordstruede?t?|selvmordstanker|selvmordsforsøg|selvskadende"
    r"|skærer i sig selv|epilepsi|epileptisk anfald|diabetes|sukkersyge?|hiv|hepatitis"
    r"|(?<!træder i )(?<!træde i )(?<!trådte i )kræft|demens|dement(?:e)?|alzheimers?"
    r"|udviklingshæmmede?t?|hjerneskadede?t?|handicappede?t?|(?:fysisk|psykisk) handicap|spastiker|lam"
    r"|blind|døv|kørestolsbruger(?:en)?|gravid|højgravid|abort|misbruger(?:en)?|stofmisbruger(?:en)?"
    r"|narkoman(?:en)?|alkoholiker(?:en)?|alkoholmisbrug|stofmisbrug|(?:hash|kokain|heroin"
    r"|pille)misbrug|metadon|ritalin|concerta|insulin|antidepressiv\w*|lykkepiller"
    r"|beroligende medicin|tager medicin|får medicin"
    r"|antipsykotisk medicin|medicineret|hjertestop|hjerteanfald|blodprop"
    r"|hjertesygdom|astma|kronisk syg|alvorligt syg|tidligere indlagt|indlagt på (?:psykiatrisk"
    r"|psyk)\w*(?: afdeling)?|psykiatrisk patient|i behandling for \w+|fik konstateret \w+"
    r"|har en diagnose|diagnose(?:r|t)?|diagnosticeret(?: med \w+)?|taget en overdosis|overdosis)\b",
    re.IGNORECASE,
)
_INJURY = late(
    r"\b(?P<words>(?:en |et |flere )?(?:brækket|brækkede|forstuvet|forstuvede)"
    r"(?! (?:(?:en |et |flere )?\w*(?:dør|vindue|rude|lås|port|låge|skuff|skab|kasse)|op\b|ind\b))"
    r" (?:en |et )?\w+"
    r"|(?:en )?hjernerystelse|nakkesmerter|rygsmerter|brystsmerter|(?:et )?(?:kranie|kæbe|næse|ribbens"
    r"|hofte|lårbens|underarms|ankel|arm|ben|åbent? )brud|(?:en )?punkteret lunge|indre blødninger"
    r"|(?:en )?flænge (?:i|på) \w+|(?:et )?brud på \w+)\b",
    re.IGNORECASE,
)
_NOT_A_PERSON = late(
    r"(?:blind vej|blind plet|blind for|slog lam|lam(?:mekød|mekølle|mefest)|døve øre|på lam|blinde? (?:vinkel|gade))",
    re.IGNORECASE,
)
_PLACES = late(
    r"(?:plads|parkering|toilet|rampe|center|centret|behandling|rådgivning|tilbud|team|afsnit|enhed"
    r"|-netværk|venlig|forening|hjem|indsats)",
    re.IGNORECASE,
)

_DIAGNOSIS_HINTS = tuple(lexicon("diagnosis_hints"))
_INJURY_HINTS = ("brække", "forstuv", "rystelse", "smerter", "brud", "lunge", "blødning", "flænge")


def detect(passage: Passage) -> Iterator[Hit]:
    """Conditions of a person; offers and places named after a condition are none."""
    text = passage.text
    for match in passage.matches(_DIAGNOSIS, *_DIAGNOSIS_HINTS):
        around = text[max(0, match.start() - 8) : match.end() + 10]
        if (
            text[match.end() : match.end() + 1] != "-"
            and not _NOT_A_PERSON.search(around)
            and not _PLACES.match(text[match.end() :].lstrip(" -"))
        ):
            yield Hit(FindingKind.HEALTH, match.start(), match.end(), _instead(match["words"].lower()))
    for match in passage.matches(_INJURY, *_INJURY_HINTS):
        yield Hit(FindingKind.HEALTH, match.start(), match.end(), _instead_of_an_injury(match))


def _instead_of_an_injury(match: re.Match[str]) -> str:
    """ "Han brækkede armen" has a verb to replace, "med en brækket arm" and "fik hjernerystelse" have none."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    if re.match(r"(?:brækkede|forstuvede) ", match[0]) and not re.search(r"\b(?:med|to|tre|flere|de|sine) \Z", before):
        return "kom til skade"
    if re.match(r"(?:brækket|forstuvet) ", match[0]) and re.search(r"\b(?:har|havde) \Z", before):
        return "fået skader"
    return "skader"


def _instead(words: str) -> str:
    """A word of the same class, so that the sentence stands."""
    if words.endswith(
        ("misbruger", "narkoman", "alkoholiker", "autist", "spastiker", "bruger", "patient", "sindslidende")
    ):
        return "person"
    if words.endswith(("misbrugeren", "narkomanen", "alkoholikeren", "autisten", "brugeren")):
        return "personen"
    return "(helbred udeladt)"
