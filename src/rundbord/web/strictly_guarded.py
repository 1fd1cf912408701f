"""The person guard where nothing may be brushed aside: every finding stops, and the suggested words are the way out."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import ValidationError

from rundbord.reading.persons import Finding
from rundbord.web.guarded import SUGGESTED_WORDING, Examined, GuardedForm, examine


@dataclass(frozen=True, kw_only=True)
class ExaminedStrictly(Examined):
    """What the guard found where every finding stops."""

    @property
    def stopping(self) -> list[Finding]:
        """All of them."""
        return list(self.findings)

    @property
    def warning(self) -> list[Finding]:
        """None is left to choose."""
        return []


class StrictlyGuardedForm(GuardedForm):
    """A form in which a text that names a person is never saved, whatever its writer says."""

    def _guard(self, name: str, text: str) -> None:
        examined = examine(text, places=self.places)
        if examined.findings and self.data.get(f"{self.add_prefix(name)}-wording") == SUGGESTED_WORDING:
            examined = self._reword(name, examined.suggestion)
        if examined.findings:
            strict = ExaminedStrictly(text=examined.text, places=examined.places, findings=examined.findings)
            self.examined[name] = strict
            self.add_error(name, ValidationError(strict.reasons()))
