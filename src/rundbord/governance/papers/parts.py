"""What a paper is made of: screen, PDF and Markdown are written from the same parts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table; the first cell of a row names it."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Section:
    """A heading, sentences, points, and perhaps a table."""

    heading: str
    words: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    table: Table | None = None

    @property
    def labelled_rows(self) -> list[list[tuple[str, str]]]:
        """The rows with the name of its column beside each cell, as a narrow screen shows them."""
        return [list(zip(self.table.head, row, strict=True)) for row in self.table.rows] if self.table else []


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One paper of one authority."""

    title: str
    lead: str
    sections: tuple[Section, ...]


def as_markdown(paper: Paper) -> str:
    """Write a paper as Markdown."""
    return "\n\n".join([f"# {paper.title}", paper.lead, *map(_section, paper.sections)]) + "\n"


def _section(section: Section) -> str:
    parts = [f"## {section.heading}", *section.words]
    if section.points:
        parts.append("\n".join(f"- {point}" for point in section.points))
    if section.table:
        head = section.table.head
        rows = [head, ("---",) * len(head), *section.table.rows]
        parts.append("\n".join("| " + " | ".join(row) + " |" for row in rows))
    return "\n\n".join(parts)
