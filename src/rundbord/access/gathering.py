"""What each app says of its tables about citizens: how rows about one person are gathered for an answer to them."""

from __future__ import annotations

from dataclasses import dataclass

from rundbord.vocabulary import Term


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A column as the answer shows it: its Danish label, and the vocabulary of its value where it has one.

    `is_sealed`: opened by the key of the file that the row belongs to. `names_notifier`: says who told it, and is
    answered apart (forvaltningslovens § 15 b; databeskyttelsesforordningens artikel 15, stk. 4).
    """

    column: str
    label: str
    words: type[Term] | None = None
    is_sealed: bool = False
    names_notifier: bool = False


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """Rows that hang on a file: `by` leads from the row to the file, `on` is the column of its day or moment.

    `is_of_others`: what stands there is about somebody else, a parent for one. `needs_eyes`: may name others.
    """

    model: str
    heading: str
    by: str
    on: str
    shown: tuple[Shown, ...]
    is_of_others: bool = False
    needs_eyes: bool = False


@dataclass(frozen=True, kw_only=True)
class Sought:
    """Rows that are found or opened in a way of their own; the rights desk has a function for each."""

    model: str
    heading: str


@dataclass(frozen=True, kw_only=True)
class NotGathered:
    """Rows that no answer holds, and why: a Danish sentence for a jurist."""

    model: str
    why: str


Gathering = Gathered | Sought | NotGathered
