"""How often a forum meets, in Danish words."""

from __future__ import annotations

from rundbord.partnership.rules.forums import Cadence
from rundbord.partnership.vocabulary import Rhythm
from rundbord.partnership.weekdays import NAMES, weekdays_in_words


def cadence_in_words(cadence: Cadence) -> str:
    """Say it as one would to a colleague; days are named where they are chosen."""
    if cadence.rhythm == Rhythm.WEEKDAYS:
        return weekdays_in_words(cadence.weekdays)
    spoken = {
        Rhythm.WEEKS: "Hver uge" if cadence.every == 1 else f"Hver {cadence.every}. uge",
        Rhythm.MONTHS: "Hver måned" if cadence.every == 1 else f"Hver {cadence.every}. måned",
        Rhythm.YEARLY: "Én gang om året" if cadence.every == 1 else f"{cadence.every} gange om året",
        Rhythm.WHEN_NEEDED: "Efter behov",
    }[cadence.rhythm]
    days = " og ".join(NAMES[day - 1] for day in cadence.weekdays)
    return f"{spoken}, {days}" if days and cadence.rhythm in {Rhythm.WEEKS, Rhythm.MONTHS} else spoken
