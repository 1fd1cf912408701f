"""What personal data is processed for, by activity: the apps of each, whom it concerns, and by which law.

A test demands that every table about citizens or staff belongs to one activity.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Activity:
    """One line of the record (GDPR article 30; retshåndhævelsesloven § 23)."""

    name: str
    apps: tuple[str, ...]
    purpose: str
    people: str
    municipal_basis: str
    police_basis: str
    recipients: str


_TASK = "Databeskyttelsesforordningens artikel 6, stk. 1, litra e; databeskyttelseslovens § 8, stk. 1"
_POLICE = "Retshåndhævelseslovens §§ 4 og 9: forebyggelse af strafbare handlinger"
_SECURITY = "Databeskyttelsesforordningens artikel 6, stk. 1, litra e, og artikel 32"
_LED_SECURITY = "Retshåndhævelseslovens §§ 24 og 27"

ACTIVITIES = (
    Activity(
        name="Bekymringer og indsatser for unge",
        apps=("concerns", "interventions"),
        purpose="At følge en bekymring for en ung, til kontakten er sikret, og at styre de aftalte skridt.",
        people="Unge, forældre og andre omkring dem",
        municipal_basis=f"{_TASK}; artikel 9, stk. 2, litra g, og databeskyttelseslovens § 7, stk. 4; retsplejelovens § 115",
        police_basis=f"{_POLICE}; følsomme oplysninger kun, når det er strengt nødvendigt (§ 10)",
        recipients="Egen enhed, tildelte kolleger, og dem, der gives videre til (se næste aktivitet)",
    ),
    Activity(
        name="Videregivelse mellem parterne",
        apps=("sharing", "handover", "meetingcases"),
        purpose="At give nødvendige oplysninger til den part, der skal bruge dem, med hjemmel, vilkår og frist.",
        people="Unge, forældre og andre omkring dem",
        municipal_basis="Retsplejelovens § 115 og de øvrige hjemler i `legal-bases.md`; databeskyttelseslovens § 8, stk. 2",
        police_basis="Retsplejelovens § 115; retshåndhævelseslovens § 4, stk. 5, og § 6",
        recipients="Den enhed hos en anden part, der er valgt for hver videregivelse; breve til forældre og nævnte udenforstående",
    ),
    Activity(
        name="Forløb og hold for unge",
        apps=("programmes",),
        purpose="At holde styr på, hvem der deltager på egne hold.",
        people="Unge på hold",
        municipal_basis="Databeskyttelsesforordningens artikel 6, stk. 1, litra e",
        police_basis=_POLICE,
        recipients="Kun den enhed, der har holdet",
    ),
    Activity(
        name="Det fælles situationsbillede",
        apps=("situation", "feeds", "streetwork", "conflicts", "zones", "alerts", "insight", "tasks"),
        purpose="At kende hændelser, områder og konflikter og fordele opgaver. Personer hører ikke til her: navne stoppes, før der gemmes.",
        people="Medarbejdere på vagt; borgere kun i oprindelige døgnrapporter, som slettes efter kort tid",
        municipal_basis=_TASK,
        police_basis=_POLICE,
        recipients="Parterne i partnerskabet, hver i sin udgave",
    ),
    Activity(
        name="Møder og partnerskab",
        apps=("meetings", "partnership"),
        purpose="At indkalde, holde og beslutte, og at føre aftale, parter og planer.",
        people="Medarbejdere og underskrivere",
        municipal_basis="Databeskyttelsesforordningens artikel 6, stk. 1, litra e",
        police_basis="Databeskyttelsesforordningens artikel 6, stk. 1, litra e",
        recipients="Parter med plads i det enkelte forum",
    ),
    Activity(
        name="Brugere, adgang og beskeder",
        apps=("identity", "notices"),
        purpose="At kun de rette kommer ind, og at de får besked om, at der er noget nyt.",
        people="Medarbejdere, der logger ind",
        municipal_basis=_SECURITY,
        police_basis=_LED_SECURITY,
        recipients="Egen administrator; myndighedens egen loginløsning",
    ),
    Activity(
        name="Log, kontrol og rettigheder",
        apps=(
            "logcontrol",
            "privacy",
            "keys",
            "audit",
            "rights",
            "breaches",
            "deletion",
            "emergency",
            "foureyes",
            "departure",
        ),
        purpose="At kunne vise, hvem der har læst og gjort hvad, kontrollere det og svare borgere. Bruges ikke til andet.",
        people="Medarbejdere; borgere, der spørger, eller som en læsning handler om",
        municipal_basis=f"{_SECURITY}; artikel 15 til 19 og 33",
        police_basis=f"{_LED_SECURITY}; §§ 13 til 18 og 28",
        recipients="Egen databeskyttelsesrådgiver og ledelse; parternes vidner ser kun tre underskrevne linjer",
    ),
)
