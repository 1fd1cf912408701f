"""Situations with three answers each: one is right, and each of the others is explained with its paragraph."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One answer: its letter in a form, its words, whether it is right, why, and where that is written."""

    key: str
    text: str
    why: str
    law: str
    is_right: bool = False


@dataclass(frozen=True, kw_only=True)
class Situation:
    """Something that happens, what one could do, and a name that a form and a draft know it by."""

    key: str
    heading: str
    text: str
    answers: tuple[Answer, Answer, Answer]

    @property
    def right(self) -> Answer:
        """The answer that is right."""
        return next(each for each in self.answers if each.is_right)


SITUATIONS = (
    Situation(
        key="naboen",
        heading="Naboens søn",
        text="Du hører i opgangen, at naboens søn er blevet standset af politiet. Du kan slå ham op i Rundbord. "
        "Hvad gør du?",
        answers=(
            Answer(
                key="a",
                text="Slår ham op. Jeg har jo adgang, og jeg siger det ikke til nogen.",
                why="Adgang er ikke det samme som lov. Du må ikke skaffe dig oplysninger, din opgave ikke kræver.",
                law="forvaltningsloven § 32",
            ),
            Answer(
                key="b",
                text="Slår ham ikke op. Er det en opgave, går den til en kollega.",
                why="Du har ingen opgave her, og du kender familien privat.",
                law="forvaltningsloven § 32",
                is_right=True,
            ),
            Answer(
                key="c",
                text="Beder en kollega om at slå ham op for mig.",
                why="Det er det samme opslag med en andens navn i loggen, og nu har kollegaen også brudt reglen.",
                law="forvaltningsloven § 32",
            ),
        ),
    ),
    Situation(
        key="straffesagen",
        heading="En oplysning til en straffesag",
        text="En efterforsker beder om, hvad SSP ved om en ung, der er mistænkt for røveri. Hvad er rigtigt?",
        answers=(
            Answer(
                key="a",
                text="Det kan deles, for politiet er med i SSP.",
                why="Det afgørende er formålet. Det, der deles i SSP, må ikke gives videre til efterforskning.",
                law="retsplejeloven § 115, stk. 2",
            ),
            Answer(
                key="b",
                text="Det kan deles, hvis den unges forældre har fået det at vide.",
                why="At forældrene er orienteret, gør ikke efterforskning til forebyggelse.",
                law="retsplejeloven § 115, stk. 2",
            ),
            Answer(
                key="c",
                text="Det kan ikke deles gennem samarbejdet. Sagens oplysninger hentes efter de almindelige regler.",
                why="Samarbejdet er til for at forebygge.",
                law="retsplejeloven § 115, stk. 2",
                is_right=True,
            ),
        ),
    ),
    Situation(
        key="klubben",
        heading="Den frivillige træner",
        text="En frivillig træner i en idrætsklub spørger, om en af drengene er »kendt i SSP«. Hvad svarer du?",
        answers=(
            Answer(
                key="a",
                text="At jeg hverken kan sige ja eller nej, og at han gerne må fortælle, hvad han selv har set.",
                why="Også det, at der findes en sag, er fortroligt. Og den, der er bekymret, må altid sige det.",
                law="forvaltningsloven § 27; retsplejeloven § 115, stk. 3",
                is_right=True,
            ),
            Answer(
                key="b",
                text="Ja eller nej, men ikke hvorfor.",
                why="At der findes en sag, er i sig selv en fortrolig oplysning, og en idrætsklub er ikke med i § 115.",
                law="forvaltningsloven § 27; retsplejeloven § 115, stk. 3",
            ),
            Answer(
                key="c",
                text="Det hele, hvis han lover at tie.",
                why="Et løfte gør ikke klubben til deltager. Kun myndigheder og visse selvejende institutioner "
                "kan være med.",
                law="retsplejeloven § 115, stk. 1-3",
            ),
        ),
    ),
    Situation(
        key="listen",
        heading="Listen til mødet",
        text="Til et møde vil en kollega sende en liste med alle unge, politiet har talt med i ugen, også vidner "
        "og ofre. "
        "Hvad er rigtigt?",
        answers=(
            Answer(
                key="a",
                text="Listen sendes, så alle kan se, om de kender nogen.",
                why="Nødvendigt betyder nødvendigt for hver enkelt. »Så kan vi se« er det ikke, slet ikke for ofre.",
                law="retsplejeloven § 115, stk. 1; retshåndhævelsesloven § 8",
            ),
            Answer(
                key="b",
                text="Kun de unge, det er nødvendigt at drøfte, tages med, og det står, om de er mistænkt, offer "
                "eller andet.",
                why="Hver oplysning skal være nødvendig, og personens rolle skal fremgå.",
                law="retsplejeloven § 115, stk. 1; retshåndhævelsesloven § 8",
                is_right=True,
            ),
            Answer(
                key="c",
                text="Listen sendes med initialer i stedet for navne.",
                why="Initialer, alder og sted peger stadig på et menneske. Det er personoplysninger.",
                law="databeskyttelsesforordningen artikel 4, nr. 1",
            ),
        ),
    ),
    Situation(
        key="adressen",
        heading="Den nye adresse",
        text="En ung er flyttet og har fået adressebeskyttelse. En kollega vil skrive den nye gade i et notat, "
        "»så vi ved, "
        "hvor han er«. Hvad gør I?",
        answers=(
            Answer(
                key="a",
                text="Skriver gaden uden husnummer.",
                why="Gaden er nok til at finde ham. En beskyttet adresse står ikke i fritekst, heller ikke en "
                "del af den.",
                law="CPR-loven § 28",
            ),
            Answer(
                key="b",
                text="Skriver den og sletter den igen om en uge.",
                why="Det, der er læst, kan ikke slettes igen. Skaden sker den første dag.",
                law="CPR-loven § 28",
            ),
            Answer(
                key="c",
                text="Skriver ingen adresse. Det står, at den er beskyttet.",
                why="Så ved alle, at de skal passe på, og ingen kan finde ham.",
                law="CPR-loven § 28",
                is_right=True,
            ),
        ),
    ),
    Situation(
        key="rygtet",
        heading="Rygtet i fritekst",
        text="En elev siger, at en anden »er blevet bandemedlem«. Hvad skriver du i situationsbilledet?",
        answers=(
            Answer(
                key="a",
                text="Intet om eleven. Er der grund til bekymring for ham, følger den sin egen vej.",
                why="Situationsbilledet rummer ingen personer, og et rygte er ikke en hændelse.",
                law="databeskyttelsesforordningen artikel 5",
                is_right=True,
            ),
            Answer(
                key="b",
                text="Elevens kaldenavn og »muligt bandemedlem«.",
                why="Et kaldenavn peger på et menneske, og et rygte bliver til sandhed, når det er skrevet ned.",
                law="databeskyttelsesforordningen artikel 5, stk. 1, litra c og d",
            ),
            Answer(
                key="c",
                text="Skolens navn, klassetrinnet og »en dreng med røde sko«.",
                why="Alle på skolen ved, hvem det er. En beskrivelse kan være lige så tydelig som et navn.",
                law="databeskyttelsesforordningen artikel 4, nr. 1",
            ),
        ),
    ),
    Situation(
        key="nej",
        heading="Et nej",
        text="Du har bedt en anden myndighed om oplysninger i SSP. De svarer nej uden at sige hvorfor. Hvad er "
        "rigtigt?",
        answers=(
            Answer(
                key="a",
                text="De skal begrunde det, ellers går sagen til deres leder.",
                why="Ingen har pligt til at dele, og et nej skal ikke begrundes.",
                law="retsplejeloven § 115, stk. 4",
            ),
            Answer(
                key="b",
                text="Jeg tager det til efterretning.",
                why="At dele er frivilligt for hver myndighed.",
                law="retsplejeloven § 115, stk. 4",
                is_right=True,
            ),
            Answer(
                key="c",
                text="Jeg spørger en anden i samme myndighed, som jeg kender godt.",
                why="Det er at gå uden om et nej. Oplysningen er myndighedens, ikke den enkeltes.",
                law="retsplejeloven § 115, stk. 4; forvaltningsloven § 32",
            ),
        ),
    ),
    Situation(
        key="loginet",
        heading="Kollegaen uden login",
        text="En ny kollega venter på sit login og skal nå noget i dag. Du er logget ind. Hvad gør du?",
        answers=(
            Answer(
                key="a",
                text="Lader hende sidde ved min skærm, mens jeg henter kaffe.",
                why="Alt, hun gør, står i dit navn. Så kan ingen vide, hvem der har set hvad.",
                law="databeskyttelsesforordningen artikel 32; retshåndhævelsesloven §§ 24 og 27",
            ),
            Answer(
                key="b",
                text="Giver hende min adgangskode. Hun skal jo have adgang om lidt alligevel.",
                why="En adgangskode er personlig. Hun har heller ikke bestået introduktionen endnu.",
                law="databeskyttelsesforordningen artikel 32; retshåndhævelsesloven § 27",
            ),
            Answer(
                key="c",
                text="Gør selv det, der haster, og beder administratoren om hendes login.",
                why="Så passer loggen, og hun får adgang på den rigtige måde.",
                law="databeskyttelsesforordningen artikel 32; retshåndhævelsesloven §§ 24 og 27",
                is_right=True,
            ),
        ),
    ),
)
