"""Words that say somebody is under 18, and "ung mand", for a shared text."""

import re
from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.persons import wording
from rundbord.reading.persons.finding import FindingKind
from rundbord.reading.persons.passage import Hit, Passage

_CHILD = late(
    r"\b(?P<det>(?:et|en|den|det|de) )?(?P<adj>(?:helt )?(?:unge?|mindre|lille|små|mindreårige?|store?"
    r"|større|halvstore?|yngre|ældre) )?(?P<noun>dreng|pige|knægt|teenager|barn|tøs|gut|drengebarn"
    r"|pigebarn|mindreårig|teenage(?:dreng|pige)|skole(?:dreng|pige|elev)|storskoleelev|spædbarn|baby)"
    r"(?P<ending>erne|ene|ens|ets|en|et|n|e|er|re|rne|s|es|ers)?\b",
    re.IGNORECASE,
)
_YOUNG_ADULT = late(
    r"\b(?P<det>(?:en|den|to|tre|de) )?(?P<adj>(?:ganske |helt )?(?:unge?|yngre|ældre|midaldrende"
    r"|gamle?|gammel) )(?P<noun>(?:mandlige? |kvindelige? )?(?:mand|mænd|kvinde|kvinder|fyr|fyre|par"
    r"|herre|dame|person|bilist|cyklist|ægtepar)\b)",
    re.IGNORECASE,
)


def detect(passage: Passage) -> Iterator[Hit]:
    """Boys and girls become persons; young and old men become men."""
    for match in _CHILD.finditer(passage.text):
        yield Hit(FindingKind.AGE, match.start(), match.end(), _person(match))
    for match in _YOUNG_ADULT.finditer(passage.text):
        yield _grown_up(match)


def _grown_up(match: re.Match[str]) -> Hit:
    """ "den unge mand" becomes "manden"; elsewhere only the adjective goes."""
    if (match["det"] or "").lower() == "den ":
        return Hit(FindingKind.AGE, match.start(), match.end(), wording.definite(match["noun"]))
    return Hit(FindingKind.AGE, match.start("adj"), match.end("adj"), "")


def _person(match: re.Match[str]) -> str:
    det, ending = (match["det"] or "").strip().lower(), (match["ending"] or "").lower()
    is_genitive = ending.endswith("s") or (ending == "s")
    noun = _form(det, ending, is_plural=_is_plural(match["noun"].lower(), ending))
    return f"{noun}s" if is_genitive else noun


def _is_plural(noun: str, ending: str) -> bool:
    return ending in {"e", "er", "re", "erne", "ene", "rne", "es", "ers"} or (noun == "mindreårig" and ending == "e")


def _form(det: str, ending: str, *, is_plural: bool) -> str:
    if is_plural:
        return "personerne" if det == "de" or ending in {"erne", "ene", "rne"} else "personer"
    if det in {"den", "det"} or ending in {"en", "et", "n", "ens", "ets"}:
        return "personen"
    return "en person" if det else "person"
