"""The person guard in forms: free text that names a person is stopped or asked about, with the words shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Any, ClassVar, cast

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField

from rundbord.reading.persons import Finding, Severity, findings, suggested_wording

OWN_WORDING, SUGGESTED_WORDING = "own", "suggested"


@dataclass(frozen=True, kw_only=True)
class Examined:
    """What the guard found in one text; empty where nothing was found."""

    text: str = ""
    places: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()

    @property
    def stopping(self) -> list[Finding]:
        """Words that may not be saved, whatever the user says."""
        return [each for each in self.findings if each.severity is Severity.STOP]

    @property
    def warning(self) -> list[Finding]:
        """Words that the user must look at."""
        return [each for each in self.findings if each.severity is Severity.WARN]

    @property
    def kinds(self) -> list[str]:
        """What the words are, once each, for the log."""
        return list(dict.fromkeys(each.kind.value for each in self.warning))

    @cached_property
    def suggestion(self) -> str:
        """The same text with neutral words."""
        return suggested_wording(self.text, places=self.places)

    @property
    def lines(self) -> list[tuple[str, str, str]]:
        """What was found: the words, what they are, and what to write instead."""
        return [(each.words.strip(), each.kind.label, each.kind.explanation) for each in self.findings]

    @property
    def mark(self) -> str:
        """Stands for exactly these words, so that keeping them does not also keep words written later."""
        words = "\n".join(f"{each.kind.value}:{each.words}" for each in self.warning)
        return blake2b(words.encode(), digest_size=8).hexdigest()

    def reasons(self) -> list[str]:
        """Say what is wrong, as sentences beside the field."""
        stops = [f"{each.kind.label} »{each.words.strip()}« må ikke stå her." for each in self.stopping]
        asks = f"Teksten kan pege på en person: {_quoted(self.warning)}. Vælg herunder, hvad der skal stå."
        return [*stops, asks] if self.warning else stops


def examine(text: str, *, places: Collection[str] = ()) -> Examined:
    """Look for persons in a text; names of places are no persons."""
    known = frozenset(places)
    return Examined(text=text, places=known, findings=findings(text, places=known))


class GuardedBoundField(BoundField):
    """A field as rendered, with what the guard found in it."""

    @property
    def template_name(self) -> str:
        """A guarded field carries the guard's question; the others look as ever."""
        is_guarded = self.name in getattr(self.form, "guarded", ())
        return "web/guarded_field.html" if is_guarded else super().template_name

    @property
    def examined(self) -> Examined:
        """What the guard found; nothing for a field that is not guarded."""
        examined: dict[str, Examined] = getattr(self.form, "examined", {})
        return examined.get(self.name, Examined())

    @property
    def wording_name(self) -> str:
        """The form key by which the user says which wording shall stand."""
        return f"{self.html_name}-wording"


class GuardedForm(forms.Form):
    """A form whose fields named in `guarded` pass the person guard; pass `places` of the partnership to it.

    `overridden` lists the kinds of words that the user kept in spite of a warning: the action logs them.
    """

    guarded: ClassVar[tuple[str, ...]] = ()
    bound_field_class = GuardedBoundField

    def __init__(self, *args: Any, places: Collection[str] = (), **options: Any) -> None:
        """Take Django's arguments and the names of places."""
        super().__init__(*args, **options)
        self.places = frozenset(places)
        self.examined: dict[str, Examined] = {}
        self.overridden: list[str] = []

    def _post_clean(self) -> None:
        """Guard what the other checks let through."""
        super()._post_clean()  # type: ignore[misc]
        for name in self.guarded:
            if isinstance(text := self.cleaned_data.get(name), str):
                self._guard(name, text)

    def _guard(self, name: str, text: str) -> None:
        choice = self.data.get(f"{self.add_prefix(name)}-wording", "")
        examined = examine(text, places=self.places)
        if choice == SUGGESTED_WORDING and examined.findings:
            examined = self._reword(name, examined.suggestion)
        if examined.stopping or (examined.warning and choice != examined.mark):
            self.examined[name] = examined
            self.add_error(name, ValidationError(examined.reasons()))
        else:
            self.overridden += [kind for kind in examined.kinds if kind not in self.overridden]

    def _reword(self, name: str, suggestion: str) -> Examined:
        """Let the suggestion stand in the form as if the user had written it."""
        self.cleaned_data[name] = suggestion
        data = cast(Any, self.data).copy()
        data[self.add_prefix(name)] = suggestion
        self.data = data
        return examine(suggestion, places=self.places)


def _quoted(found: Iterable[Finding]) -> str:
    return ", ".join(f"»{each.words.strip()}«" for each in found)
