"""Where the mapping of an area stands: what each side says, whether both say the same, and what has changed."""

from __future__ import annotations

from dataclasses import dataclass

from rundbord.partnership.vocabulary import Side
from rundbord.streetwork.vocabulary import ActivityLevel, Change

_ORDER = list(ActivityLevel)


@dataclass(frozen=True, kw_only=True)
class Mapped:
    """What each side said last of an area in a quarter; None where it has said nothing."""

    police: ActivityLevel | None = None
    ssp: ActivityLevel | None = None

    @property
    def level(self) -> ActivityLevel | None:
        """The agreed level: both have said the same."""
        return self.police if self.police == self.ssp else None

    @property
    def is_agreed(self) -> bool:
        """Tell whether both have said the same."""
        return self.level is not None

    @property
    def is_disputed(self) -> bool:
        """Tell whether both have spoken and differ."""
        return bool(self.police and self.ssp) and not self.is_agreed

    @property
    def lacks(self) -> tuple[Side, ...]:
        """The sides that have said nothing."""
        said = {Side.POLICE: self.police, Side.SSP: self.ssp}
        return tuple(side for side, level in said.items() if level is None)

    @property
    def sentence(self) -> str:
        """Say it in Danish: one word when both agree, else each side's own."""
        if self.level:
            return self.level.label
        if len(self.lacks) > 1:
            return "Ikke kortlagt"
        return f"Politiet: {_label(self.police)} · SSP: {_label(self.ssp)}"


def change_of(before: Mapped, now: Mapped) -> Change:
    """Compare what is agreed now with what was agreed in the quarter before."""
    if now.level is None:
        return Change.UNSETTLED
    if before.level is None:
        return Change.NEW
    if now.level == before.level:
        return Change.UNCHANGED
    return Change.UP if _ORDER.index(now.level) > _ORDER.index(before.level) else Change.DOWN


def change_in_words(before: Mapped, now: Mapped) -> str:
    """Say the change so that it is understood without the map: »Op fra Enkelte tegn«."""
    change = change_of(before, now)
    if change in {Change.UP, Change.DOWN} and before.level:
        return f"{change.label} fra {before.level.label.lower()}"
    return "Ny: ikke enige i kvartalet før" if change is Change.NEW else change.label


def _label(level: ActivityLevel | None) -> str:
    return level.label.lower() if level else "mangler"
