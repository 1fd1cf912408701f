"""The written scale: what each level means, with an example, shown beside the control so that the sides mean the same.

Where a scale is not written down, its levels drift between groups and with each new colleague.
"""

from __future__ import annotations

from dataclasses import dataclass

from rundbord.streetwork.vocabulary import ActivityLevel, Footing


@dataclass(frozen=True, kw_only=True)
class Meaning:
    """One step of a scale: its word, what it means, and an example where one helps."""

    label: str
    means: str
    example: str = ""


def _level(level: ActivityLevel, means: str, example: str) -> Meaning:
    return Meaning(label=level.label, means=means, example=example)


LEVELS = (
    _level(
        ActivityLevel.NONE,
        "I har set efter og hverken set eller hørt tegn i kvartalet.",
        "Gadeteamet har gået runden hver uge og intet set.",
    ),
    _level(
        ActivityLevel.SINGLE,
        "Et eller to tegn hver for sig, uden mønster.",
        "Én samling i ens tøj ved torvet, ikke set siden.",
    ),
    _level(
        ActivityLevel.RECURRING,
        "De samme tegn mindst tre gange, på kendte steder eller tider.",
        "Handel ved stationen de fleste fredage.",
    ),
    _level(
        ActivityLevel.ESTABLISHED,
        "Tegn de fleste uger. Stedet bruges fast, og andre retter sig efter det.",
        "Beboere går udenom, og den, der klager, bliver truet.",
    ),
)

FOOTINGS = (
    Meaning(label=Footing.SURE.label, means="Flere har selv set det, uafhængigt af hinanden."),
    Meaning(label=Footing.LIKELY.label, means="Én har set det, eller flere har hørt det hver for sig."),
    Meaning(label=Footing.UNSURE.label, means="Hørt ét sted, eller et rygte."),
)
