"""What is told: who it is about and the chosen facts, as a fixed text that is sealed once for each side."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from rundbord.sharing.vocabulary import InformationClass, SourceGrade


@dataclass(frozen=True, kw_only=True)
class Line:
    """One fact as it was told. `kind` is the label under which it is shown; `source` may be empty."""

    text: str
    kind: str
    information_class: InformationClass
    grade: SourceGrade
    observed_on: date | None
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Content:
    """Who and what; `cpr` are ten digits or empty, and shown masked until somebody asks with a reason."""

    name: str
    cpr: str
    born_on: date | None
    lines: tuple[Line, ...]

    @property
    def classes(self) -> list[str]:
        """Give the classes that it holds, each once, in their order."""
        return sorted({InformationClass.IDENTITY.value, *(line.information_class.value for line in self.lines)})


def as_text(content: Content) -> str:
    """Write a content as JSON; dates as ISO days."""
    return json.dumps(asdict(content), default=date.isoformat, ensure_ascii=False, sort_keys=True)


def from_text(text: str) -> Content:
    """Read back what `as_text` wrote."""
    told: dict[str, Any] = json.loads(text)
    return Content(
        name=told["name"],
        cpr=told["cpr"],
        born_on=_day(told["born_on"]),
        lines=tuple(
            Line(
                text=line["text"],
                kind=line["kind"],
                information_class=InformationClass(line["information_class"]),
                grade=SourceGrade(line["grade"]),
                observed_on=_day(line["observed_on"]),
                source=line["source"],
            )
            for line in told["lines"]
        ),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
