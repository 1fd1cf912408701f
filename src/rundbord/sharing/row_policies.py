"""Policies of what is passed on: the sender's copy, the recipient's copy, and what both see (ADR 0025)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rundbord.access.row_policies import OwnPersons, RowPolicy

_UPKEEP = "(SELECT ctx.purpose()) = 'upkeep'"
_REACHES = "(SELECT ctx.reaches_persons())"
_HERE = "partnership_id = (SELECT ctx.partnership())"
_PARTIES = "ANY ((SELECT ctx.fellow_authorities())::uuid[])"
_US = "(SELECT ctx.authority())"
# The sender's row names its own readers and the recipient's apart.
_TOLD_AS = {"readers": "recipient_readers"}
_READERS = (
    f"(readers = '{{}}' AND unit_id = (SELECT ctx.unit())) OR (SELECT ctx.user_id()) = ANY (readers) OR {_UPKEEP}"
)

# Of somebody who has moved away: the restricted copy's own readers (barnets lov § 132).
_KEPT = f"(kept_by IS NULL OR kept_by = (SELECT ctx.user_id()) OR (SELECT ctx.reaches('readers')) OR {_UPKEEP})"


class SentByUnit(OwnPersons):
    """The sender's copy: read by the unit that sent it, or by named readers where it must be."""

    def visible(self) -> str:
        """Own authority, and own unit or own name."""
        return f"{super().visible()} AND ({_READERS})"

    def writable(self, command: str) -> str:
        """A new one is the own unit's at this table, for a party of it or for somebody outside."""
        recipient = f"(recipient_id IS NULL OR recipient_id = {_PARTIES})"
        own = f"unit_id = (SELECT ctx.unit()) AND written_by = (SELECT ctx.user_id()) AND {_HERE}"
        return f"{super().visible()} AND {own} AND {recipient}" if command == "insert" else self.changeable()


class SentUnlessMoved(SentByUnit):
    """As above; of somebody who has moved away, read by whoever keeps the restricted copy and by leaders alone."""

    def visible(self) -> str:
        """What is read otherwise, and of what is kept apart the own and that which a leader looks after."""
        return f"{super().visible()} AND {_KEPT}"

    def writable(self, command: str) -> str:
        """A new one is kept apart for nobody: the move says so, and nothing else (concerns/moved_sql.py)."""
        return f"{super().writable(command)} AND kept_by IS NULL"


class ReceivedByUnit(OwnPersons):
    """The recipient's copy: read by the unit that it was given to, or by the readers that were named."""

    def visible(self) -> str:
        """Own authority, and own unit or own name."""
        return f"{super().visible()} AND ({_READERS})"


class ReceivedByReaders(ReceivedByUnit):
    """As above; where named readers alone may read, those whom a leader of the unit has named, while they are in it."""

    def visible(self) -> str:
        """Own authority, and own unit or, of the most private, own name (table A.13)."""
        named = (
            "disclosure_id IN (SELECT named.disclosure_id FROM sharing_namedreader named"
            " WHERE named.user_id = (SELECT ctx.user_id()))"
        )
        open_to_all = "readers = '{}' AND NOT 'named_readers' = ANY (conditions)"
        in_unit = f"unit_id = (SELECT ctx.unit()) AND (({open_to_all}) OR {named})"
        return f"{OwnPersons.visible(self)} AND (({in_unit}) OR (SELECT ctx.user_id()) = ANY (readers) OR {_UPKEEP})"


class ReceivedUnlessMoved(ReceivedByReaders):
    """As above; of somebody who has moved away as the sender's is; an answer by whoever reads what was asked."""

    def visible(self) -> str:
        """What is read otherwise, as far as it is not kept apart for somebody else."""
        asked = "SELECT 1 FROM sharing_disclosure asked WHERE asked.id = sharing_receiveddisclosure.in_answer_to"
        return f"{super().visible()} AND {_KEPT} AND (in_answer_to IS NULL OR EXISTS ({asked}))"


class AwaitingReaders(OwnPersons):
    """That a copy for named readers has come: seen by the unit, so that its leader can name them."""

    def visible(self) -> str:
        """Own authority and own unit; nothing of what was told stands here."""
        return f"{super().visible()} AND (unit_id = (SELECT ctx.unit()) OR {_UPKEEP})"


class NamedInUnit(OwnPersons):
    """Who may read: seen by whoever is named and by the unit that the copy came to; named by one of that unit."""

    def visible(self) -> str:
        """Own name, or own unit's copy."""
        return f"{super().visible()} AND (user_id = (SELECT ctx.user_id()) OR {self._awaited()} OR {_UPKEEP})"

    def writable(self, command: str) -> str:
        """Of a copy that waits in the own unit, by a leader in the own name: nobody names themselves otherwise."""
        leader = "(SELECT ctx.reaches('readers')) AND named_by = (SELECT ctx.user_id())"
        return f"{super().visible()} AND {self._awaited()} AND {leader}"

    def _awaited(self) -> str:
        return (
            "EXISTS (SELECT 1 FROM sharing_readerrequest asked"
            " WHERE asked.disclosure_id = sharing_namedreader.disclosure_id)"
        )


class AddedBySender(RowPolicy):
    """Copies for another authority, added by the sender of a disclosure that says so; the sender reads none of them."""

    def __init__(self, *, table: str, **options: Any) -> None:
        """`table` is the policy's own."""
        super().__init__(**{**options, "commands": ("insert",)})
        self.table = table

    def visible(self) -> str:
        """Nothing: it is a door in one direction."""
        return "false"

    def writable(self, command: str) -> str:
        """Recipient, unit and readers are those of the own disclosure, which the sender sees."""
        told = (
            f"EXISTS (SELECT 1 FROM sharing_disclosure told WHERE told.id = {self.table}.disclosure_id"  # noqa: S608
            f" AND told.recipient_id = {self.table}.authority_id"
            f" AND told.recipient_unit_id = {self.table}.unit_id"
            f" AND told.recipient_readers = {self.table}.readers)"
        )
        return f"{_REACHES} AND sender_id = {_US} AND {_HERE} AND authority_id = {_PARTIES} AND {told}"

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "table": self.table}


class CopyAddedBySender(AddedBySender):
    """As above; and what the copy says of its handling is what the sender's own row says."""

    def __init__(self, *, table: str, same: Sequence[str], **options: Any) -> None:
        """`same` names the columns that must be equal in both rows, beside recipient and unit."""
        super().__init__(table=table, **options)
        self.same = tuple(same)

    def writable(self, command: str) -> str:
        """Recipient, unit, readers, conditions and end are those of the own disclosure, which the sender sees."""
        equal = "".join(
            f" AND told.{_TOLD_AS.get(name, name)} IS NOT DISTINCT FROM {self.table}.{name}" for name in self.same
        )
        told = (
            f"EXISTS (SELECT 1 FROM sharing_disclosure told WHERE told.id = {self.table}.disclosure_id"  # noqa: S608
            f" AND told.recipient_id = {self.table}.authority_id AND told.recipient_unit_id = {self.table}.unit_id"
            f" AND told.unit_id = {self.table}.sender_unit_id{equal})"
        )
        return f"{_REACHES} AND sender_id = {_US} AND {_HERE} AND authority_id = {_PARTIES} AND {told}"

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "same": self.same}


class OfDisclosure(OwnPersons):
    """Rows of the sender about an own disclosure that the user sees."""

    def __init__(self, *, table: str, author: str = "", **options: Any) -> None:
        """`table` is the policy's own; `author` names the column that must hold the writing user."""
        super().__init__(**options)
        self.table = table
        self.author = author

    def visible(self) -> str:
        """Own rows whose disclosure is seen."""
        told = f"SELECT 1 FROM sharing_disclosure told WHERE told.id = {self.table}.disclosure_id"  # noqa: S608
        return f"{super().visible()} AND EXISTS ({told})"

    def writable(self, command: str) -> str:
        """A new row names its writer."""
        return f"{self.visible()} AND {self.author} = (SELECT ctx.user_id())" if self.author else self.visible()

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "table": self.table, "author": self.author}


class OfBoth(RowPolicy):
    """Rows of the recipient that sender and recipient both read: that something was received, confirmed, answered."""

    def __init__(self, *, table: str, **options: Any) -> None:
        """`table` is the policy's own."""
        super().__init__(**options)
        self.table = table

    def visible(self) -> str:
        """For whoever sees the disclosure on either side."""
        ours = f"(authority_id = {_US} AND EXISTS ({self._received()}))"
        theirs = (
            f"(sender_id = {_US} AND EXISTS (SELECT 1 FROM sharing_disclosure told"  # noqa: S608 — names from code
            f" WHERE told.id = {self.table}.disclosure_id))"
        )
        return f"{_REACHES} AND ({ours} OR {theirs})"

    def writable(self, command: str) -> str:
        """The recipient writes it, of a copy that the user sees and to its very sender."""
        return (
            f"{_REACHES} AND authority_id = {_US}"
            f" AND EXISTS ({self._received()} AND got.sender_id = {self.table}.sender_id)"
        )

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "table": self.table}

    def _received(self) -> str:
        return (
            f"SELECT 1 FROM sharing_receiveddisclosure got WHERE got.disclosure_id = {self.table}.disclosure_id"  # noqa: S608
            f" AND got.authority_id = {self.table}.authority_id"
        )


class OfReceived(OwnPersons):
    """Rows of the recipient about a copy that the user sees; the sender adds them and reads none."""

    def __init__(self, *, table: str, **options: Any) -> None:
        """`table` is the policy's own."""
        super().__init__(**{"commands": ("select",), **options})
        self.table = table

    def visible(self) -> str:
        """Own rows whose copy is seen."""
        got = f"SELECT 1 FROM sharing_receiveddisclosure got WHERE got.disclosure_id = {self.table}.disclosure_id"  # noqa: S608
        return f"{super().visible()} AND EXISTS ({got} AND got.authority_id = {self.table}.authority_id)"

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "table": self.table}


class TakenByReader(OfReceived):
    """Rows of the recipient about a copy that the user sees, and takes from in the own name."""

    def writable(self, command: str) -> str:
        """A new row names its writer."""
        return f"{self.visible()} AND taken_by = (SELECT ctx.user_id())"


class CorrectionAddedBySender(AddedBySender):
    """Copies of a correction for the recipient, added by whoever corrects an own disclosure."""

    def writable(self, command: str) -> str:
        """The correction is an own one of the disclosure, and the recipient is the disclosure's."""
        told = (
            f"EXISTS (SELECT 1 FROM sharing_disclosurecorrection righted"  # noqa: S608 — names from code
            f" JOIN sharing_disclosure told ON told.id = righted.disclosure_id"
            f" WHERE righted.id = {self.table}.correction_id AND told.id = {self.table}.disclosure_id"
            f" AND told.recipient_id = {self.table}.authority_id)"
        )
        return f"{_REACHES} AND sender_id = {_US} AND {told}"
