"""A small world: who sits where, who asks, and the rows there are. Nothing in it knows a policy."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.conf import settings

from rundbord.access.actor import Actor
from rundbord.access.assurance import Assurance, withheld
from rundbord.access.purposes import Purpose
from rundbord.access.roles import PERMISSIONS, Role
from rundbord.access.signed_context import signed_context

T = TypeVar("T")

APP, JOB, PLACE, DOOR = "rundbord_app", "rundbord_job", "rundbord_place", "rundbord_auth"
LONG_AGO, LONG_AHEAD = date(2020, 1, 1), date(2090, 1, 1)
EARLIER, LATER = datetime(2020, 1, 1, tzinfo=UTC), datetime(2090, 1, 1, tzinfo=UTC)


def _key(kind: int, number: int) -> UUID:
    """Give a key that a reader of a failed test can tell apart: the kind first, the number last."""
    return UUID(f"{kind:08x}-0000-4000-8000-{number:012x}")


POLICE, NORTH, SOUTH, OUTSIDE = AUTHORITIES = tuple(_key(0xA, number) for number in range(4))
TABLE, OTHER_TABLE = PARTNERSHIPS = (_key(0xB, 0), _key(0xB, 1))
# Two units of the police and of the north, one elsewhere; two colleagues in each, and one who is in none.
UNITS: Mapping[UUID, UUID] = {
    _key(0xC, number): authority for number, authority in enumerate((POLICE, POLICE, NORTH, NORTH, SOUTH, OUTSIDE))
}
USERS: Mapping[UUID, UUID] = {
    _key(0xD, 10 * place + number): unit for place, unit in enumerate(UNITS) for number in range(2)
}


def units_near(authority: UUID) -> list[UUID]:
    """Give the units to choose from where mostly one of this authority is meant, and now and then another."""
    return [unit for unit, of in UNITS.items() if of == authority] * 4 + list(UNITS)


def users_near(authority: UUID) -> list[UUID]:
    """Give the users to choose from where mostly one of this authority is meant, and now and then another."""
    return [user for user, unit in USERS.items() if UNITS[unit] == authority] * 4 + list(USERS)


@dataclass(frozen=True)
class Row:
    """A row of a table: `label` is the model's, `columns` are by name in the database."""

    label: str
    columns: Mapping[str, Any]

    def __getitem__(self, column: str) -> Any:
        """Give the value of a column; one that was not chosen is empty."""
        return self.columns.get(column)

    @property
    def id(self) -> UUID:
        """Give the primary key."""
        return self.columns["id"]  # type: ignore[no-any-return]

    def but(self, **columns: Any) -> Row:
        """Give the same row with other values."""
        return replace(self, columns={**self.columns, **columns})


@dataclass(frozen=True, kw_only=True)
class Seat:
    """That an authority sits at a table; with `is_timed`, one that will leave, or that sits there only later."""

    partnership: UUID
    authority: UUID
    is_current: bool
    is_timed: bool = False

    @property
    def days(self) -> tuple[date, date | None]:
        """Give the day of joining and, as far as there is one, of leaving."""
        if self.is_current:
            return LONG_AGO, LONG_AHEAD if self.is_timed else None
        return (LONG_AHEAD, None) if self.is_timed else (LONG_AGO, LONG_AGO)


@dataclass(frozen=True, kw_only=True)
class Who:
    """Who asks: a user in a unit, with a role, at a table, through a login; without a context where `user` is none."""

    user: UUID | None
    authority: UUID
    unit: UUID | None
    partnership: UUID | None = TABLE
    role: Role = Role.CASE_WORKER
    has_second_factor: bool = True
    knows_the_rules: bool = True
    purpose: Purpose = Purpose.PREVENTION
    login: str = APP

    def context(self) -> str:
        """Sign what the product would sign for such a session."""
        if self.user is None:
            return ""
        return signed_context(self._actor(), key=settings.CONTEXT_KEY)

    def _actor(self) -> Actor:
        assert self.user is not None
        assurance = Assurance.SECOND_FACTOR if self.has_second_factor else Assurance.PASSWORD
        carried = PERMISSIONS[self.role]
        return Actor(
            user_id=self.user,
            authority_id=self.authority,
            unit_id=self.unit,
            partnership_id=self.partnership,
            permissions=carried - withheld(carried, assurance=assurance, knows_the_rules=self.knows_the_rules),
            purpose=self.purpose,
            is_place=self.login == PLACE,
        )


@dataclass
class World:
    """The seats, the rows by table, and those who ask."""

    seats: Sequence[Seat] = ()
    rows: dict[str, list[Row]] = field(default_factory=dict)
    askers: Sequence[Who] = ()
    _known: dict[Any, Any] = field(default_factory=dict)

    def once(self, key: Hashable, work_out: Callable[[], T]) -> T:
        """Work something out that does not change while the world stands, and remember it."""
        if key not in self._known:
            self._known[key] = work_out()
        return self._known[key]  # type: ignore[no-any-return]

    def of(self, label: str) -> list[Row]:
        """Give the rows of a table."""
        return self.rows.get(label, [])

    def add(self, label: str, **columns: Any) -> Row:
        """Add a row, under a key that says which of which table it is."""
        number = sum(map(len, self.rows.values()))
        row = Row(label, {"id": _key(0xE, number), **columns})
        self.rows.setdefault(label, []).append(row)
        return row

    def find(self, label: str, **wanted: Any) -> Iterator[Row]:
        """Give the rows of a table whose columns are such."""
        for row in self.of(label):
            if all(row[column] == value for column, value in wanted.items()):
                yield row
