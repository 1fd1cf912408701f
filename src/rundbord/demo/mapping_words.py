"""What police and SSP of the demonstration say of their areas, quarter by quarter; about places, never about anybody."""

from __future__ import annotations

from dataclasses import dataclass

from rundbord.partnership.vocabulary import Side
from rundbord.streetwork.vocabulary import ActivityLevel, Footing, KnownFrom, Sign

NONE, SINGLE, RECURRING, ESTABLISHED = ActivityLevel
_EYES, _HEARD = (KnownFrom.OWN_EYES, KnownFrom.REPORTS), (KnownFrom.RESIDENTS, KnownFrom.SCHOOL_OR_CLUB)


@dataclass(frozen=True, kw_only=True)
class Said:
    """One side's view; `days_left` before the quarter's end, or before today while the quarter runs."""

    side: Side
    level: ActivityLevel
    reason: str
    signs: tuple[Sign, ...] = ()
    sources: tuple[KnownFrom, ...] = _EYES
    footing: Footing = Footing.LIKELY
    number: int = 1
    days_left: int = 9


@dataclass(frozen=True, kw_only=True)
class Told:
    """An area in a quarter so many before the running one, and what both sides say together."""

    area: str
    back: int
    said: tuple[Said, ...]
    sentence: str = ""


def _police(level: ActivityLevel, reason: str, *signs: Sign, days_left: int = 9, number: int = 1) -> Said:
    return Said(
        side=Side.POLICE,
        level=level,
        reason=reason,
        signs=signs,
        days_left=days_left,
        number=number,
        footing=Footing.SURE,
    )


def _ssp(level: ActivityLevel, reason: str, *signs: Sign, days_left: int = 6) -> Said:
    return Said(
        side=Side.SSP,
        level=level,
        reason=reason,
        signs=signs,
        days_left=days_left,
        sources=(KnownFrom.OWN_EYES, *_HEARD),
    )


def _quiet(area: str, *, backs: tuple[int, ...]) -> list[Told]:
    """An area in which both sides looked and saw nothing."""
    both = (
        _police(NONE, "Ingen anmeldelser med spor af grupper, og patruljerne har intet set."),
        _ssp(NONE, "Gadeteamet har gået runden hver uge. Klub og skole melder om ro."),
    )
    return [Told(area=area, back=back, said=both) for back in backs]


MAPPED = (
    Told(
        area="Hedeparken og Grantoften",
        back=0,
        said=(
            _police(RECURRING, "To samlinger ved Platanbuen i kvartalets begyndelse.", Sign.GATHERING, days_left=40),
            _police(
                ESTABLISHED,
                "Samlinger ved Platanbuen de fleste aftener siden efterårsferien. Fund af knive to gange.",
                *(Sign.GATHERING, Sign.SYMBOLS, Sign.WEAPONS),
                number=2,
            ),
            _ssp(
                ESTABLISHED,
                "Beboere går udenom legepladsen efter kl. 20. Klubben hører om drenge, der får penge for at holde udkig.",
                *(Sign.GATHERING, Sign.RECRUITING, Sign.CONTROL),
            ),
        ),
        sentence="Stien mellem Platanbuen og legepladsen bruges fast om aftenen. Vi går der sammen tirsdag og fredag.",
    ),
    Told(
        area="Hedeparken og Grantoften",
        back=1,
        said=(
            _police(RECURRING, "Tre sammenstød mellem to grupper i sensommeren.", Sign.GROUP_VIOLENCE, Sign.GATHERING),
            _ssp(RECURRING, "Uro ved legepladsen de fleste weekender.", Sign.GATHERING, Sign.THREATS),
        ),
    ),
    Told(
        area="Hedeparken og Grantoften",
        back=2,
        said=(
            _police(SINGLE, "Én samling med ens tøj ved Grantoften i maj.", Sign.SYMBOLS),
            _ssp(SINGLE, "Klubben har hørt om trusler én gang.", Sign.THREATS),
        ),
    ),
    Told(
        area="Værebro Park",
        back=0,
        said=(
            _police(
                ESTABLISHED,
                "Handel fra de samme opgange hver uge. Den, der klager, får besøg.",
                *(Sign.DEALING, Sign.CONTROL, Sign.THREATS),
            ),
            _ssp(
                RECURRING,
                "Færre samlinger end før sommeren. Beboerne siger, at stierne er til at gå på igen om dagen.",
                *(Sign.GATHERING, Sign.DEALING),
            ),
        ),
    ),
    Told(
        area="Værebro Park",
        back=1,
        said=(
            _police(ESTABLISHED, "Handel og brande hver uge i hele kvartalet.", Sign.DEALING, Sign.VANDALISM),
            _ssp(ESTABLISHED, "Faste hold ved stierne fra eftermiddag til nat.", Sign.GATHERING, Sign.CONTROL),
        ),
        sentence="Handlen er fast og styrer, hvem der færdes på stierne.",
    ),
    Told(
        area="Værebro Park",
        back=2,
        said=(
            _police(RECURRING, "Handel ved Ellemosevej de fleste fredage.", Sign.DEALING),
            _ssp(RECURRING, "Samlinger ved centeret fredag og lørdag.", Sign.GATHERING),
        ),
    ),
    Told(
        area="Høje Gladsaxe",
        back=0,
        said=(
            _police(SINGLE, "Én samling ved torvet i oktober, ikke set siden.", Sign.GATHERING),
            _ssp(SINGLE, "Klubben har set graffiti med gruppetegn én gang.", Sign.VANDALISM, Sign.SYMBOLS),
        ),
        sentence="Det er faldet til ro efter sommeren. Vi holder øje med torvet fredag aften.",
    ),
    Told(
        area="Høje Gladsaxe",
        back=1,
        said=(
            _police(RECURRING, "Handel ved torvet hver anden fredag.", Sign.DEALING),
            _ssp(RECURRING, "Samlinger ved torvet i ferien, ofte med trusler mod yngre.", Sign.GATHERING, Sign.THREATS),
        ),
    ),
    Told(
        area="Søborg Hovedgade",
        back=0,
        said=(
            _police(SINGLE, "Én episode med trusler ved en forretning i november.", Sign.THREATS),
            _ssp(SINGLE, "En butik har meldt om pres én gang.", Sign.THREATS),
        ),
    ),
    Told(
        area="Bagsværd Station og Torv",
        back=0,
        said=(
            _police(SINGLE, "Handel set én gang på perronen.", Sign.DEALING),
            _ssp(SINGLE, "Skolen har hørt om handel ved stationen.", Sign.DEALING),
        ),
    ),
    Told(
        area="Bagsværd Station og Torv",
        back=1,
        said=(
            _police(SINGLE, "To anmeldelser om handel i august.", Sign.DEALING),
            _ssp(SINGLE, "En enkelt samling på torvet.", Sign.GATHERING),
        ),
    ),
    Told(area="Buddinge Centrum", back=0, said=(_police(NONE, "Ingen tegn i anmeldelser eller på patruljer."),)),
    Told(area="Mørkhøj", back=0, said=(_ssp(NONE, "Gadeteamet og klubben har intet set i kvartalet."),)),
    Told(
        area="Mørkhøj",
        back=1,
        said=(
            _police(SINGLE, "Et køretøj med kendt tilknytning er set to gange ved skolen.", Sign.RECRUITING),
            _ssp(NONE, "Hverken skole eller klub har bemærket noget."),
        ),
    ),
    Told(
        area="Ballerup Centrum",
        back=0,
        said=(
            _police(RECURRING, "Handel ved Banegårdspladsen de fleste fredage.", Sign.DEALING, Sign.GATHERING),
            _ssp(RECURRING, "Gadeteamet ser de samme samlinger ved stationen hver weekend.", Sign.GATHERING),
        ),
    ),
    Told(
        area="Ballerup Centrum",
        back=1,
        said=(
            _police(RECURRING, "Handel ved stationen i hele kvartalet.", Sign.DEALING),
            _ssp(RECURRING, "Unge tilbydes penge for at holde udkig ved pladsen.", Sign.RECRUITING, Sign.GATHERING),
        ),
    ),
    Told(
        area="Skovlunde Torv",
        back=0,
        said=(_police(SINGLE, "Graffiti med gruppetegn ved torvet i oktober.", Sign.VANDALISM),),
    ),
    Told(
        area="Herlev Station",
        back=1,
        said=(
            _police(SINGLE, "Én samling med masker en lørdag aften.", Sign.GATHERING, Sign.SYMBOLS),
            _ssp(SINGLE, "Gadeteamet så samme samling. Ingen siden.", Sign.GATHERING),
        ),
    ),
)

QUIET = (
    *_quiet("Herlev Bymidte", backs=(0, 1)),
    *_quiet("Herlev Station", backs=(0,)),
    *_quiet("Hjortespring", backs=(0, 1, 2)),
    *_quiet("Måløv", backs=(0, 1)),
    *_quiet("Egebjerg", backs=(0,)),
    *_quiet("Søborg Hovedgade", backs=(1,)),
    *_quiet("Buddinge Centrum", backs=(1,)),
    *_quiet("Skovlunde Torv", backs=(1,)),
)
