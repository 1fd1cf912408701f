"""What a step's fields say, written as one text to be sealed, and read again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from rundbord.interventions.rules.kinds.kind import Field, Step
from rundbord.interventions.rules.taking import Value
from rundbord.interventions.vocabulary import FieldKind

_YES_NO = {"yes": "Ja", "no": "Nej"}


@dataclass(frozen=True, kw_only=True)
class Said:
    """One field as it is read: label and lines."""

    label: str
    lines: tuple[str, ...]
    part: str = ""
    key: str = ""


def written(values: Mapping[str, Value]) -> str:
    """Write what was filled in; empty fields are left out."""
    return json.dumps({key: value for key, value in values.items() if value}, ensure_ascii=False)


def read(step: Step, text: str) -> list[Said]:
    """Read it in the order of the step's fields; what the step no longer asks for is left out."""
    values: dict[str, Value] = json.loads(text)
    return [_said(each, values[each.key]) for each in step.fields if each.key in values]


def _said(asked: Field, value: Value) -> Said:
    return Said(label=asked.label, lines=_lines(asked, value), part=asked.part, key=asked.key)


def _lines(asked: Field, value: Value) -> tuple[str, ...]:
    if asked.kind is FieldKind.YES_NO:
        return (_YES_NO.get(str(value), str(value)),)
    if asked.kind is FieldKind.CHOICE:
        return (asked.choices.get(str(value), str(value)),)
    if isinstance(value, str):
        return (value,)
    return tuple(_line(asked, each) for each in value)


def _line(asked: Field, each: str | dict[str, str]) -> str:
    if isinstance(each, dict):
        told = (each.get("who", ""), each.get("what", ""), each.get("when", ""))
        return " · ".join(part for part in told if part)
    return asked.choices.get(each, each)
