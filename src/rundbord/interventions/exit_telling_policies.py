"""Policies of what exit coordinators tell each other: named consent, named reader, and no unit (ADR 0029)."""

from __future__ import annotations

from typing import Any

from rundbord.access.row_policies import OwnExit, RowPolicy
from rundbord.interventions.exit_row_policies import InExit

_ME = "(SELECT ctx.user_id())"
_US = "(SELECT ctx.authority())"
_HERE = "(SELECT ctx.partnership())"
_EXIT = "(SELECT ctx.reaches('exit'))"
_PARTIES = "ANY ((SELECT ctx.fellow_authorities())::uuid[])"
_PREVENTING = "(SELECT ctx.purpose()) = 'prevention'"
_NIGHT = "(SELECT ctx.purpose()) = 'upkeep'"
_TODAY = "(now() AT TIME ZONE 'Europe/Copenhagen')::date"
# A consent that holds today, of a case that runs.
CONSENT_HOLDS = (
    "interventions_exitconsent yes JOIN interventions_exitcase whose ON whose.id = yes.case_id"
    f" WHERE yes.withdrawn_at IS NULL AND {_TODAY} BETWEEN yes.given_on AND yes.valid_until AND whose.ended_at IS NULL"
)


class ToldInExit(InExit):
    """The sender's copy: added under a consent that holds, to a reader whom it names, for no longer than it lasts."""

    def writable(self, command: str) -> str:
        """Of a case that is reached; to a party of the table."""
        named = (
            f"yes.id = {self.table}.consent_id AND yes.case_id = {self.table}.case_id"
            f" AND {self.table}.reader_id = ANY (yes.recipients) AND {self.table}.expires_on <= yes.valid_until"
        )
        agreed = f"EXISTS (SELECT 1 FROM {CONSENT_HOLDS} AND {named})"  # noqa: S608 — names from code
        here = f"partnership_id = {_HERE} AND recipient_id = {_PARTIES}"
        return f"{super().writable(command)} AND {here} AND {agreed}"


class ReceivedInExit(OwnExit):
    """The reader's copy: read by the named user alone; at night those that are over or were taken back."""

    def visible(self) -> str:
        """Own name; neither unit, leader nor the authority's other coordinators."""
        recalled = (
            "EXISTS (SELECT 1 FROM interventions_exitrecall back"
            " WHERE back.disclosure_id = interventions_exitcopy.disclosure_id"
            " AND back.authority_id = interventions_exitcopy.authority_id)"
        )
        goes = f"{_NIGHT} AND (expires_on < {_TODAY} OR {recalled})"
        return f"{super().visible()} AND (({_PREVENTING} AND reader_id = {_ME}) OR ({goes}))"


class OfSender(RowPolicy):
    """Rows for the reader of another authority that the sender adds, of a disclosure that the sender sees."""

    def __init__(self, *, table: str, **options: Any) -> None:
        """`table` is the policy's own."""
        super().__init__(**{**options, "commands": ("insert",)})
        self.table = table

    def visible(self) -> str:
        """Nothing: it is a door in one direction."""
        return "false"

    def writable(self, command: str) -> str:
        """Recipient, reader and last day are those of the own disclosure."""
        return f"{_EXIT} AND {_PREVENTING} AND sender_id = {_US} AND EXISTS ({self._told()})"

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "table": self.table}

    def _told(self) -> str:
        same = " AND ".join(
            f"told.{theirs} = {self.table}.{ours}"
            for theirs, ours in (
                ("id", "disclosure_id"),
                ("recipient_id", "authority_id"),
                ("reader_id", "reader_id"),
                ("expires_on", "expires_on"),
            )
        )
        return f"SELECT 1 FROM interventions_exitdisclosure told WHERE {same}"  # noqa: S608 — names from code


class ExitCopyAdded(OfSender):
    """The copy itself: with the conditions that the sender's row names, and while its consent still holds."""

    def _told(self) -> str:
        agreed = f"EXISTS (SELECT 1 FROM {CONSENT_HOLDS} AND yes.id = told.consent_id)"  # noqa: S608 — names from code
        same = f"told.conditions = {self.table}.conditions AND told.partnership_id = {self.table}.partnership_id"
        return f"{super()._told()} AND {same} AND {agreed}"


class ExitRecallAdded(OfSender):
    """That a copy is taken back, in the own name; no consent is needed for that."""

    def writable(self, command: str) -> str:
        """As for a copy."""
        return f"{super().writable(command)} AND made_by = {_ME}"


class OfBothInExit(OwnExit):
    """What both sides see of a copy, without content: its reader, and whoever sees the disclosure; and the night."""

    def __init__(self, *, table: str, **options: Any) -> None:
        """`table` is the policy's own."""
        super().__init__(**options)
        self.table = table

    def visible(self) -> str:
        """Own name on the recipient's side; on the sender's the case that is reached."""
        told = f"SELECT 1 FROM interventions_exitdisclosure told WHERE told.id = {self.table}.disclosure_id"  # noqa: S608
        ours = f"authority_id = {_US} AND (({_PREVENTING} AND reader_id = {_ME}) OR {_NIGHT})"
        theirs = f"sender_id = {_US} AND EXISTS ({told} AND told.recipient_id = {self.table}.authority_id)"
        return f"{_EXIT} AND (({ours}) OR ({theirs}))"

    def writable(self, command: str) -> str:
        """The reader says it in the own name, or the night, of a copy that is seen and to its very sender."""
        got = " AND ".join(
            f"got.{name} = {self.table}.{name}"
            for name in ("disclosure_id", "authority_id", "sender_id", "reader_id", "expires_on")
        )
        copy = f"SELECT 1 FROM interventions_exitcopy got WHERE {got}"  # noqa: S608 — names from code
        return f"{OwnExit.visible(self)} AND by = {_ME} AND EXISTS ({copy})"

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "table": self.table}


class OverInExit(OwnExit):
    """Deletes, at night alone, what the reader's authority has when its last day is over."""

    def __init__(self, **options: Any) -> None:
        """No other command."""
        super().__init__(**{**options, "commands": ("delete",)})

    def visible(self) -> str:
        """Own rows whose last day is over."""
        return f"{super().visible()} AND {_NIGHT} AND expires_on < {_TODAY}"
