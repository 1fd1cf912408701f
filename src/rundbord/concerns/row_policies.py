"""Policies of files on young people: reach goes by unit and assignment (forvaltningsloven § 32, ADR 0024)."""

from __future__ import annotations

from typing import Any

from rundbord.access.row_policies import OwnAuthority, OwnPersons

# Nightly work alone; no screen acts for this purpose.
UPKEEP = "(SELECT ctx.purpose()) = 'upkeep'"
_OUR_UNIT = "unit_id = (SELECT ctx.unit())"
# Asked of the changed row too: whoever reaches a file by their unit's assignment cannot make it narrow.
_BY_NAME = "(NOT is_narrow OR id = ANY ((SELECT ctx.persons_assigned_by_name())::uuid[]))"
_ASSIGNED = f"(id = ANY ((SELECT ctx.assigned_persons())::uuid[]) AND {_BY_NAME})"


class ReachedFile(OwnPersons):
    """Files on young people: those of the own unit, the narrow ones for their responsible alone; and assigned ones."""

    def visible(self) -> str:
        """Own authority, a session that reaches persons, and a unit or an assignment."""
        in_unit = f"({_OUR_UNIT} AND (NOT is_narrow OR lead_id = (SELECT ctx.user_id())))"
        return f"{super().visible()} AND ({in_unit} OR {_ASSIGNED} OR {UPKEEP})"

    def writable(self, command: str) -> str:
        """A new file is the own unit's, and its writer is responsible; a changed one stays within reach."""
        if command != "insert":
            return self.changeable()
        return f"{super().visible()} AND {_OUR_UNIT} AND lead_id = (SELECT ctx.user_id())"


class ReachedUnlessMoved(ReachedFile):
    """As above; the restricted copy of somebody who has moved away is read by its responsible and by leaders alone."""

    def visible(self) -> str:
        """What is reached, and of restricted copies the own and those that a leader looks after."""
        by_whom = f"lead_id = (SELECT ctx.user_id()) OR (SELECT ctx.reaches('readers')) OR {UPKEEP}"
        return f"{super().visible()} AND (moved_on IS NULL OR {by_whom})"

    def changeable(self) -> str:
        """Nothing changes in a restricted copy but what the night takes away."""
        return f"{self.visible()} AND (moved_on IS NULL OR {UPKEEP})"

    def writable(self, command: str) -> str:
        """A file may become a restricted copy, of which the mover still sees something."""
        return self.visible() if command == "update" else super().writable(command)


class HandedOver(OwnPersons):
    """For the function that hands a file over (concerns/sql.py): files in the reach of whoever asks."""

    reach: tuple[str, ...] = ("id", "authority_id", "unit_id", "lead_id", "is_narrow")

    def __init__(self, **options: Any) -> None:
        """For the role that owns the function, and of the columns the reach alone."""
        narrowed = {"select": self.reach, "update": ("unit_id", "lead_id", "lead_label")}
        fixed = {"logins": ("rundbord_policy",), "commands": ("select", "update"), "columns": narrowed}
        super().__init__(**{**options, **fixed})

    def visible(self) -> str:
        """Own files: which of them, the update says."""
        return super().visible()

    def changeable(self) -> str:
        """Those of the own unit, or assigned to the user; the narrow ones for their responsible."""
        in_unit = f"({_OUR_UNIT} AND (NOT is_narrow OR lead_id = (SELECT ctx.user_id())))"
        return f"{super().visible()} AND ({in_unit} OR {_ASSIGNED})"

    def writable(self, command: str) -> str:
        """They stay the own authority's."""
        return super().visible()


class HandedOverUnlessMoved(HandedOver):
    """As above; a restricted copy stays with its responsible."""

    reach = (*HandedOver.reach, "moved_on")

    def changeable(self) -> str:
        """Those that are worked on."""
        return f"{super().changeable()} AND moved_on IS NULL"


class InFile(OwnPersons):
    """Rows of a file that is reached; the writer stands on a new one."""

    def __init__(self, *, table: str, author: str = "", **options: Any) -> None:
        """`table` is the policy's own; `author` names the column that must hold the writing user."""
        super().__init__(**options)
        self.table = table
        self.author = author

    def visible(self) -> str:
        """Rows whose file is reached."""
        file = f"SELECT 1 FROM concerns_youngperson file WHERE file.id = {self.table}.person_id"  # noqa: S608
        return f"{super().visible()} AND EXISTS ({file} AND file.authority_id = {self.table}.authority_id)"

    def writable(self, command: str) -> str:
        """A new row names its writer."""
        named = f" AND {self.author} = (SELECT ctx.user_id())" if command == "insert" and self.author else ""
        return self.changeable() + named

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "table": self.table, "author": self.author}


class InFileUnlessMoved(InFile):
    """As above; a restricted copy gets no new ones (barnets lov § 132)."""

    def writable(self, command: str) -> str:
        """A new row belongs to a file that is worked on."""
        file = f"SELECT 1 FROM concerns_youngperson file WHERE file.id = {self.table}.person_id"  # noqa: S608
        here = f" AND EXISTS ({file} AND file.moved_on IS NULL)" if command == "insert" else ""
        return super().writable(command) + here


class FactInFile(InFile):
    """Facts of a file; one of class P4, P5 or P7 is read by its writer and by named readers alone (table A.13)."""

    def visible(self) -> str:
        """Rows of a reached file, and the most private ones by name."""
        by_name = f"written_by = (SELECT ctx.user_id()) OR (SELECT ctx.user_id()) = ANY (readers) OR {UPKEEP}"
        return f"{super().visible()} AND (information_class NOT IN ('p4', 'p5', 'p7') OR {by_name})"


class FactUnlessMoved(InFileUnlessMoved, FactInFile):
    """Facts of a file that is worked on."""


class FactWordsGo(InFile):
    """Facts whose own last day has passed: the night empties their words, and can write nothing in their place."""

    def changeable(self) -> str:
        """For nightly work, and once the day is over in Denmark."""
        is_over = "keep_until < (now() AT TIME ZONE 'Europe/Copenhagen')::date"
        return f"{self.visible()} AND {UPKEEP} AND {is_over}"

    def writable(self, command: str) -> str:
        """Nothing stands there any more."""
        return f"{self.changeable()} AND body = '' AND source IS NULL"


class ForDesk(OwnAuthority):
    """For the function that tells the rights desk how telling families stands (concerns/telling_sql.py)."""

    def __init__(self, **options: Any) -> None:
        """For reading, by the role that owns the function."""
        super().__init__(**{**options, "commands": ("select",), "logins": ("rundbord_policy",)})

    def visible(self) -> str:
        """The own authority's, for whoever follows what citizens ask for."""
        return f"{super().visible()} AND (SELECT ctx.reaches('desk'))"


class LookUpOfUnit(OwnPersons):
    """Look-ups: the user's own, and those of the own unit, as far as they name no file that the user does not reach."""

    def visible(self) -> str:
        """Own authority, a session that reaches persons, and the own unit or the user."""
        file = "SELECT 1 FROM concerns_youngperson file WHERE file.id = concerns_lookup.person_id"
        of_unit = f"{_OUR_UNIT} AND (person_id IS NULL OR EXISTS ({file}))"
        return f"{super().visible()} AND (({of_unit}) OR user_id = (SELECT ctx.user_id()))"

    def writable(self, command: str) -> str:
        """A new row names the user and the unit."""
        own_unit = "unit_id IS NOT DISTINCT FROM (SELECT ctx.unit())"
        return f"{super().visible()} AND {own_unit} AND user_id = (SELECT ctx.user_id())"


class InEmergency(OwnPersons):
    """Rows of the one file that break-glass has open for the user: for reading alone, by a policy of its own.

    No policy of writing asks for it, so that nothing can be written by this door (ADR 0037).
    """

    def __init__(self, **options: Any) -> None:
        """For reading, by the web alone."""
        super().__init__(**{**options, "commands": ("select",), "logins": ("rundbord_app",)})

    def visible(self) -> str:
        """Own rows, in a session for that purpose, until the use ends."""
        return f"{super().visible()} AND person_id = (SELECT ctx.emergency_person())"


class FactInEmergency(InEmergency):
    """Facts that the unit reads and that are its own: what named readers read and what others told stays closed."""

    def visible(self) -> str:
        """Neither class P4, P5 or P7 nor received."""
        return f"{super().visible()} AND information_class NOT IN ('p4', 'p5', 'p7') AND received_under = ''"
