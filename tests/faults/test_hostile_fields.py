"""Whatever is put into a field is taken as something that can be stored, or refused with a Danish sentence."""

from __future__ import annotations

import importlib
import math
import os
import pkgutil
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rundbord
from rundbord.keys.core.cpr import Cpr
from rundbord.operating.testing import THOROUGH
from tests.faults.hostile_words import hostile_words

_EXAMPLES = 10_000 if os.environ.get(THOROUGH) else 200
# Files are judged by what they hold: tests/web/test_uploads.py.
_ELSEWHERE = (forms.FileField,)
_LARGEST = 2**31
_ENGLISH = re.compile(r"\b(Enter|Ensure|Select|This field|valid|Upload|Please|required|must)\b")


def _modules() -> Iterator[Any]:
    for found in pkgutil.walk_packages(rundbord.__path__, "rundbord."):
        if ".screens." in found.name:
            yield importlib.import_module(found.name)


def _form_classes() -> Sequence[type[forms.BaseForm]]:
    known = {each for module in _modules() for each in vars(module).values() if isinstance(each, type)}
    found = [each for each in known if issubclass(each, forms.BaseForm) and each.__module__.startswith("rundbord.")]
    return sorted(found, key=lambda each: f"{each.__module__}.{each.__qualname__}")


def _fields_by_kind() -> dict[str, list[tuple[str, forms.Field]]]:
    kinds: dict[str, list[tuple[str, forms.Field]]] = defaultdict(list)
    for form in _form_classes():
        for name, field in getattr(form, "base_fields", {}).items():
            if not isinstance(field, _ELSEWHERE):
                kinds[type(field).__name__].append((f"{form.__qualname__}.{name}", field))
    return dict(kinds)


FIELDS = _fields_by_kind()


def test_the_fields_of_all_forms_are_tried() -> None:
    assert {"CharField", "CprField", "DateField", "DateTimeField", "IntegerField", "FloatField"} <= set(FIELDS)
    assert sum(map(len, FIELDS.values())) > 400


@pytest.mark.parametrize("kind", sorted(FIELDS))
def test_a_field_takes_what_can_be_stored_or_says_in_danish_what_is_wrong(kind: str) -> None:
    @settings(
        max_examples=_EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck), derandomize=True
    )
    @given(chosen=st.sampled_from(FIELDS[kind]), words=st.lists(hostile_words(), min_size=1, max_size=3))
    def try_it(chosen: tuple[str, forms.Field], words: list[str]) -> None:
        name, field = chosen
        try:
            taken = field.clean(_as_sent(field, words))
        except ValidationError as refused:
            _assert_danish(name, refused)
        else:
            assert _can_be_stored(taken), f"{name} took {taken!r}"

    try_it()


def _as_sent(field: forms.Field, words: list[str]) -> Any:
    """Send it as a browser would; a field of several inputs reads its parts."""
    sent = QueryDict(mutable=True)
    for name in ("field", "field_0", "field_1"):
        sent.setlist(name, words)
    return field.widget.value_from_datadict(sent, MultiValueDict(), "field")


def _assert_danish(name: str, refused: ValidationError) -> None:
    assert refused.messages, name
    for message in refused.messages:
        assert message.strip(), name
        assert not _ENGLISH.search(message), f"{name}: {message}"


def _can_be_stored(taken: Any) -> bool:
    rule = next((rule for kind, rule in _STORED.items() if isinstance(taken, kind)), None)
    return rule is not None and rule(taken)


def _any(_taken: object) -> bool:
    return True


def _each(taken: Iterable[Any]) -> bool:
    return all(map(_can_be_stored, taken))


# The first that fits counts: a truth value is a number to Python, and a moment is a day.
_STORED: dict[Any, Callable[[Any], bool]] = {
    bool | Cpr | UUID | None | models.Model | models.QuerySet: _any,
    str: lambda text: "\0" not in text,
    int: lambda number: -_LARGEST <= number < _LARGEST,
    float: math.isfinite,
    Decimal: Decimal.is_finite,
    datetime: lambda moment: moment.tzinfo is not None,
    date | time: _any,
    dict: lambda pairs: _each([*pairs, *pairs.values()]),
    list | tuple | set: _each,
}
