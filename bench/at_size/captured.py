"""What a measurement asks an application for, and what the application then sends to the database."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Wish:
    """One request as the browser makes it."""

    path: str
    cookies: dict[str, str]
    fields: dict[str, str] | None = None
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Statement:
    """One statement: by which login, in a transaction or not, with what values."""

    login: str
    in_transaction: bool
    sql: str
    params: Any = None


@dataclass
class Captured:
    """What a request sent to the database; `made` are the numbers that it drew for new rows."""

    status: int = 0
    statements: list[Statement] = field(default_factory=list)
    made: list[UUID] = field(default_factory=list)
