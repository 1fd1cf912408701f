"""The pages of the introduction: plain Danish, one thing each, with a paragraph more for the reader's own authority.

Sources: retsplejeloven § 115 (LBK 1298/2025), forvaltningsloven §§ 27-32 (LBK 433/2014), databeskyttelsesloven § 8
(LBK 289/2024), retshåndhævelsesloven §§ 4, 8, 24 (LOV 410/2017), straffeloven § 152 (LBK 1294/2025), CPR-loven § 28
(LBK 1010/2023).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from rundbord.identity.vocabulary import AuthorityKind
from rundbord.vocabulary import Term


class Reader(Term):
    """Reader — læser: whose rules differ."""

    POLICE = "police", "Politiet"
    MUNICIPALITY = "municipality", "Kommunen"
    OTHER = "other", "Andre myndigheder"


def reader_in(kind: str) -> Reader:
    """Say which rules somebody reads who acts for an authority of this kind."""
    kinds = {AuthorityKind.POLICE.value: Reader.POLICE, AuthorityKind.MUNICIPALITY.value: Reader.MUNICIPALITY}
    return kinds.get(kind, Reader.OTHER)


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page: heading, sentences to read, points to remember, what differs by reader, and where it is written."""

    heading: str
    text: tuple[str, ...]
    points: tuple[str, ...] = ()
    by_reader: dict[Reader, str] = field(default_factory=dict)
    law: str

    def for_reader(self, reader: Reader) -> str:
        """Give the paragraph for one kind of authority; empty where nothing differs."""
        return self.by_reader.get(reader, "")


PAGES = (
    Page(
        heading="Hvad § 115 giver lov til",
        text=(
            "Oplysninger om et menneskes rent private forhold er fortrolige. Udgangspunktet er, at du ikke giver dem "
            "videre til en anden myndighed.",
            "Retsplejelovens § 115 er en undtagelse. Politiet og de myndigheder, der er med, må give sådanne "
            "oplysninger til hinanden, når det må anses for nødvendigt for et af tre samarbejder: SSP, PSP eller KSP.",
        ),
        points=(
            "Du må kun dele i det samarbejde, oplysningen skal bruges i, og kun med dem, der deltager i det.",
            "Det skal være nødvendigt. At det er rart at vide, er ikke nok.",
            "Ingen har pligt til at dele. Du må sige nej, og du behøver ikke begrunde det.",
        ),
        by_reader={
            Reader.POLICE: "For jer gælder også stk. 5: oplysninger om tilknytning til bandemiljøer må deles i SSP, og "
            "alle, der får dem, har tavshedspligt om dem.",
            Reader.MUNICIPALITY: "For jer følger adgangen af stk. 2: I må dele i samme omfang som politiet, med "
            "politiet og med de andre myndigheder, der deltager i samarbejdet.",
            Reader.OTHER: "Selvejende institutioner med offentlige opgaver kan være med efter stk. 3. Foreninger, "
            "boligorganisationer og frivillige er ikke nævnt i loven.",
        },
        law="Retsplejeloven § 115, stk. 1-5",
    ),
    Page(
        heading="At dele er en handling og en kopi",
        text=(
            "I Rundbord deles ingenting om et menneske af sig selv. Du deler ved at vælge, hvad der gives, til hvem, i "
            "hvilket samarbejde, og hvorfor det er nødvendigt.",
            "Modtageren får en kopi af netop det og intet andet. Jeres sag bliver hos jer, og modtagerens bliver "
            "hos dem.",
        ),
        points=(
            "Skriv, hvad der er fakta, og hvad der er din vurdering.",
            "Viser det sig at være forkert, skal du sige det til dem, der har fået kopien.",
            "Det, du selv har fået, giver du ikke videre uden at vurdere det på ny.",
        ),
        by_reader={
            Reader.POLICE: "Retshåndhævelsesloven kræver, at I efterprøver kvaliteten, før I giver noget videre, og at "
            "det fremgår, om der er tale om en mistænkt, en dømt, et offer eller en anden.",
            Reader.MUNICIPALITY: "Oplysninger om strafbare forhold må I kun behandle og give videre, når det er "
            "nødvendigt for jeres opgave.",
        },
        law="Retsplejeloven § 115; retshåndhævelsesloven §§ 4 og 8; databeskyttelsesloven § 8",
    ),
    Page(
        heading="Forebyggelse, ikke efterforskning",
        text=(
            "Det, der deles efter § 115, skal forebygge. Det må ikke gives videre for at efterforske en straffesag.",
            "Derfor har Rundbord ingen vej ind i politiets efterforskningssystemer, og derfor kan du ikke vælge "
            "efterforskning som formål.",
        ),
        points=(
            "Spørg ikke en kollega i en anden myndighed for at få noget at bruge i en straffesag.",
            "Er et barn eller en ung i fare, så underret kommunen på den sædvanlige måde. Rundbord er ikke den vej.",
        ),
        by_reader={
            Reader.POLICE: "Bliver en ung, I kender fra samarbejdet, mistænkt, hentes oplysninger til sagen efter "
            "retsplejelovens almindelige regler, ikke herfra.",
            Reader.MUNICIPALITY: "Bliver I spurgt til brug for en straffesag, er svaret, at det ikke går gennem "
            "samarbejdet. Henvis til jeres jurister.",
        },
        law="Retsplejeloven § 115, stk. 2",
    ),
    Page(
        heading="Kun det, din opgave kræver",
        text=(
            "Du må ikke skaffe dig fortrolige oplysninger, som ikke har betydning for din opgave. Heller ikke selv om "
            "systemet lader dig slå dem op.",
            "Nysgerrighed er et brud på reglerne: naboen, en tidligere elev, en kendt sag i avisen.",
        ),
        points=(
            "Slå kun op, når du kan sige hvorfor.",
            "Kender du personen privat, så giv opgaven til en kollega.",
            "Tavshedspligten gælder også derhjemme, og når du er holdt op. At bryde den kan straffes.",
        ),
        law="Forvaltningsloven §§ 27 og 32; straffeloven § 152",
    ),
    Page(
        heading="Hvad der logges",
        text=(
            "Rundbord skriver ned, hvem der opretter, læser, ændrer, deler og sletter, hvornår og med hvilket formål. "
            "Det gælder også, når du kun kigger.",
            "Loggen kan ikke rettes. Den læses af din egen myndigheds databeskyttelsesrådgiver, som jævnligt tager "
            "stikprøver. Den bruges ikke til at måle, hvor meget du arbejder.",
        ),
        points=(
            "Dit login er dit. Lån det aldrig ud, heller ikke i fem minutter.",
            "Lås skærmen, når du går.",
            "Den, det handler om, kan have ret til at få at vide, hvornår der er slået op, og hvorfor.",
        ),
        by_reader={
            Reader.POLICE: "For jer følger pligten til at logge af retshåndhævelseslovens § 24.",
            Reader.MUNICIPALITY: "For jer følger den af databeskyttelsesforordningens artikel 32. Manglende "
            "logning har "
            "kostet en kommune en bøde.",
        },
        law="Retshåndhævelsesloven § 24; databeskyttelsesforordningen artikel 32",
    ),
    Page(
        heading="Beskyttede adresser",
        text=(
            "Nogle har navne- og adressebeskyttelse. Nogle er truet, for eksempel fordi de er på vej ud af et "
            "bandemiljø. En adresse på et forkert sted kan koste et liv.",
            "En beskyttet adresse står aldrig i en liste, på et kort, i et brev eller i fritekst.",
        ),
        points=(
            "Skriv ikke, hvor nogen bor, hvis du ikke ved, at det er nødvendigt.",
            "Et skolenavn, en bus eller et billede kan røbe det samme som adressen.",
            "Er en beskyttet adresse sluppet ud, så ring straks til din databeskyttelsesrådgiver.",
        ),
        law="CPR-loven §§ 6 og 28",
    ),
    Page(
        heading="Hvad du aldrig skriver i fritekst",
        text=(
            "Fritekst læses af flere, end man tror, og den er svær at rette. Skriv kort, og skriv kun det, felterne "
            "ikke kan rumme.",
            "I situationsbilledet, zoner, konflikter og opgaver står der slet ingen personer. Heller ikke som "
            "initialer, "
            "kaldenavn eller »ham fra nr. 7«.",
        ),
        points=(
            "Aldrig CPR-numre.",
            "Aldrig helbred, etnicitet, religion, politisk overbevisning eller seksuelle forhold, uden at det er "
            "strengt nødvendigt.",
            "Aldrig rygter skrevet som fakta. Skriv, hvem der har set hvad, og hvornår.",
            "Aldrig noget om søskende eller forældre, som sagen ikke handler om.",
        ),
        law="Retshåndhævelsesloven §§ 4 og 10; databeskyttelsesforordningen artikel 5 og 9",
    ),
    Page(
        heading="Hvem ser hvad",
        text=(
            "Hver myndighed ejer sine egne oplysninger. Ingen anden myndighed kan søge i dem, heller ikke om der "
            "findes "
            "en sag.",
            "Inden for din egen myndighed ser du de sager, du arbejder med, ikke dem alle.",
        ),
        points=(
            "Styregruppe, politikere, boligorganisationer, klubber, frivillige og administratorer ser ingen personer.",
            "Oplysninger om bandetilknytning ses kun af dem, politiet har nævnt ved navn, og må ikke gives videre.",
            "Er du i tvivl, så spørg din egen databeskyttelsesrådgiver, før du deler. Bagefter er for sent.",
        ),
        law="Forvaltningsloven § 32; retsplejeloven § 115, stk. 5",
    ),
)
