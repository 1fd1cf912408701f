"""Policies of rounds of *who else?*: a common round, own nominations, marks that no login reads back (ADR 0027)."""

from __future__ import annotations

from typing import Any

from rundbord.access.row_policies import READ, OwnPersons, RowPolicy
from rundbord.partnership.row_policies import InPartnership

_US = "(SELECT ctx.authority())"
_HERE = "partnership_id = (SELECT ctx.partnership())"
_REACHES = "(SELECT ctx.reaches_persons())"
_UPKEEP = "(SELECT ctx.purpose()) = 'upkeep'"
_IN_UNIT = f"(unit_id = (SELECT ctx.unit()) OR {_UPKEEP})"


class RoundAtTable(InPartnership):
    """Rounds that all parties see; opened by somebody who reaches persons, two in seven days at most."""

    def writable(self, command: str) -> str:
        """A new one is open, names its opener, and is not the third of the week."""
        is_open = "sealed_at IS NULL AND closed_at IS NULL AND closes_at > now()"
        return f"{super().writable(command)} AND {_REACHES} AND {is_open} AND (SELECT ctx.rounds_lately()) < 2"


class NominatedByUnit(OwnPersons):
    """Rows of the unit that nominated; another unit, and every other authority, sees none."""

    def visible(self) -> str:
        """Own authority, own unit."""
        return f"{super().visible()} AND {_IN_UNIT}"


class NominatedInRound(NominatedByUnit):
    """Nominations: added by the own unit to an open round, in a channel that the unit takes part in, fifty at most."""

    def writable(self, command: str) -> str:
        """The round is open and at this table; the unit takes part in the channel of the basis."""
        opened = (
            "SELECT 1 FROM sharing_whoelseround opened WHERE opened.id = round_id"
            " AND opened.partnership_id = sharing_nomination.partnership_id"
            " AND opened.closes_at > now() AND opened.sealed_at IS NULL"
        )
        channel = (
            "SELECT 1 FROM identity_unit own WHERE own.id = unit_id"
            " AND own.authority_id = sharing_nomination.authority_id"
            " AND basis IN (SELECT 'rpl115_' || taken FROM unnest(own.channels) AS taken)"
        )
        own = "unit_id = (SELECT ctx.unit()) AND nominated_by = (SELECT ctx.user_id())"
        few = "ctx.nominations_in(round_id) < 50"
        return f"{super().visible()} AND {_HERE} AND {own} AND EXISTS ({opened}) AND EXISTS ({channel}) AND {few}"


class MarkAdded(RowPolicy):
    """Marks: added with the own nomination, read back by no login at all."""

    def __init__(self, **options: Any) -> None:
        """For adding alone."""
        super().__init__(**{**options, "commands": ("insert",)})

    def visible(self) -> str:
        """Nothing."""
        return "false"

    def writable(self, command: str) -> str:
        """The nomination is the user's own, of this very round."""
        own = (
            "SELECT 1 FROM sharing_nomination put WHERE put.id = nomination_id AND put.round_id ="
            " sharing_nominationmark.round_id AND put.authority_id = sharing_nominationmark.authority_id"
            " AND put.nominated_by = (SELECT ctx.user_id())"
        )
        return f"authority_id = {_US} AND {_REACHES} AND EXISTS ({own})"


class OfRound(RowPolicy):
    """Rows about a round that all parties of its table read; functions alone write them."""

    def __init__(self, *, table: str, **options: Any) -> None:
        """`table` is the policy's own."""
        super().__init__(**{**options, "commands": READ})
        self.table = table

    def visible(self) -> str:
        """Rows whose round is seen."""
        return f"EXISTS (SELECT 1 FROM sharing_whoelseround seen WHERE seen.id = {self.table}.round_id)"  # noqa: S608

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "table": self.table}
