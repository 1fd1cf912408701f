"""Policies of letters about an exit case: under a consent that holds and names the recipient (ADR 0029)."""

from __future__ import annotations

from rundbord.interventions.exit_row_policies import InExit
from rundbord.interventions.exit_telling_policies import CONSENT_HOLDS

_HERE = "(SELECT ctx.partnership())"


class WrittenInExit(InExit):
    """A letter: added under a consent that holds, to somebody whom it names, for no longer than it lasts."""

    def writable(self, command: str) -> str:
        """Of a case that is reached; later only that it was taken back."""
        if command != "insert":
            return super().writable(command)
        named = (
            f"yes.id = {self.table}.consent_id AND yes.case_id = {self.table}.case_id"
            f" AND {self.table}.outsider_id = ANY (yes.outsider_ids) AND {self.table}.expires_on <= yes.valid_until"
        )
        agreed = f"EXISTS (SELECT 1 FROM {CONSENT_HOLDS} AND {named})"  # noqa: S608 — names from code
        new = f"partnership_id = {_HERE} AND taken_back_at IS NULL"
        return f"{super().writable(command)} AND {new} AND {agreed}"


class DeliveredInExit(InExit):
    """How a letter was handed over: of a letter of the very case."""

    def writable(self, command: str) -> str:
        """The letter is seen, and the case is its."""
        letter = (
            f"SELECT 1 FROM interventions_exitletter sent WHERE sent.id = {self.table}.letter_id"  # noqa: S608
            f" AND sent.case_id = {self.table}.case_id"
        )
        return f"{super().writable(command)} AND EXISTS ({letter})"
