"""What a person's age means today: the band, what the law says in it, and what the next birthday changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from rundbord.concerns.rules.clocks import days_to_adulthood
from rundbord.sharing.rules.ages import AgeBand, Change, age_on, band_on, changes_ahead

NOW: Mapping[AgeBand, tuple[str, ...]] = MappingProxyType(
    {
        AgeBand.UNDER_10: (
            "Tal med forældrene. SSP tager normalt ikke sager om børn under 10 år.",
            "Er barnet i vanskeligheder, underretter du kommunen (barnets lov § 133).",
        ),
        AgeBand.FROM_10: (
            "Forældrene er med fra begyndelsen, og barnet høres.",
            "Forældremyndighedsindehaveren giver samtykke. Barnet kan ikke straffes.",
        ),
        AgeBand.FROM_15: (
            "Den unge kan straffes. Samtykke gives af den unge og forældremyndighedsindehaveren sammen.",
            "Sagen må ikke fortsætte efter 18-årsdagen uden en ny vurdering.",
        ),
        AgeBand.FROM_18: (
            "Personen er voksen og giver selv samtykke. Forældre orienteres kun efter loven eller med samtykke.",
            "Underretning og netværkssamråd gælder ikke længere.",
        ),
        AgeBand.FROM_23: ("Støtte som ung er ophørt. Overvej, om sagen hører til her.",),
    }
)


@dataclass(frozen=True, kw_only=True)
class AgeToday:
    """Age and band on a day, with what is ahead."""

    years: int
    band: AgeBand
    now: tuple[str, ...]
    ahead: Change | None
    days_to_18: int | None

    @property
    def is_child(self) -> bool:
        """Tell whether the person is under eighteen."""
        return self.band in {AgeBand.UNDER_10, AgeBand.FROM_10, AgeBand.FROM_15}


def age_today(born_on: date | None, *, today: date) -> AgeToday | None:
    """Give what the age means; None where the day of birth is unknown."""
    if born_on is None:
        return None
    band = band_on(born_on, today)
    ahead = changes_ahead(born_on, today)
    return AgeToday(
        years=age_on(born_on, today),
        band=band,
        now=NOW[band],
        ahead=ahead[0] if ahead else None,
        days_to_18=days_to_adulthood(born_on, today=today),
    )
