"""What stands around a step's own words on a page that is handed out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

LETTER = "letter"
_RIGHTS = (
    "Vi skriver ned, hvad vi taler om, for at kunne hjælpe. Du kan få at se, hvad der står, og få rettet det, der er"
    " forkert. Du kan klage til Datatilsynet.",
    "Det bruges til at forebygge, og ikke til at efterforske.",
)


@dataclass(frozen=True, kw_only=True)
class PageWords:
    """Title, what comes before and after the step's words, and which fields do not leave the house."""

    title: str
    file: str
    lead: tuple[str, ...] = ()
    closing_heading: str = "Jeres rettigheder"
    closing: tuple[str, ...] = ()
    left_out: frozenset[str] = frozenset()
    names_number: bool = False


PAGES: Mapping[str, PageWords] = MappingProxyType(
    {
        "invitation": PageWords(
            title="Invitation til en samtale",
            file="invitation",
            lead=(
                "Vi vil gerne tale med jer. Samtalen er frivillig, og I kan altid sige nej.",
                "Den unge må tage en voksen bisidder med, som er fyldt 15 år og har tavshedspligt (barnets lov § 6).",
            ),
            closing=_RIGHTS,
            left_out=frozenset({"voluntary_told", "companion_told", "notice_given"}),
        ),
        "summary": PageWords(
            title="Referat af vores samtale",
            file="referat",
            lead=("Her står præcis det, vi har skrevet ned. Ring, hvis noget er forkert eller mangler.",),
            closing=_RIGHTS,
        ),
        LETTER: PageWords(
            title="Brev om en bekymring",
            file="brev",
            lead=(
                "Vi skriver til dig, fordi du har forældremyndigheden.",
                "Vi taler gerne med jer om det, hvis I har lyst. Ring til kontaktpersonen her i brevet.",
            ),
            closing=_RIGHTS,
            left_out=frozenset({"no_others", "notice_in_letter"}),
        ),
        "underretning": PageWords(
            title="Underretning",
            file="underretning",
            lead=("Til kommunens modtagelse af underretninger (barnets lov §§ 133 og 135).",),
            closing_heading="Til modtageren",
            closing=(
                "Vurdér inden for 24 timer, om barnet har brug for hjælp straks (barnets lov § 136), og send kvittering"
                " inden for seks hverdage (§ 138).",
            ),
            names_number=True,
        ),
    }
)
