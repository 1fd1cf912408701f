"""Ages bound to a person in one adjective: "den 27-årige mand", "en syttenårig", "15-17-årige"."""

import re
from collections.abc import Iterator, Mapping

from rundbord.reading.late import late
from rundbord.reading.persons import wording
from rundbord.reading.persons.finding import FindingKind
from rundbord.reading.persons.lexicon import lexicon
from rundbord.reading.persons.numerals import COUNTS, NUMERALS
from rundbord.reading.persons.passage import Hit, Passage

_FIGURES = r"\d{1,3}(?:\s?[-–/]\s?\d{1,3})?"
_AGED = (
    r"(?:(?<![\d.,:])\b(?:\d{1,3}-,?\s(?:og\s|eller\s)?(?:en\s|et\s|den\s)?)*"
    rf"(?P<age>{_FIGURES})\s*[-–]?\s*|\b(?P<words>{'|'.join(NUMERALS)})-?)årig(?P<ending>\w*)"
)
_DETERMINER = rf"(?:\b(?P<det>en|et|den|det|de|{'|'.join(COUNTS)})\s+)?"
_SEX = r"(?P<sex>\s+(?:mand|mande|kvinde)lige?t?\b)?"
_PHRASE = late(rf"{_DETERMINER}{_AGED}{_SEX}(?:[ \t]+(?P<noun>[a-zæøåé]+(?:-[a-zæøå]+)?)\b)?", re.IGNORECASE)
_AHEAD = late(r"(?:[ \t]+[a-zæøåé-]+){0,3}")
_THINGS = late(
    r"(?:\w*(?:aftale|periode|dom|straf|projekt|plan|indsats|forløb|jubilæum|uddannelse|kontrakt"
    r"|kampagne|forsikring|program|bevilling"
    r"|fængsel|fængselsstraf|fængselsdom|karantæne|samarbejde|puljen?|lejekontrakt|mandat|strategi"
    r"|tradition|ordning|lejemål|\w{3,}ning|\w+else|\w+tion|\w+skab|\w+periode|jubilæum|abonnement"
    r"|garanti))s?"
)
_FOLLOWS_A_THING = late(
    r"(?:projekt|aftale|samarbejde|forløb|plan|indsats|periode|bevilling|strategi)\w* (?:er|var|bliver) (?:en |et )?\Z",
    re.IGNORECASE,
)
_ADJECTIVAL = late(r"\w+(?:ig|lig|sk|et|t|e|ende|løs|fuld|syg|vred|glad|ung|høj|lav|tynd|tyk|stor|rask|fremmed|død)")
_VERB_LIKE = lexicon("verb_like")
_YOUNG_UPPER_BOUND = 25


def detect(passage: Passage) -> Iterator[Hit]:
    """Whole phrases, so that article and noun agree in the neutral wording."""
    nouns: dict[str, str] = {}
    for match in passage.matches(_PHRASE, "årig"):
        if _is_of_a_thing(match):
            continue
        yield _hit(match, nouns)
        if match["noun"] and wording.is_person(match["noun"]) and match["age"]:
            nouns[match["age"]] = wording.adult(wording.base(match["noun"]) or "")


def _is_of_a_thing(match: re.Match[str]) -> bool:
    """Whether an agreement, a sentence or a programme has this age."""
    if _FOLLOWS_A_THING.search(match.string[max(0, match.start() - 30) : match.start()]):
        return True
    return bool(_THINGS.fullmatch((match["noun"] or "").lower())) and not match["ending"].endswith("s")


def _hit(match: re.Match[str], nouns: Mapping[str, str]) -> Hit:
    noun = match["noun"] or ""
    if noun and _reads_as_noun(match):
        return Hit(_kind(match), match.start(), match.end(), _with_noun(match, noun.lower()))
    if _person_follows(match):
        start, end = _of_the_age_alone(match)
        return Hit(_kind(match), start, end, "")
    end = match.end("sex") if match["sex"] else match.end("ending")
    return Hit(_kind(match), match.start(), end, _without_noun(match, nouns))


def _kind(match: re.Match[str]) -> FindingKind:
    """A span of ages in the plural is a group; anything else is somebody."""
    is_group = re.search(r"[-–]\s?\d", match["age"] or "") and match["ending"] == "e"
    few = (match["det"] or "").lower() in {*COUNTS[:3], "en", "den"}
    return FindingKind.AGE_BAND if is_group and not few else FindingKind.AGE


def _reads_as_noun(match: re.Match[str]) -> bool:
    noun = match["noun"].lower()
    return not (
        not wording.is_person(noun) or (noun in _VERB_LIKE and not match["sex"] and _det(match) not in {"en", "et"})
    )


def _person_follows(match: re.Match[str]) -> bool:
    """Whether adjectives and then a person noun follow: "en 30-årig meget vred mand"."""
    after = _AHEAD.match(match.string, match.end("sex") if match["sex"] else match.end("ending"))
    for word in (after[0] if after else "").split():
        if wording.is_person(word) or word in lexicon("nationals"):
            return True
        if not (_ADJECTIVAL.fullmatch(word) or word in {"meget", "stærkt", "og"}):
            return False
    return False


def _of_the_age_alone(match: re.Match[str]) -> tuple[int, int]:
    start = match.end("det") + 1 if match["det"] else match.start()
    end = match.end("sex") if match["sex"] else match.end("ending")
    return start, end


def _det(match: re.Match[str]) -> str:
    return re.sub(r"\s+", " ", (match["det"] or "").lower())


def _with_noun(match: re.Match[str], noun: str) -> str:
    bare = wording.base(noun) or noun
    is_genitive = bare != noun
    bare = wording.adult(bare)
    phrase = _determined(_det(match), bare)
    return wording.genitive(phrase) if is_genitive else phrase


def _determined(det: str, noun: str) -> str:
    if det in {"den", "det"}:
        return wording.definite(noun)
    if det == "de":
        return wording.definite_plural(noun)
    if det in {"en", "et"}:
        return f"{wording.article(noun)} {noun}"
    return f"{det} {noun}".strip()


def _without_noun(match: re.Match[str], nouns: Mapping[str, str]) -> str:
    phrase = _standing_alone(match, nouns)
    return wording.genitive(phrase) if match["ending"].endswith("s") else phrase


def _standing_alone(match: re.Match[str], nouns: Mapping[str, str]) -> str:
    det = _det(match)
    if det in {"den", "det"}:
        known = nouns.get(match["age"] or "")
        return wording.definite(known) if known and not wording.is_plural(known) else "den pågældende"
    if det == "de":
        return "personerne"
    if det in {"en", "et"}:
        return "en person"
    return f"{det} {_plural_or_not(match)}".strip()


def _plural_or_not(match: re.Match[str]) -> str:
    upper = re.findall(r"\d+", match["age"] or "")
    if len(upper) > 1 and match["ending"].startswith("e"):
        return "unge" if int(upper[-1]) <= _YOUNG_UPPER_BOUND else "personer"
    return "personer" if match["det"] else "person"
