"""Two releases of the demonstration: one that is six weeks ahead, and one whose watch has begun."""

from __future__ import annotations

from rundbord.demo.interventions.courses import Course, Step
from rundbord.interventions.vocabulary import InterventionKind

_BY_KSP = {"group": "convicted", "way": "ksp"}
_AHEAD = Course(
    by="ssp@herlev",
    name="Påhit Påhitsen",
    kind=InterventionKind.RELEASE,
    since=30,
    steps=(
        Step(key="intake", outcome="chosen", days_ago=28, values=_BY_KSP),
        Step(key="release_date", outcome="known", days_ago=27, values={"release_on": ""}, day_in=42),
        Step(
            key="plan",
            outcome="done",
            days_ago=20,
            values={
                "housing": "Værelse gennem ungdomsboligen fra første dag",
                "work": "Lærlingeplads hos en tømrer, samtale i næste måned",
                "network": "Sin søster, som besøger hver anden uge",
                "young_view": "Vil gerne begynde et sted, hvor ingen kender én fra før.",
                "agreements": [
                    {"who": "SSP", "what": "Følger med til samtalen hos tømreren", "when": "næste måned"},
                    {"who": "Søsteren", "what": "Står ved porten", "when": "på dagen"},
                ],
            },
        ),
        Step(key="municipality", outcome="done", days_ago=15, values={"contact": "Ungeteamet i kommunen"}),
        Step(
            key="housing",
            outcome="done",
            days_ago=4,
            values={"home": "Værelse i ungdomsboligen", "income": "Lærlingeløn; uddannelseshjælp den første måned"},
        ),
    ),
)
_BEHIND = Course(
    by="betjent@vestegnen",
    name="Navn Navnesen",
    kind=InterventionKind.RELEASE,
    since=90,
    steps=(
        Step(key="intake", outcome="chosen", days_ago=88, values=_BY_KSP),
        Step(key="release_date", outcome="known", days_ago=87, values={"release_on": ""}, day_in=-7),
        Step(
            key="plan",
            outcome="done",
            days_ago=75,
            values={
                "housing": "Hos sin far, til der er et værelse",
                "work": "Lageret, hvor broren arbejder",
                "network": "Faren og en mentor",
                "young_view": "Er træt af det hele og vil bare have ro.",
                "agreements": [{"who": "Mentoren", "what": "Ringer hver søndag", "when": "fra første uge"}],
            },
        ),
        Step(key="municipality", outcome="too_short", days_ago=74),
        Step(
            key="housing",
            outcome="done",
            days_ago=40,
            values={"home": "Hos sin far", "income": "Løn fra lageret"},
        ),
        Step(
            key="meeting",
            outcome="held",
            days_ago=30,
            values={
                "young_view": "Vil helst hentes af sin far og ikke af nogen i uniform.",
                "agreements": [{"who": "Faren", "what": "Henter ham", "when": "kl. 9 på dagen"}],
            },
        ),
        Step(
            key="day",
            outcome="met",
            days_ago=7,
            values={
                "released_on": "",
                "met_by": "Sin far og mentoren",
                "home": "Hos sin far",
                "work": "Begynder på lageret på mandag",
                "network": "Faren, broren og mentoren",
                "contact": "Mentoren, også om aftenen",
            },
        ),
        Step(
            key="first_contact",
            outcome="met",
            days_ago=5,
            values={"status": "Mødte på arbejde begge dage. Sover dårligt. Har sagt nej til at komme til stationen."},
        ),
    ),
)
RELEASES = (_AHEAD, _BEHIND)
