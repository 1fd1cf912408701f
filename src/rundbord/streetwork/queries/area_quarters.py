"""One area over quarters: where it stood in each, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from rundbord.partnership.vocabulary import Side
from rundbord.streetwork.queries.mapped_areas import MARKS
from rundbord.streetwork.queries.said import mapped_of, said_in
from rundbord.streetwork.rules.mapped import Mapped, change_in_words
from rundbord.streetwork.rules.quarters import Quarter

QUARTERS_SHOWN = 8


@dataclass(frozen=True, kw_only=True)
class QuarterRow:
    """An area in one of several quarters."""

    quarter: Quarter
    mapped: Mapped
    before: Mapped

    @property
    def mark(self) -> str:
        """How it looks: by its agreed level, else as unconfirmed or missing."""
        if self.mapped.level:
            return MARKS[self.mapped.level]
        return "unconfirmed" if len(self.mapped.lacks) < len(Side) else "missing"

    @property
    def is_said(self) -> bool:
        """Tell whether either side has said anything: a page of silence leads nowhere."""
        return self.mapped.police is not None or self.mapped.ssp is not None

    @property
    def change_in_words(self) -> str:
        """How it compares with the quarter before."""
        return change_in_words(self.before, self.mapped)


def quarters_of_area(area_id: UUID, *, until: Quarter, count: int = QUARTERS_SHOWN) -> list[QuarterRow]:
    """Give the last quarters up to this one, the newest first, in one query however long the area was followed.

    Before the oldest that anybody has mapped there is nothing to list; this one stands there even so.
    """
    quarters = [until.moved(-back) for back in range(count + 1)]
    said = said_in(quarters, area_id=area_id)
    mapped = [mapped_of(said.get((area_id, quarter), {})) for quarter in quarters]
    last = max((back for back, each in enumerate(mapped[:count]) if len(each.lacks) < len(Side)), default=0)
    pairs = zip(quarters[: last + 1], mapped, mapped[1:], strict=False)
    return [QuarterRow(quarter=quarter, mapped=now, before=before) for quarter, now, before in pairs]
