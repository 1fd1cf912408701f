"""Makes a masked account read like Danish again, where the words that were taken out left stiff ones behind."""

import re

from rundbord.reading.late import late
from rundbord.reading.persons import wording

_PERSON = r"(?:mand|kvinde|person|bilist|cyklist|motorcyklist|fodgænger|knallertfører|passager|medarbejder)"
_PLURALS = {"mand": "mænd", "medarbejder": "medarbejdere"}
_NUMBERS = {2: "to", 3: "tre", 4: "fire", 5: "fem", 6: "seks"}
_NAMED = r"(?:(?<=en)|(?<=et)|(?<=ne)|(?<=anden)|(?<=beboer)|(?<=ejer)|(?<=bekendte)|(?<=kunde)|(?<=gæst))"
"""The end of "passageren" in "passageren, en mand, blev anholdt": the age was all that the insertion told."""
_NOTE = r"\((?:Den nærmere beskrivelse|Personbeskrivelsen) er udeladt\.\)?"
_RECORDS = r"\(oplysninger om tidligere sager udeladt\)"

_SAME_AGAIN = late(rf"\b(?:henholdsvis )?[Ee]n (?P<noun>{_PERSON})(?:, en (?P=noun))* (?:og|samt) en (?P=noun)\b")
_SECOND = late(rf"\b[Ee]n (?P<noun>{_PERSON})\b(?P<between>[^.!?\n]{{1,240}}?)\ben (?P=noun)\b(?! mere)")
_PLAIN = (
    (late(rf"{_NAMED}, en (?:mand|kvinde|person)(?:(?=\.)|,(?! (?:en|et|to|der|som)\b))"), ""),
    (late(rf"{_NAMED}, en (?:mand|kvinde|person)(?=, (?:der|som)\b)"), ""),
    (late(r"(?<= personer) [–-] (?:\w+ personer|en person)(?:(?:,| og) (?:\w+ personer|en person))* ?[–-](?= )"), ""),
    (late(r", (?:der|som) (?:er|var) \(helbred udeladt\)(?:,|(?=\.))"), ""),
    (late(r"\(helbred udeladt\) (?=\w)"), ""),
    (late(r"\bfik skader\b"), "kom til skade"),
    (late(r"\bklagede over skader\b"), "klagede over smerter"),
    (late(r"(?<=\bbil)(?:,| [-–]) (?:formentlig|vistnok|muligvis|sandsynligvis) en bil\b"), ""),
    (
        late(rf"(?:(?<=^)|(?<=[.!?] )|(?<=\n))(?:\w+ ){{1,2}}(?:er|var|har|havde) (?:\w+ )?{_RECORDS}\.?", re.M),
        "(Oplysninger om tidligere sager er udeladt.)",
    ),
    (late(rf"(?<=[.!?] ){_RECORDS}\.?"), "(Oplysninger om tidligere sager er udeladt.)"),
    (late(rf"(?P<note>{_NOTE})(?:\s*{_NOTE})+"), r"\g<note>"),
    (late(r"(\(Den nærmere beskrivelse er udeladt\.)(?!\))"), r"\1)"),
)


def smoothed(text: str) -> str:
    """The masked text with doubled persons told apart or counted, and empty insertions taken out."""
    for pattern, instead in _PLAIN:
        text = pattern.sub(instead, text)
    text = _SAME_AGAIN.sub(_counted, text)
    return _SECOND.sub(_told_apart, text)


def _counted(match: re.Match[str]) -> str:
    """ "En mand, en mand og en mand" are three men."""
    noun = match["noun"]
    number = _NUMBERS.get(len(re.findall(rf"\ben {noun}\b", match.group(), re.I)), "flere")
    plural = f"{number} {_PLURALS.get(noun, noun + ('r' if noun.endswith('e') else 'er'))}"
    return wording.capitalised(plural) if match.group()[0].isupper() else plural


def _told_apart(match: re.Match[str]) -> str:
    """ "En bilist ramte en bilist": the second is another one."""
    noun = match["noun"]
    return f"{match.group()[:2]} {noun}{match['between']}en anden {noun}"
