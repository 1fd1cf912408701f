"""Whether there is more or less of something than in the stretch of days before; words only where it is clear."""

from __future__ import annotations

from dataclasses import dataclass

# Below this many in both stretches together a change is as likely as not to be chance, and is not given a word.
_FEW = 10
_CLEAR = 1.25


@dataclass(frozen=True, kw_only=True)
class Trend:
    """How many there were now and before, in two stretches of the same length."""

    now: int
    before: int

    @property
    def words(self) -> str:
        """Say which way it goes."""
        if self.now + self.before < _FEW:
            return "For få til at sige noget"
        if self.now > self.before * _CLEAR:
            return "Flere end før"
        return "Færre end før" if self.before > self.now * _CLEAR else "Som før"

    @property
    def mark(self) -> str:
        """Tell how it is marked; more is what somebody should look at."""
        return {"Flere end før": "warning", "Færre end før": "success"}.get(self.words, "neutral")
