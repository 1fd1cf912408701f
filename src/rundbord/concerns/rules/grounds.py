"""What a file rests on: where those who told it took that back, or put it right, somebody must judge the file anew.

Retshåndhævelsesloven § 4 and GDPR article 5: what is kept must be right and needed. A file that rested on the words of
others alone has no ground left when these are gone. What the unit thinks of them is no ground of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rundbord.vocabulary import Term


class GroundStanding(Term):
    """Ground standing — grundlagets stand: whether something that a file rests on stands as it was told."""

    STANDS = "stands", "Grundlaget står ved magt"
    PUT_RIGHT = "put_right", "Grundlaget er rettet"
    GONE = "gone", "Grundlaget er væk"

    @property
    def wants_judgement(self) -> bool:
        """Tell whether somebody must judge the file anew."""
        return self is not GroundStanding.STANDS


@dataclass(frozen=True, kw_only=True)
class GroundFact:
    """A fact that a file could rest on: own or told by others, as it stands now."""

    is_withdrawn: bool = False
    is_gone: bool = False
    is_righted: bool = False


def ground_standing(facts: Sequence[GroundFact]) -> GroundStanding:
    """Say how the ground stands; a file that never had any is not spoken of here."""
    standing = [each for each in facts if not each.is_withdrawn]
    left = [each for each in standing if not each.is_gone]
    if any(not each.is_righted for each in left) or not standing:
        return GroundStanding.STANDS
    return GroundStanding.PUT_RIGHT if left else GroundStanding.GONE
