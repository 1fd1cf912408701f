"""Focus points shipped as templates: what two known partnerships agreed to work on, in our own words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class FocusTemplate:
    """A named set of focus points: heading and meaning of each."""

    key: str
    name: str
    about: str
    points: tuple[tuple[str, str], ...]


NORREBRO = FocusTemplate(
    key="noerrebro",
    name="De ti indsatser fra Nørrebro",
    about="Et tæt samarbejde mellem politi og kommune i en bydel, hvor både unge, voksne og beboere er med.",
    points=(
        ("Hjem til alle unge under 18 i risiko", "Politi og kommune banker på hos familien og følger op bagefter."),
        ("Fast udveksling om unge over 18", "Faste tidspunkter, en hjemmel for hver oplysning og kun det nødvendige."),
        ("Synligt politi, hvor det brænder på", "Politiets indsats lægges dér, hvor billedet viser uro."),
        ("Gadeteam og politi ved opløb og konflikter", "De aftaler roller på forhånd og afløser hinanden på stedet."),
        ("Job i boligområdet", "Fritidsjob og ordinære job som første tilbud, med en voksen, der holder fast."),
        ("Exit til anholdte og varetægtsfængslede", "Spørg, mens døren står åben: hvem vil ud, og hvem hjælper?"),
        ("Møde med boligorganisationerne", "Om steder, tider og tryghed. Aldrig om bestemte beboere."),
        ("Temamøder for boligsociale medarbejdere", "Om at melde anonymt, og om børn, der er bange for at sige noget."),
        ("Temamøder for frontmedarbejdere", "Politi og kommune viser hinanden, hvordan de arbejder."),
        ("Tryghedsmøder med beboerne", "Hvad gøres der, hvad loves der, og hvornår svares der?"),
    ),
)
VESTEGNEN = FocusTemplate(
    key="vestegnen",
    name="Indsatserne fra Vestegnen",
    about="Flere kommuner og én politikreds, med et formandskab, der går på skift.",
    points=(
        ("Begræns tilgangen til banderne", "Børn og unge i kanten af grupperne får et tilbud, før andre giver dem et."),
        ("Forebyg radikalisering", "De samme veje bruges, når bekymringen handler om ekstremisme."),
        ("Gør det trygt at bo her", "Boligområderne taler med: steder, lys, tider og aftaler."),
        ("Hurtig fælles reaktion", "Parterne ved samme dag, hvad der er sket hos naboen, og hvem der gør hvad."),
        ("Civilsamfundet med", "Foreninger og frivillige får kendte indgange og noget at tilbyde."),
        ("Hjælp til at komme tilbage", "Unge med domme og dem i risiko for tilbagefald får en plan og en kontakt."),
        ("Digitale medier", "Det, der begynder på telefonen, tages med i billedet og i samtalen med forældrene."),
        ("Spred det, der virker", "Metoder skrives ned, måles, hvor det kan lade sig gøre, og deles mellem parterne."),
    ),
)
TEMPLATES = {each.key: each for each in (NORREBRO, VESTEGNEN)}
