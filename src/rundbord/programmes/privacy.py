"""What is kept of programmes: common words without persons, sealed names of those who take part, staff's training."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rundbord.access.declarations import About, Declaration
from rundbord.sharing.vocabulary import InformationClass as Class

_FIVE_YEARS = "Fem år efter holdets sidste dag."
_NAMES = "180 dage efter holdets sidste dag; så destrueres deltagerens nøgle, og navnet kan ikke læses mere."
_HANDED_OUT = "Udleveres til deltageren og forældremyndighedens indehaver af egen myndighed."

DECLARATIONS = (
    Declaration(
        model="programmes.Programme",
        about=About.NOBODY,
        purpose="Hvilke forløb der findes for unge.",
        kept=_FIVE_YEARS,
    ),
    Declaration(
        model="programmes.Cohort",
        about=About.NOBODY,
        purpose="Hvornår et hold kører, dets pladser, og hvor mange der gennemførte; tal under 5 skjules.",
        kept=_FIVE_YEARS,
    ),
    Declaration(model="programmes.CourseDay", about=About.NOBODY, purpose="Hvornår et hold mødes.", kept=_FIVE_YEARS),
    Declaration(
        model="programmes.Participant",
        about=About.CITIZENS,
        purpose="Hvem der er på et hold, om der er samtykke, og om de gennemførte; aldrig hvorfor de er der.",
        kept=_NAMES,
        handed_out=_HANDED_OUT,
        is_enforced=True,
    ),
    Declaration(
        model="programmes.Presence",
        about=About.CITIZENS,
        purpose="Om en deltager mødte op.",
        kept=_NAMES,
        handed_out=_HANDED_OUT,
        is_enforced=True,
    ),
    Declaration(
        model="programmes.Training",
        about=About.STAFF,
        purpose="Hvem der er oplært i gadearbejde, i hvad og til hvornår.",
        kept="Så længe medarbejderen går på gaden, og et år efter; så sletter natten det.",
        is_enforced=True,
        handed_out="Udleveres til medarbejderen af egen myndighed.",
    ),
)

CLASSES: Mapping[str, Mapping[str, Class]] = MappingProxyType(
    {
        "Participant": {
            **dict.fromkeys(("name", "contact"), Class.IDENTITY),
            **dict.fromkeys(
                ("id", "authority", "unit", "cohort", "data_key", "consent_on", "consent_from", "added_at"),
                Class.PRIVATE,
            ),
            **dict.fromkeys(("ended_on", "ending", "follow_up", "delete_on"), Class.PRIVATE),
        },
        "Presence": dict.fromkeys(("id", "authority", "unit", "participant", "day", "was_there", "at"), Class.PRIVATE),
    }
)
