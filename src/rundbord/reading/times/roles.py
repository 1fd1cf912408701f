"""What a told time is the time of: the event, the report, its discovery, an arrest, a court, the aftermath."""

import re
from enum import Enum, auto

from rundbord.reading.late import late


class Role(Enum):
    """Which of the things that happen in a story the time belongs to."""

    EVENT = auto()
    REPORTED = auto()
    DISCOVERED = auto()
    ARREST = auto()
    COURT = auto()
    AFTERMATH = auto()


_POLICE = (
    r"(?:politi\w*|\bvi\b|\bos\b|vagtcentral\w*|alarmcentral\w*|brandvæsen\w*|beredskab\w*"
    r"|\b112\b|\b114\b|1-1-[24]|patrulje\w*)"
)
_RECEIVED = r"(?:modtog|modtaget|modtager|fik|fået|får|kom|kommer|indløb|indgik|indkom|lød|tikkede|landede)\b"
_CALL = r"(?:henvendelse|opkald|opringning|melding|alarm|besked|tip\b|underretning)\w*"
_CALLED = r"(?:ringede|kontaktede|henvendte sig|alarmerede|tilkaldte|slog alarm|meldte|rettede henvendelse til)\b"

_REPORTED = late(
    rf"{_RECEIVED}.*\banmeldelse|anmeldelse\w*\b.*{_RECEIVED}|\banmeldt\b|\banmeldte\b|\banmeldes\b"
    rf"|\bmeldt (?:savnet|stjålet)\b|\b(?:indløb|indgik)\b"
    rf"|^(?=.*{_POLICE})(?=.*{_RECEIVED}).*\b{_CALL}"
    rf"|^(?=.*(?:politi|\b112\b|\b114\b|1-1-[24]|vagtcentral|\bos\b)).*\b{_CALLED}"
    rf"|\bblev\b.{{0,40}}{_POLICE}.{{0,30}}\b(?:tilkaldt|kaldt|kontaktet|alarmeret|sendt|underrettet|ringet op)\b"
    rf"|{_POLICE}.{{0,30}}\bblev\b.{{0,40}}\b(?:tilkaldt|kaldt|kontaktet|alarmeret|sendt til|underrettet)\b"
    r"|\brykkede\b.{0,60}\bud\b|\bblev (?:der |det )?meldt\b|\bmeldtes\b|\bringede en\b"
    r"|\bstødte\b(?!.*\bsammen\b).{0,40}\bpå (?:en|et|to|tre)\b",
    re.I,
)
_CALLED_BY_A_SWINDLER = late(
    r"\b(?:ringede|skrev) (?:en|et|to|der en) [^.]{0,60}?(?:\b(?:udgav|foregav|præsenterede) sig\b"
    r"|\btil (?:en|et) (?:\d+-årig|ældre|mand|kvinde|borger|ægtepar))"
    r"|\bringet op af\b|\bringede (?:på|på døren) hos\b",
    re.I,
)
"""A call to the victim is the event, not the call to the police."""
_DISCOVERED = late(
    r"\b(?:blev|er) (?:\w+ ){0,4}?opdaget\b|\bopdagede?\b|\bopdaget\b|\b(?:kom|vendte) (?:\w+ ){0,3}hjem\b"
    r"|\bankom til (?:deres|sit|sin|hans|hendes)\b|\bmødte (?:\w+ ){0,3}(?:ind\b|op (?:til|på (?:arbejde|skole))\b)"
    r"|\b(?:fundet|fandt)\b.{0,40}\b(?:død|livløs|såret|bevidstløs|omkommet)",
    re.I,
)
_OFFICER = late(
    r"\b(?:patrulje|betjent|politi)\w*\b.{0,30}\bopdaget?|\bopdagede\b.{0,25}\b(?:patrulje|betjent|politi)", re.I
)
"""What officers come upon is the event itself, not the discovery of an older one."""
_ARREST = late(r"\banholdt(?:e|es)?\b|\bpågreb|\banholdelse", re.I)
_COURT = late(r"\bfremstill|\bgrundlovsforhør|\bretsmøde|\bfor en dommer|\bvaretægtsfængsl|\bi retten\b", re.I)
_AFTERMATH = late(
    r"\bophævet\b|\bslukket\b|\bslukke\b|\bslukningen\b|\bgenåbne|\bløslad|\budskrevet\b|\bnormaliseret\b|\bafsluttet\b"
    r"|\bunder kontrol\b|\bfærdig|\bforlod (?:brandvæsenet|politiet|redningsmandskabet)|\bigen (?:åben|farbar)"
    r"|\båben igen\b|\bhenvendelse (?:kan|bedes)|\bopfordre|\bdømt\b|\bafgået ved døden",
    re.I,
)
_FOUND_AGAIN = late(
    r"^(?!.*\b(?:siden|forsvandt|forsvundet)\b).*"
    r"(?:\bfundet (?:i god behold|igen\b|i live|uskadt|velbeholden|siddende|gående|liggende)"
    r"|\bfandt (?:ham|hende|dem|manden|kvinden|drengen|pigen|parret|børnene)\b)",
    re.I,
)
_ALARM = late(r"\b(?:gik|lød) \w*alarmen\b|\b\w*alarmen (?:gik|lød)\b", re.I)
"""An alarm goes off while it happens, and tells the police of it."""
_DONE = late(
    r"\b(?:begået|sket|skete|fandt sted|fundet sted|opstod|opstået|udbrød|stjålet|udsat for|udøvet|gerningstidspunkt\w*"
    r"|tidsrum\w*|overfaldet|foregået|foregik|forsvundet)\b",
    re.I,
)
_SINCE = late(
    r"\bsiden\b|\bsidst (?:set|brugt|låst)\b|\bhavde (?:sidst )?set (?:den|bilen|cyklen|knallerten|båden)\b"
    r"|\b(?:forlod|låste|parkerede|efterlod)\b"
    r"|\b(?:parkeret|efterladt|låst|forladt|stillet)\b",
    re.I,
)
"""When all was still well: what was discovered later may have happened from then on."""


def role_of(clause: str, sentence: str, *, is_interval: bool) -> Role:
    """Judge by the clause that the time stands in; an interval is always the event's, or the court's."""
    if _COURT.search(clause) and not _DONE.search(clause):
        return Role.COURT
    if is_interval or (_DONE.search(clause) and not _REPORTED.search(clause) and not _DISCOVERED.search(clause)):
        return Role.EVENT
    if _CALLED_BY_A_SWINDLER.search(sentence):
        return Role.EVENT
    for role, is_meant in _TESTS:
        if is_meant(clause):
            return role
    return Role.EVENT


def tells_what_was_done(clause: str) -> bool:
    return bool(_DONE.search(clause))


def tells_of_alarm(clause: str) -> bool:
    return bool(_ALARM.search(clause))


def tells_since_when(clause: str) -> bool:
    return bool(_SINCE.search(clause))


def tells_of_report(clause: str) -> bool:
    return bool(_REPORTED.search(clause))


def _is_discovery(clause: str) -> bool:
    return bool(_DISCOVERED.search(clause)) and not _OFFICER.search(clause)


_TESTS = (
    (Role.DISCOVERED, _is_discovery),
    (Role.REPORTED, tells_of_report),
    (Role.AFTERMATH, lambda clause: bool(_AFTERMATH.search(clause) or _FOUND_AGAIN.search(clause))),
    (Role.ARREST, lambda clause: bool(_ARREST.search(clause))),
)
