"""What may not be written of persons, whoever writes it and by which door."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from rundbord.reading.persons import Severity, findings


def stopping_words(text: str, *, places: Collection[str]) -> Iterator[str]:
    """Give a Danish sentence for each word that leads to one person; no door opens for these."""
    for found in findings(text, places=places):
        if found.severity is Severity.STOP:
            yield f"{found.kind.label} »{found.words.strip()}«: {found.kind.explanation}"
