"""The record of processing: GDPR article 30 for municipalities, retshåndhævelsesloven § 23 for the police."""

from __future__ import annotations

from collections.abc import Iterator

from rundbord.access.declarations import About, Declaration
from rundbord.governance.papers.activities import ACTIVITIES, Activity
from rundbord.governance.papers.names import name_of
from rundbord.governance.papers.parts import Paper, Section, Table
from rundbord.governance.queries.standing import Standing
from rundbord.privacy.catalogue import CATALOGUE, CLASSES
from rundbord.sharing.vocabulary import InformationClass

_MEASURES = (
    "Databasen afgør selv, hvem der ser en række, ud fra en underskrevet sammenhæng, der gælder i ét minut.",
    "Navne, cpr-numre og notater er forseglet med en nøgle for hver person hos hver myndighed; nøglerne ligger uden for databasen.",
    "Det, der når personer, kræver et andet trin ved login og en bestået introduktion til reglerne.",
    "Hver læsning, ændring, videregivelse, søgning og sletning logges i samme øjeblik; loggen kan ikke rettes ubemærket.",
    "Hver uge kontrolleres en stikprøve af læsninger og alt, der skiller sig ud; en leder skriver under.",
    "Sletning sker af sig selv på dagen; nøglen destrueres, så heller ikke gårsdagens kopi kan læses.",
)


def record_of_processing(standing: Standing) -> Paper:
    """Write the record of one authority."""
    law = "retshåndhævelseslovens § 23" if standing.is_police else "databeskyttelsesforordningens artikel 30"
    return Paper(
        title="Fortegnelse over behandlinger",
        lead=f"{standing.authority} er dataansvarlig. Fortegnelsen efter {law} er skrevet ud fra systemet, som det er i dag.",
        sections=(_controller(standing), *(_section(each, standing) for each in _processed()), _safe(standing)),
    )


def _processed() -> list[Activity]:
    return [each for each in ACTIVITIES if personal_of(each)]


def personal_of(activity: Activity) -> list[Declaration]:
    """Give the tables of an activity that hold personal data."""
    return [each for each in CATALOGUE if each.about is not About.NOBODY and each.model.split(".")[0] in activity.apps]


def _controller(standing: Standing) -> Section:
    others = [(name, kind) for name, kind in standing.parties if name != standing.authority]
    return Section(
        heading="Dataansvarlig og parter",
        words=(
            f"Dataansvarlig: {standing.authority}. Kontaktoplysninger på myndigheden og databeskyttelsesrådgiveren skrives ind af myndigheden.",
            "Hver part er dataansvarlig for sine egne rækker. Driftsleverandøren er databehandler. Der overføres intet til lande uden for EU.",
            "Systemet profilerer ikke personer og træffer ingen automatiske afgørelser.",
            *(["Myndigheden sidder ikke med i et partnerskab i dag."] if not standing.parties else []),
        ),
        table=Table(head=("Anden part", "Slags"), rows=tuple(others)) if others else None,
    )


def _section(activity: Activity, standing: Standing) -> Section:
    basis = activity.police_basis if standing.is_police else activity.municipal_basis
    declared = personal_of(activity)
    classes = ", ".join(_classes(activity)) or "Almindelige oplysninger om medarbejdere"
    return Section(
        heading=activity.name,
        words=(activity.purpose,),
        points=(
            f"Grundlag: {basis}.",
            f"Om hvem: {activity.people}.",
            f"Kategorier: {classes}.",
            f"Modtagere: {activity.recipients}.",
        ),
        table=Table(
            head=("Oplysninger", "Hvorfor", "Hvor længe", "Slettes af sig selv"),
            rows=tuple((name_of(each.model), each.purpose, each.kept, _ends(each)) for each in declared),
        ),
    )


def _classes(activity: Activity) -> Iterator[str]:
    held = {found for app in activity.apps for columns in CLASSES.get(app, {}).values() for found in columns.values()}
    for each in InformationClass:
        if each in held:
            yield f"{each.value.upper()} {each.label.lower()}"


def _ends(each: Declaration) -> str:
    return "Ja" if each.is_enforced else "Afventer godkendelse"


def _safe(standing: Standing) -> Section:
    factor = "af alle brugere" if standing.demands_second_factor else "af de roller, der når personer"
    return Section(
        heading="Sikkerhed",
        points=(
            *_MEASURES,
            f"{standing.authority} har {standing.users} åbne brugere i {len(standing.units)} enheder. Et andet trin kræves {factor}.",
            f"En session slutter efter {standing.idle_minutes} minutter uden brug og senest efter {standing.absolute_hours} timer. Loggen bevares i {standing.log_days} dage.",
        ),
        table=Table(head=("Enhed", "Retsgrundlag"), rows=standing.units) if standing.units else None,
    )
