"""What a user saw when a form was opened, so that nobody's change is overwritten unseen."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, cast

from django import forms
from django.core.serializers.json import DjangoJSONEncoder


class SeenForm(forms.Form):
    """A form over a row that stands: refuses once, with both versions, when the row has changed since it was shown."""

    seen = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, current: Mapping[str, Any], **options: Any) -> None:
        """`current` holds the row's values by field name, as they stand now."""
        self.current = current
        now = _written(current)
        super().__init__(data, **{**options, "initial": {**current, "seen": now, **options.get("initial", {})}})

    def clean(self) -> None:
        """Compare what was seen with what stands; after one refusal the newer version counts as seen."""
        super().clean()
        seen, now = self.data.get("seen", ""), _written(self.current)
        if seen == now:
            return
        before = _read(seen)
        for name, value in json.loads(now).items():
            if before.get(name) != value and name in self.fields:
                shown = _shown(self._labelled(name, value))
                self.add_error(name, f"En anden har imens rettet feltet til »{shown}«. Dit bud står her stadig.")
        data = cast(Any, self.data).copy()
        data["seen"] = now
        self.data = data

    def _labelled(self, name: str, value: Any) -> Any:
        """Give the words of a choice, or of several, instead of their keys."""
        labels = {str(key): str(label) for key, label in _choices(self.fields[name])}
        if isinstance(value, list):
            return [labels.get(str(each), each) for each in value]
        return labels.get(str(value), value)


def _written(values: Mapping[str, Any]) -> str:
    return json.dumps(values, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True)


def _read(text: str) -> dict[str, Any]:
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def _shown(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value if value is not None else "")


def _choices(field: forms.Field) -> Iterator[tuple[Any, Any]]:
    """Give all choices of a field, those in groups included."""
    for key, label in getattr(field, "choices", ()):
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield key, label
