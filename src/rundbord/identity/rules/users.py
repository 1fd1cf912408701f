"""Which users may be created, and who must stay."""

from __future__ import annotations

import re

from rundbord.reading.persons import FindingKind, findings

Reasons = dict[str, list[str]]

LAST_ADMINISTRATOR = "Du kan ikke fjerne myndighedens sidste administrator. Gør først en anden til administrator."
SIGN_IN_NAME_TAKEN = "Brugernavnet er allerede i brug hos jer."
# What stands in place of the name of somebody who left long ago.
NAMELESS = "Tidligere bruger"
IS_NAMELESS = "Brugerens navn er slettet. Opret en ny bruger."
LONGEST_NAME = 120
_SIGN_IN_NAME = re.compile(r"[a-zæøå0-9._-]{2,60}")
_CODE = re.compile(r"[a-zæøå0-9-]{2,40}")
_FULL_SIGN_IN_NAME = re.compile(r"[a-zæøå0-9._-]{2,60}@[a-zæøå0-9-]{2,40}")


def objections_to_user(*, name: str, sign_in_name: str, is_taken: bool) -> Reasons:
    """Every reason why a user cannot have this name and sign-in name."""
    checks = [
        ("name", "Skriv brugerens navn eller funktion.", not name.strip()),
        ("name", f"Navnet må højst være på {LONGEST_NAME} tegn.", len(name.strip()) > LONGEST_NAME),
        ("name", "Et CPR-nummer må ikke stå i navnet.", _holds_cpr(name)),
        (
            "sign_in_name",
            "Brugernavnet skal være på mindst 2 tegn: små bogstaver, tal, punktum, bindestreg og understreg.",
            not _SIGN_IN_NAME.fullmatch(sign_in_name),
        ),
        ("sign_in_name", "Et CPR-nummer må ikke bruges som brugernavn.", _holds_cpr(sign_in_name)),
        ("sign_in_name", SIGN_IN_NAME_TAKEN, is_taken),
    ]
    reasons: Reasons = {}
    for field, sentence, applies in checks:
        if applies:
            reasons.setdefault(field, []).append(sentence)
    return reasons


def is_full_sign_in_name(text: str) -> bool:
    """Tell whether a text has the form `name@code`."""
    return bool(_FULL_SIGN_IN_NAME.fullmatch(text))


def is_code(text: str) -> bool:
    """Tell whether a text has the form of an authority's code."""
    return bool(_CODE.fullmatch(text))


def _holds_cpr(text: str) -> bool:
    return any(finding.kind is FindingKind.CPR for finding in findings(text))
