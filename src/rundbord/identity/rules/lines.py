"""What an authority's user administration may say of a user over its line (SCIM 2.0), and what of it counts here."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SCHEMA_USER = "urn:ietf:params:scim:schemas:core:2.0:User"
SCHEMA_LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse"
SCHEMA_ERROR = "urn:ietf:params:scim:api:messages:2.0:Error"
MOST_PATCHES = 50
_LONGEST = 255
_FILTER = re.compile(r'\s*(userName|externalId)\s+eq\s+"([^"\\]{1,255})"\s*', re.IGNORECASE)
_NAMES = {"username": "user_name", "externalid": "subject", "active": "is_active", "displayname": "name"}


class Unreadable(Exception):
    """What came is no user, no change and no filter that is understood; says what, for whoever set the line up."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """What was said of one user; None was not said."""

    subject: str | None = None
    user_name: str | None = None
    name: str | None = None
    email: str | None = None
    is_active: bool | None = None


def told_in(resource: object) -> Told:
    """Read a whole user."""
    if not isinstance(resource, Mapping):
        raise Unreadable("a user is an object")
    return Told(
        subject=_text(resource.get("externalId")),
        user_name=_text(resource.get("userName")),
        name=_text(resource.get("displayName")) or _name_in(resource.get("name")),
        email=_email_in(resource.get("emails")),
        is_active=_truth(resource["active"]) if "active" in resource else None,
    )


def told_in_patch(message: object) -> Told:
    """Read a change: `active`, names and mail, by path or in one object; what is not understood is refused whole."""
    operations = _found(message, "operations")
    if not isinstance(operations, Sequence) or isinstance(operations, str) or not 0 < len(operations) <= MOST_PATCHES:
        raise Unreadable("Operations is a list")
    said: dict[str, str | bool | None] = {}
    for operation in operations:
        said |= _said_by(operation)
    return Told(**said)  # type: ignore[arg-type]


def wanted_by(filter_text: str) -> tuple[str, str] | None:
    """Read a filter: by userName or by externalId, one exact value; None where there is no filter."""
    if not filter_text.strip():
        return None
    match = _FILTER.fullmatch(filter_text)
    if match is None:
        raise Unreadable("only userName eq and externalId eq are understood")
    return match[1].lower(), match[2]


def _said_by(operation: object) -> dict[str, str | bool | None]:
    verb = _found(operation, "op")
    path, value = _found(operation, "path"), _found(operation, "value")
    if not isinstance(verb, str) or verb.lower() not in {"add", "replace"}:
        raise Unreadable("only add and replace are understood")
    if path is None:
        if not isinstance(value, Mapping):
            raise Unreadable("without a path value is an object")
        each = told_in(value)
        return {name: told for name, told in vars(each).items() if told is not None}
    if not isinstance(path, str):
        raise Unreadable("a path is a text")
    name = _NAMES.get(path.lower())
    if name is None or name == "subject":
        # Groups, telephones and the like: nothing of it is kept here, and an identity never changes hands.
        return {}
    return {name: _truth(value) if name == "is_active" else _text(value)}


def _found(holder: object, name: str) -> object:
    """Take a member whatever its capitals: those who write them differ."""
    if not isinstance(holder, Mapping):
        raise Unreadable("an object was awaited")
    return next((value for key, value in holder.items() if str(key).lower() == name), None)


def _truth(told: object) -> bool:
    """Read a truth, which some write as a word; anything else is refused, since a leaver must not stay by a typo."""
    if isinstance(told, bool):
        return told
    if isinstance(told, str) and told.lower() in {"true", "false"}:
        return told.lower() == "true"
    raise Unreadable("active is true or false")


def _text(told: object) -> str | None:
    if told is None:
        return None
    if not isinstance(told, str) or len(told) > _LONGEST or "\x00" in told:
        raise Unreadable("a short text was awaited")
    return told


def _name_in(told: object) -> str | None:
    if not isinstance(told, Mapping):
        return None
    whole = _text(told.get("formatted"))
    return whole or " ".join(filter(None, (_text(told.get("givenName")), _text(told.get("familyName"))))) or None


def _email_in(told: object) -> str | None:
    if told is None:
        return None
    if not isinstance(told, list) or not all(isinstance(mail, Mapping) for mail in told):
        raise Unreadable("emails is a list of objects")
    first = next((mail for mail in told if mail.get("primary") is True), told[0] if told else None)
    return _text(first.get("value")) if first else None
