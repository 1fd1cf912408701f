"""The actor: one user acting for one authority, or the system acting for it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from uuid import UUID

from rundbord.access.assurance import Assurance
from rundbord.access.permissions import Permission
from rundbord.access.purposes import Purpose
from rundbord.access.reach import Reach, reach_of
from rundbord.access.refusal import NotPermitted, Refused

SYSTEM_USER = UUID(int=0)
NO_PARTNERSHIP = UUID(int=0)


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Who acts: names are for the page's header, identifiers for the signed context and the log.

    `permissions` are in force; `withheld` are those that the role carries and that wait for a second factor or for the
    introduction to the rules.
    """

    user_id: UUID
    authority_id: UUID
    unit_id: UUID | None
    partnership_id: UUID | None
    permissions: frozenset[Permission]
    purpose: Purpose = Purpose.PREVENTION
    role: str = ""
    user_name: str = ""
    user_title: str = ""
    authority_name: str = ""
    authority_kind: str = ""
    unit_name: str = ""
    partnership_name: str = ""
    is_place: bool = False
    assurance: Assurance = Assurance.PASSWORD
    withheld: frozenset[Permission] = field(default_factory=frozenset)

    @property
    def table(self) -> UUID:
        """The partnership at whose table the actor sits; who sits at none does nothing there."""
        if self.partnership_id is None:
            raise Refused("Din myndighed er ikke part i et partnerskab.")
        return self.partnership_id

    @property
    def table_id(self) -> UUID:
        """The partnership in session; where there is none, one that no row belongs to, so that nothing is found."""
        return self.partnership_id or NO_PARTNERSHIP

    @property
    def reach(self) -> tuple[Reach, ...]:
        """Give what the session reaches beyond the common rows.

        What waits for a second factor or for the introduction is withheld, and so not among the permissions.
        """
        return reach_of(self.permissions, is_place=self.is_place)

    def may(self, permission: Permission) -> bool:
        """Tell whether the role carries the act."""
        return permission in self.permissions

    def must(self, permission: Permission) -> None:
        """Raise NotPermitted unless the role carries the act."""
        if not self.may(permission):
            raise NotPermitted(permission)

    def for_purpose(self, purpose: Purpose) -> Actor:
        """Act the same with another purpose in context and log."""
        return replace(self, purpose=purpose)


def system_of(authority_id: UUID, *, partnership_id: UUID | None = None) -> Actor:
    """Let nightly work act for one authority: never for everyone at once (architecture §7)."""
    return Actor(
        user_id=SYSTEM_USER,
        authority_id=authority_id,
        unit_id=None,
        partnership_id=partnership_id,
        permissions=frozenset(Permission),
        purpose=Purpose.UPKEEP,
        user_name="Rundbord",
        user_title="System",
    )
