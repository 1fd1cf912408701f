"""A draft of the impact assessment: GDPR articles 35 and 36, retshåndhævelsesloven §§ 25 and 26."""

from __future__ import annotations

from rundbord.access.declarations import About
from rundbord.governance.papers.activities import ACTIVITIES
from rundbord.governance.papers.parts import Paper, Section, Table
from rundbord.governance.papers.record import personal_of
from rundbord.governance.queries.standing import Standing
from rundbord.governance.written.threats import THREATS
from rundbord.privacy.catalogue import CATALOGUE
from rundbord.sharing.rules.bases import BASES

_NECESSARY = (
    "Fælles rækker er uden personer. Den enkelte ung står kun i den enhed, der arbejder med sagen.",
    "En videregivelse kræver en hjemmel, et formål og en begrundet nødvendighed for hver modtager; den smalleste hjemmel foreslås først.",
    "Der kan ikke søges på tværs af myndigheder, i fri tekst eller på adresse, og ingen rangordnes efter risiko.",
    "Efterforskning findes ikke som formål (retsplejelovens § 115, stk. 2).",
    "Alt har en frist, som sættes, når det oprettes, og en ungs sag løber aldrig forbi 18-årsdagen uden ny vurdering.",
    "Klasser som helbred, exit og bandetilknytning læses kun af dem, der er nævnt ved navn.",
)
_ASKED = (
    "Sandsynlighed og alvor for hver risiko i jeres egen organisation: lav, mellem eller høj.",
    "Om de unges, forældres eller foreningers synspunkter skal indhentes (artikel 35, stk. 9).",
    "Hvilke frister I godkender (se Opbevaring), og hvem der godkender ændringer.",
    "Hvilke instrukser der dækker det, systemet ikke kan: fotos af skærmen, hentede filer og samtaler.",
    "Hvem der er vidne på loggen; mindst to myndigheder, hvoraf den ene ikke driver systemet.",
)


def impact_assessment(standing: Standing) -> Paper:
    """Write the draft of one authority."""
    law = "retshåndhævelseslovens § 25" if standing.is_police else "databeskyttelsesforordningens artikel 35"
    return Paper(
        title="Konsekvensanalyse, udkast",
        lead=f"Udkast efter {law} for {standing.authority}, skrevet ud fra systemet. Databeskyttelsesrådgiveren vurderer og gør det færdigt.",
        sections=(_why(standing), _what(), _needed(), _risks(), _residual(), _asked(), _consulted(standing)),
    )


def _why(standing: Standing) -> Section:
    return Section(
        heading="Hvorfor en konsekvensanalyse",
        words=(
            "Behandlingen angår sårbare unge, oplysninger om strafbare forhold og sammenstilling af viden fra flere myndigheder. Hvert af de tre peger på en høj risiko.",
            f"Parter i dag: {', '.join(name for name, _ in standing.parties) or 'ingen'}.",
        ),
    )


def _what() -> Section:
    citizens = sum(each.about is About.CITIZENS for each in CATALOGUE)
    staff = sum(each.about is About.STAFF for each in CATALOGUE)
    return Section(
        heading="Hvad der behandles",
        words=(
            f"{citizens} tabeller handler om borgere og {staff} om medarbejdere; {len(CATALOGUE) - citizens - staff} rummer ingen personoplysninger. Fortegnelsen viser hver af dem.",
        ),
        table=Table(
            head=("Aktivitet", "Formål", "Om hvem"),
            rows=tuple((each.name, each.purpose, each.people) for each in ACTIVITIES if personal_of(each)),
        ),
    )


def _needed() -> Section:
    return Section(
        heading="Nødvendighed og forholdsmæssighed",
        words=(
            f"Der er {len(BASES)} hjemler for videregivelse i systemet. Hver er en regel, som afprøves automatisk.",
        ),
        points=_NECESSARY,
    )


def _risks() -> Section:
    return Section(
        heading="Risici for de registrerede",
        words=(
            "Hvert nummer svarer til trusselsmodellen. Hver foranstaltning er afprøvet af navngivne test, som kontrolleres, hver gang systemet bygges.",
        ),
        table=Table(
            head=("Nr.", "Risiko", "Foranstaltning", "Test"),
            rows=tuple((f"T{each.number}", each.risk, each.measure, str(len(each.tests))) for each in THREATS),
        ),
    )


def _residual() -> Section:
    left = tuple((f"T{each.number}", each.remains) for each in THREATS if each.remains != "Lille.")
    return Section(
        heading="Det, der er tilbage",
        words=("Det fjerner systemet ikke. Myndigheden afgør, om det kan accepteres, eller hvad der skal til.",),
        table=Table(head=("Nr.", "Tilbage"), rows=left),
    )


def _asked() -> Section:
    return Section(heading="Det skal I selv tage stilling til", points=_ASKED)


def _consulted(standing: Standing) -> Section:
    law = "retshåndhævelseslovens § 26" if standing.is_police else "artikel 36"
    when = "før et nyt register tages i brug" if standing.is_police else "hvis risikoen stadig er høj"
    return Section(
        heading="Forudgående høring",
        words=(f"Datatilsynet skal høres efter {law} {when}. Svarfristen er seks uger, længere i sammensatte sager.",),
    )
