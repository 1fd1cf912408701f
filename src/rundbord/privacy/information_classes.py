"""Which class of information each column about citizens holds, as Markdown in Danish for the parties' lawyers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rundbord.privacy.catalogue import CLASSES
from rundbord.sharing.vocabulary import InformationClass

_LEAD = (
    "Skrevet ud fra koden med `./rundbord manage write_legal_documents`. Hver kolonne i en tabel om borgere har en"
    " klasse; hvem der læser en klasse, og hvordan den må krydse, står i `legal-bases.md`. En test fejler for en"
    " kolonne uden klasse."
)


def information_classes() -> str:
    """Write the columns of each table about citizens by their class, the least private first."""
    rows = [row for app, tables in CLASSES.items() for model in tables for row in _rows(app, model)]
    head = ["| Tabel | Klasse | Hvad klassen er | Kolonner |", "| --- | --- | --- | --- |"]
    return "\n".join(["# Oplysningsklasser", "", _LEAD, "", *head, *rows, ""])


def _rows(app: str, model: str) -> Iterator[str]:
    columns = CLASSES[app][model]
    for each in InformationClass:
        names = _of_class(columns, each)
        if names:
            yield f"| `{app}.{model}` | {each.value.upper()} | {each.label} | {names} |"


def _of_class(columns: Mapping[str, InformationClass], wanted: InformationClass) -> str:
    return ", ".join(f"`{name}`" for name, its in columns.items() if its is wanted)
