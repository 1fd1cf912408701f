"""Policies of two persons: an order is its writer's, a confirmation is never by the one who ordered."""

from __future__ import annotations

from typing import Any

from rundbord.access.row_policies import READ, RowPolicy
from rundbord.foureyes.vocabulary import OWN_KINDS

_HERE = "partnership_id = (SELECT ctx.partnership())"
_MINE = "authority_id = (SELECT ctx.authority())"
_ME = "(SELECT ctx.user_id())"
_SEEN = "SELECT 1 FROM foureyes_order asked WHERE asked.id = order_id"
_OWN = ", ".join(f"'{kind.value}'" for kind in sorted(OWN_KINDS))


class OrderedAtTable(RowPolicy):
    """Orders: seen by the parties, written in the own name, withdrawn by whoever wrote it."""

    def visible(self) -> str:
        """Of the partnership in session."""
        return _HERE

    def changeable(self) -> str:
        """The own."""
        return f"{_HERE} AND {_MINE} AND ordered_by = {_ME}"


class OrderedAtTableOrWithin(OrderedAtTable):
    """As above; what is one authority's own matter is seen by that one, and carried out by the machine."""

    def visible(self) -> str:
        """Of the partnership in session; of own matters the own."""
        return f"{_HERE} AND ({_MINE} OR kind NOT IN ({_OWN}))"

    def changeable(self) -> str:
        """The own; the machine says of the authority's that they have been carried out."""
        return f"{_HERE} AND {_MINE} AND (ordered_by = {_ME} OR (SELECT ctx.purpose()) = 'upkeep')"

    def writable(self, command: str) -> str:
        """A new one is in the own name and waits."""
        named = f"{_HERE} AND {_MINE} AND ordered_by = {_ME} AND carried_out_at IS NULL"
        return named if command == "insert" else self.changeable()


class ConfirmedByAnother(RowPolicy):
    """Confirmations: seen by the parties, added by another than whoever ordered, while the order waits."""

    def visible(self) -> str:
        """Of the orders that are seen."""
        return f"{_HERE} AND EXISTS ({_SEEN})"

    def writable(self, command: str) -> str:
        """In the own name, of an order of this table."""
        order = (
            "SELECT 1 FROM foureyes_order asked WHERE asked.id = order_id"
            " AND asked.partnership_id = foureyes_confirmation.partnership_id"
            " AND asked.ordered_by <> (SELECT ctx.user_id())"
            " AND asked.withdrawn_at IS NULL AND asked.lapses_at > now()"
        )
        return f"{_HERE} AND {_MINE} AND confirmed_by = {_ME} AND EXISTS ({order})"


class ForFunctions(RowPolicy):
    """What the function behind the policies of the acts themselves asks."""

    def __init__(self, **options: Any) -> None:
        """For the role that owns it."""
        super().__init__(**{**options, "commands": READ, "logins": ("rundbord_policy",)})

    def visible(self) -> str:
        """All: the function chooses."""
        return "true"
