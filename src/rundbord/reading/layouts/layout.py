"""What a layout family says of itself: whose it is, how its headings read, and what else shows it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from rundbord.reading.layouts.grammar import Grammar
from rundbord.reading.source import Document


def no_other_sign(document: Document) -> float:
    return 0.0


@dataclass(frozen=True)
class Layout:
    """A family of reports; `other_sign` weighs what shows it besides its headings, from 0 to 1."""

    name: str
    districts: tuple[str, ...]
    grammar: Grammar = field(default_factory=lambda: Grammar(()))
    other_sign: Callable[[Document], float] = no_other_sign
