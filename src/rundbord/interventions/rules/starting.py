"""What speaks against beginning an intervention."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from rundbord.interventions.rules.kinds.kind import Kind
from rundbord.interventions.vocabulary import InterventionKind, Side


@dataclass(frozen=True, kw_only=True)
class Beginning:
    """Who begins what, with whom: `is_adult` is None where nobody knows the age."""

    kind: Kind
    side: Side | None
    is_adult: bool | None
    has_open_concern: bool
    open_kinds: Collection[InterventionKind] = ()
    open_of_worker: int = 0


def objections_to_beginning(beginning: Beginning) -> list[str]:
    """Give every reason not to begin."""
    kind = beginning.kind
    checks = (
        (beginning.side not in kind.leads, f"{kind.label} sættes i gang af {_leads_in_words(kind)}."),
        (bool(kind.only_under_18 and beginning.is_adult), f"{kind.label} gælder kun under 18 år."),
        (not beginning.has_open_concern, "Der er ingen åben bekymring i sagen. Opret en bekymring først."),
        (kind.key in beginning.open_kinds, f"{kind.label} er allerede i gang i sagen."),
        (
            bool(kind.most_open_each) and beginning.open_of_worker >= kind.most_open_each,
            f"Du har allerede {beginning.open_of_worker} åbne. Slut en, før du indstiller flere. Det er aftalt lokalt.",
        ),
    )
    return [sentence for applies, sentence in checks if applies]


def _leads_in_words(kind: Kind) -> str:
    if len(kind.leads) > 1:
        return "politi eller kommune"
    return "kommunen" if Side.MUNICIPALITY in kind.leads else "politiet"
