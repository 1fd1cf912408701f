"""What may stand on a hand-over list, who may take a line up, and until when a list may stand."""

from __future__ import annotations

from datetime import date, timedelta

from rundbord.handover.vocabulary import LineVerdict
from rundbord.sharing.rules.ages import ADULT, age_on
from rundbord.sharing.vocabulary import PersonRole

Reasons = dict[str, list[str]]

MOST_LINES = 60
# How long before its meeting a list may be begun; it goes on the evening of the meeting (law-and-practice B.2).
BEGUN_AT_MOST = timedelta(days=7)
LOOKED_BACK = timedelta(days=14)
VICTIM = "Den forurettede bliver ikke en bekymring. Brug for hjælp går gennem en underretning."


def objections_to_list(*, meeting_day: date, today: date) -> list[str]:
    """Give every reason why a list cannot be begun today."""
    checks = {
        "Mødet er holdt. En ny liste hører til et nyt møde.": meeting_day < today,
        "Listen kan tidligst begyndes 7 dage før mødet.": meeting_day - today > BEGUN_AT_MOST,
    }
    return [sentence for sentence, applies in checks.items() if applies]


def objections_to_line(*, born_on: date, seen_on: date, today: date, lines: int) -> Reasons:
    """Give every reason why somebody cannot be put on a list, by the field to blame."""
    age = age_on(born_on, today)
    checks = [
        ("born_on", "Fødselsdagen ligger efter i dag.", born_on > today),
        ("born_on", "Personen er fyldt 18 år. Overleveringsmødet er for unge under 18.", age >= ADULT),
        ("seen_on", "Dagen ligger efter i dag.", seen_on > today),
        (
            "seen_on",
            "Det er mere end 14 dage siden. Listen er kun for det, der lige er set.",
            seen_on < today - LOOKED_BACK,
        ),
        ("", f"Listen er fuld: højst {MOST_LINES} linjer til ét møde.", lines >= MOST_LINES),
    ]
    reasons: Reasons = {}
    for field, sentence, applies in checks:
        if applies:
            reasons.setdefault(field, []).append(sentence)
    return reasons


def objections_to_verdict(verdict: LineVerdict, *, role: PersonRole) -> list[str]:
    """Give every reason why a unit cannot answer so: who was wronged is no worry to be taken up."""
    return [VICTIM] if verdict is LineVerdict.TAKEN_UP and role is PersonRole.VICTIM else []
