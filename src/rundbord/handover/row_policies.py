"""Policies of a hand-over list: the bringing unit's own rows, and a question for the one unit that is asked."""

from __future__ import annotations

from typing import Any

from rundbord.access.row_policies import OwnPersons, RowPolicy

_US = "(SELECT ctx.authority())"
_UNIT = "(SELECT ctx.unit())"
_ME = "(SELECT ctx.user_id())"
_HERE = "partnership_id = (SELECT ctx.partnership())"
_NIGHT = "(SELECT ctx.purpose()) = 'upkeep'"
_REACHES = "(SELECT ctx.reaches_persons())"
_TODAY = "(now() AT TIME ZONE 'Europe/Copenhagen')::date"


def has_individual_seat(unit: str, *, meeting: str) -> str:
    """Tell in SQL whether a unit has a seat in force, with access to the individual part, where a meeting is held."""
    return (
        "EXISTS (SELECT 1 FROM meetings_meeting held JOIN partnership_forum forum ON forum.id = held.forum_id"  # noqa: S608
        " JOIN partnership_forumseat seat ON seat.forum_id = held.forum_id"
        f" WHERE held.id = {meeting} AND seat.unit_id = {unit} AND seat.may_join_individual_part"
        " AND forum.has_individual_part AND held.ended_at IS NULL"
        f" AND seat.starts_on <= {_TODAY} AND (seat.ends_on IS NULL OR seat.ends_on >= {_TODAY}))"
    )


class OfBringingUnit(OwnPersons):
    """A list: the own unit's, for a meeting in whose individual part it has a seat; the night closes what is left."""

    def visible(self) -> str:
        """Own unit, and the night."""
        return f"{super().visible()} AND (unit_id = {_UNIT} OR {_NIGHT})"

    def writable(self, command: str) -> str:
        """A new one is begun in the own name, open."""
        if command != "insert":
            return self.changeable()
        seat = has_individual_seat(_UNIT, meeting="handover_handoverlist.meeting_id")
        begun = f"unit_id = {_UNIT} AND opened_by = {_ME} AND closed_at IS NULL AND {_HERE}"
        return f"{OwnPersons.visible(self)} AND {begun} AND {seat}"


class InOwnList(OwnPersons):
    """Rows of a list that the unit, or the night, sees; added while it is open."""

    def __init__(self, *, table: str, **options: Any) -> None:
        """`table` is the policy's own."""
        super().__init__(**options)
        self.table = table

    def visible(self) -> str:
        """Where the list is."""
        return f"{super().visible()} AND EXISTS ({self._list()})"

    def writable(self, command: str) -> str:
        """Of an open list, for a unit with a seat where the list is read out."""
        if command != "insert":
            return self.changeable()
        seat = has_individual_seat(f"{self.table}.addressed_unit_id", meeting="mine.meeting_id")
        return f"{OwnPersons.visible(self)} AND EXISTS ({self._list()} AND mine.closed_at IS NULL AND {seat})"

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "table": self.table}

    def _list(self) -> str:
        return f"SELECT 1 FROM handover_handoverlist mine WHERE mine.id = {self.table}.list_id"  # noqa: S608


class AskedOfUnit(OwnPersons):
    """A question: read by the unit that is asked, from the day of the meeting; the night takes what is left."""

    def visible(self) -> str:
        """Own unit on the day, and the night."""
        return f"{super().visible()} AND ((unit_id = {_UNIT} AND meeting_day <= {_TODAY}) OR {_NIGHT})"


class AskedBySender(RowPolicy):
    """A question is added by the unit whose line it is, to the very unit that the line names; it reads none of them."""

    def __init__(self, **options: Any) -> None:
        """Adds, and nothing else."""
        super().__init__(**{**options, "commands": ("insert",)})

    def visible(self) -> str:
        """Nothing: it is a door in one direction."""
        return "false"

    def writable(self, command: str) -> str:
        """Recipient, role and days are those of the own line."""
        same = " AND ".join(
            f"line.{theirs} = handover_linequestion.{ours}"
            for theirs, ours in (
                ("id", "line_id"),
                ("list_id", "list_id"),
                ("addressed_unit_id", "unit_id"),
                ("role", "role"),
                ("age_band", "age_band"),
                ("seen_on", "seen_on"),
            )
        )
        unit = (
            "EXISTS (SELECT 1 FROM identity_unit asked WHERE asked.id = handover_linequestion.unit_id"
            " AND asked.authority_id = handover_linequestion.authority_id)"
        )
        mine = f"EXISTS (SELECT 1 FROM handover_handoverline line WHERE {same})"  # noqa: S608 — names from code
        return f"{_REACHES} AND sender_id = {_US} AND {mine} AND {unit}"


class AnsweredOnLine(OwnPersons):
    """An answer: its unit's, and seen by whoever sees the line; said once, in the own name, to a seen question."""

    def visible(self) -> str:
        """Own unit, the sender of the line, and the night on the answering side."""
        ours = f"authority_id = {_US} AND (unit_id = {_UNIT} OR {_NIGHT})"
        line = "SELECT 1 FROM handover_handoverline line WHERE line.id = handover_lineanswer.line_id"
        theirs = f"sender_id = {_US} AND EXISTS ({line} AND line.addressed_unit_id = handover_lineanswer.unit_id)"
        return f"{_REACHES} AND (({ours}) OR ({theirs}))"

    def changeable(self) -> str:
        """Own ones alone: the sender takes nothing back."""
        return f"{OwnPersons.visible(self)} AND {_NIGHT}"

    def writable(self, command: str) -> str:
        """To a question that is asked of the own unit."""
        same = " AND ".join(
            f"asked.{name} = handover_lineanswer.{name}" for name in ("line_id", "unit_id", "sender_id", "authority_id")
        )
        asked = f"EXISTS (SELECT 1 FROM handover_linequestion asked WHERE {same})"  # noqa: S608 — names from code
        return f"{OwnPersons.visible(self)} AND by = {_ME} AND {asked}"


class OfUnitAfterwards(OwnPersons):
    """What is left without content: read by the own unit, written by the unit or by the night in its name."""

    def visible(self) -> str:
        """Own unit, and the night."""
        return f"{super().visible()} AND (unit_id = {_UNIT} OR {_NIGHT})"
