"""What the process that reads hands over; known on both of its sides."""

from __future__ import annotations

from typing import TypedDict

Attributes = dict[str, list[str]]


class Group(TypedDict):
    """One group: for whom it holds, what it gives, and by what it is narrowed."""

    scope: str
    privileges: list[str]
    constraints: list[tuple[str, str]]


class ToldAssertion(TypedDict):
    """What the assertion says of somebody, and for whom and when it holds."""

    id: str
    issuer: str
    issued_at: str
    name: dict[str, str]
    method: str
    recipient: str
    in_response_to: str
    confirmed_from: str
    confirmed_until: str
    holds_from: str
    holds_until: str
    audiences: list[str]
    proved_at: str
    session: str
    session_until: str
    attributes: Attributes
    groups: list[Group]


class ToldAnswer(TypedDict):
    """What stands in the signed response and in the signed assertion; a moment is a text as it was written."""

    destination: str
    in_response_to: str
    issuer: str
    issued_at: str
    status: list[str]
    assertion: ToldAssertion | None


class ToldLogout(TypedDict):
    """Who is logged out there, of which sessions, and which request said so."""

    id: str
    issuer: str
    destination: str
    issued_at: str
    until: str
    name: dict[str, str]
    sessions: list[str]


class ToldOfProvider(TypedDict):
    """What is kept of a provider's metadata."""

    entity: str
    ask_at: str
    logout_at: str
    logout_answers_at: str
    certificates: list[str]
