"""Shapes of what a line of user administration sends and gets (SCIM 2.0) as schemas of OpenAPI 3.1."""

from __future__ import annotations

from typing import Any

from rundbord.identity.rules import SCHEMA_ERROR, SCHEMA_LIST, SCHEMA_USER

_SHORT = {"type": "string", "maxLength": 255}


def shape_of(name: str) -> dict[str, str]:
    """Refer to a schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def an_object(properties: dict[str, Any], *required: str, **more: Any) -> dict[str, Any]:
    """Describe an object, with those of its members that must be there."""
    return {"type": "object", "properties": properties, **({"required": list(required)} if required else {}), **more}


def _constant(*values: str) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "string", "enum": list(values)}, "minItems": 1}


# Null is what SCIM writes for "not said".
_SAID = {"type": ["string", "null"], "maxLength": 255}
_EMAILS = {"type": "array", "items": an_object({"value": _SAID, "primary": {}})}
_SAID_OF_MAIL = {"anyOf": [_EMAILS, {"type": "null"}]}
_TOLD = {"displayName": _SAID, "active": {"type": "boolean"}, "emails": _SAID_OF_MAIL}
_NAMED = {"externalId": {**_SHORT, "minLength": 1}, "userName": {**_SHORT, "minLength": 1}}
_KNOWN = {**_NAMED, "displayName": _SHORT, "active": {"type": "boolean"}, "emails": _EMAILS}
# What is kept nowhere, as groups and telephones, is passed over by any path.
_CHANGE = an_object({"op": {"type": "string"}, "path": {"type": ["string", "null"]}, "value": {}}, "op", "value")
_MADE = {"id": {"type": "string", "format": "uuid"}, "schemas": _constant(SCHEMA_USER), "meta": {"type": "object"}}
SCHEMAS: dict[str, Any] = {
    "TellOfUser": an_object({**_NAMED, **_TOLD}, "externalId", "userName"),
    "ReplaceUser": an_object({"userName": _SAID, **_TOLD}),
    "ChangeUser": an_object(
        {"Operations": {"type": "array", "minItems": 1, "maxItems": 50, "items": _CHANGE}}, "Operations"
    ),
    "User": an_object({**_KNOWN, **_MADE}, "schemas", "id", "externalId", "userName", "active", "emails", "meta"),
    "Users": an_object(
        {
            "schemas": _constant(SCHEMA_LIST),
            "totalResults": {"type": "integer", "minimum": 0},
            "startIndex": {"type": "integer", "minimum": 1},
            "itemsPerPage": {"type": "integer", "minimum": 0, "maximum": 100},
            "Resources": {"type": "array", "items": shape_of("User")},
        },
        *("schemas", "totalResults", "startIndex", "itemsPerPage", "Resources"),
    ),
    "Error": an_object(
        {"schemas": _constant(SCHEMA_ERROR), "status": {"type": "string"}, "detail": {"type": "string"}},
        *("schemas", "status", "detail"),
    ),
    "Abilities": an_object({"patch": {"type": "object"}, "filter": {"type": "object"}}, "schemas", "patch", "filter"),
}
