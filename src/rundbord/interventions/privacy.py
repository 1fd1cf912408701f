"""What is kept of interventions, how long, and which class of information each column holds (table A.13)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rundbord.access.declarations import About, Declaration
from rundbord.interventions.exit_privacy import EXIT_CLASSES, EXIT_DECLARATIONS
from rundbord.sharing.vocabulary import InformationClass as Class

_WITH_FILE = "Sammen med den unges sag; så destrueres sagens nøgle, og ordene kan ikke læses mere."
_HANDED_OUT = (
    "Udleveres til den unge og forældremyndighedsindehaveren af egen myndighed, dog ikke det, der er undtaget."
)


def _of_citizens(model: str, purpose: str, kept: str = _WITH_FILE) -> Declaration:
    return Declaration(
        model=f"interventions.{model}", about=About.CITIZENS, purpose=purpose, kept=kept, handed_out=_HANDED_OUT
    )


DECLARATIONS = (
    *EXIT_DECLARATIONS,
    _of_citizens("Intervention", "Hvad der gøres med den unge, hvad der er næste skridt, og hvornår."),
    _of_citizens(
        "StepTaken",
        "Hvad der blev gjort eller forsøgt, og hvad der kom ud af det.",
        f"{_WITH_FILE} Ordene i en underretning har deres egen nøgle og destrueres, når den er afleveret, eller et døgn"
        " efter udskriften.",
    ),
    _of_citizens("PlannedStep", "Hvornår og hvor et skridt skal ske."),
    _of_citizens("InterventionEnd", "Hvordan en indsats sluttede, og hvorfor."),
    _of_citizens(
        "JointVisit",
        "At to enheder planlægger et besøg sammen, uden at det står, hos hvem.",
        "12 måneder fra den dag, der blev spurgt; dagen sættes med det samme og flyttes aldrig.",
    ),
    _of_citizens("JointAnswer", "Hver enheds ja eller nej til et fælles besøg.", "Sammen med det fælles besøg."),
    Declaration(
        model="interventions.Offer",
        about=About.NOBODY,
        purpose="Hvad en kommune kan tilbyde unge, og hvor mange pladser der er ledige.",
        kept="Fem år efter, at tilbuddet er lukket; derefter efter arkivreglerne.",
    ),
)


def _private(*names: str) -> dict[str, Class]:
    return dict.fromkeys(names, Class.PRIVATE)


CLASSES: Mapping[str, Mapping[str, Class]] = MappingProxyType(
    {
        **EXIT_CLASSES,
        "Intervention": _private(
            *("id", "authority", "partnership", "person", "concern", "joint_visit", "place", "kind", "started_at"),
            *("started_by", "started_label", "next_step", "due_at", "ended_at", "ending"),
        ),
        # Health and ties to gangs belong in facts, which are read by name; the forms say so.
        "StepTaken": {
            "words": Class.OFFENCE,
            **_private("id", "authority", "person", "intervention", "step", "outcome", "data_key", "sides"),
            **_private("held_at", "counts_from", "again_on", "printed_at", "taken_at", "taken_by", "taken_label"),
        },
        "PlannedStep": {
            "words": Class.IDENTITY,
            **_private("id", "authority", "person", "intervention", "step", "planned_for", "planned_at"),
            **_private("planned_by", "planned_label", "cancelled_at"),
        },
        "InterventionEnd": _private(
            *("id", "authority", "person", "intervention", "ending", "reason", "ended_at", "ended_by", "ended_label")
        ),
        "JointVisit": _private(
            *("id", "partnership", "authority", "unit", "partner", "partner_unit", "reference", "area"),
            *("asked_at", "asked_by", "asked_label", "answer_by", "planned_for", "ended_at", "delete_on"),
        ),
        "JointAnswer": _private(
            *("id", "partnership", "authority", "visit", "word", "weighed", "answered_at", "answered_by"),
            "answered_label",
        ),
    }
)
