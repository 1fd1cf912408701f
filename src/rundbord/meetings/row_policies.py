"""Policies of meetings: a row lies in a forum, under a meeting whose minutes are not fixed yet (ADR 0030)."""

from __future__ import annotations

from typing import Any

from rundbord.partnership.forum_policies import AtForum


class MeetingItself(AtForum):
    """Meetings: called and led by chair and secretary, and changed by nobody once the minutes are fixed."""

    def __init__(self, **options: Any) -> None:
        """Led, always."""
        super().__init__(**{"led": True, **options})

    def changeable(self) -> str:
        """Meetings of forums that we lead, until their minutes are fixed."""
        return f"{super().changeable()} AND fixed_at IS NULL"

    def writable(self, command: str) -> str:
        """A new one stands open; a changed one may be fixed by the change."""
        led = super().changeable()
        return f"{led} AND fixed_at IS NULL" if command == "insert" else led


class UnderMeeting(AtForum):
    """Rows of a meeting: added and changed until its minutes are fixed, each under parts of the very same meeting."""

    def __init__(self, *, table: str, item: str = "", seat: str = "", own_seat: bool = False, **options: Any) -> None:
        """`table` is the policy's own; `item` and `seat`: columns that name parts of the same meeting and forum.

        `own_seat`: the own authority's seat alone, unless we lead the forum.
        """
        super().__init__(**options)
        self.table = table
        self.item = item
        self.seat = seat
        self.own_seat = own_seat

    def changeable(self) -> str:
        """Rows of meetings that are open."""
        ours = f" AND ({self._ours()} OR {self._is_led()})" if self.own_seat else ""
        return f"{super().changeable()} AND {self._is_open()}{ours}"

    def writable(self, command: str) -> str:
        """What a row hangs on belongs to the same meeting and the same forum."""
        parts = [super().writable(command)]
        if self.item:
            parts.append(self._belongs("meetings_agendaitem", self.item, "meeting_id"))
        if self.seat:
            parts.append(self._belongs("partnership_forumseat", self.seat, "forum_id", "authority_id"))
        return " AND ".join(parts)

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        own = {"table": self.table, "item": self.item, "seat": self.seat, "own_seat": self.own_seat}
        return path, args, {**kwargs, **own}

    def _is_open(self) -> str:
        return (
            f"EXISTS (SELECT 1 FROM meetings_meeting held WHERE held.id = {self.table}.meeting_id"  # noqa: S608
            f" AND held.forum_id = {self.table}.forum_id AND held.fixed_at IS NULL)"
        )

    def _belongs(self, parent: str, column: str, *same: str) -> str:
        agree = "".join(f" AND part.{name} = {self.table}.{name}" for name in same)
        found = f"SELECT 1 FROM {parent} part WHERE part.id = {self.table}.{column}{agree}"  # noqa: S608 — names from code
        return f"EXISTS ({found})"

    def _ours(self) -> str:
        return "authority_id = (SELECT ctx.authority())"

    def _is_led(self) -> str:
        return "forum_id = ANY ((SELECT ctx.forums_led())::uuid[])"
