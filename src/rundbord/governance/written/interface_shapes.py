"""What other systems call and what they are answered (OpenAPI 3.1), one entry for each address and method."""

from __future__ import annotations

from typing import Any

from rundbord.governance.written.interface_schemas import an_object, shape_of

_SCIM, _TEXT, _PAGE = "application/scim+json", "text/plain", "text/html"
_SIZE = {"type": "string", "pattern": "^(0|[1-9][0-9]{0,17})$"}


def _answer(says: str, kind: str = "", shape: dict[str, Any] | None = None, **headers: str) -> dict[str, Any]:
    told: dict[str, Any] = {"description": says}
    if kind:
        told["content"] = {kind: {"schema": shape or {"type": "string"}}}
    if headers:
        told["headers"] = {
            name.replace("_", "-"): {"required": True, "schema": {"type": "string"}, "description": what}
            for name, what in headers.items()
        }
    return told


_WRONG = _answer("Not understood, or not possible", _SCIM, shape_of("Error"))
RESPONSES: dict[str, Any] = {
    "Wrong": {**_WRONG, "content": {**_WRONG["content"], _PAGE: {"schema": {"type": "string"}}}},
    "Unknown": _answer(
        "The token is not this authority's, or it has no line", _SCIM, shape_of("Error"), WWW_Authenticate="Bearer"
    ),
    "Missing": {
        "description": "Not there, or not for the caller",
        "content": {
            _SCIM: {"schema": shape_of("Error")},
            _PAGE: {"schema": {"type": "string"}},
            _TEXT: {"schema": {"type": "string"}},
        },
    },
    "Taken": _answer("Somebody has this identity already", _SCIM, shape_of("Error")),
    "Nothing": _answer("Refused, without saying why"),
}


def _by(*names: str) -> dict[str, Any]:
    codes = {"Wrong": "400", "Unknown": "401", "Missing": "404", "Taken": "409"}
    return {codes[name]: {"$ref": f"#/components/responses/{name}"} for name in names}


def _asked(*names: str, shape: dict[str, Any] | None = None, required: bool = False) -> list[dict[str, Any]]:
    schema = shape or {"type": "string"}
    return [{"name": name, "in": "query", "required": required, "schema": schema} for name in names]


def _body(shape: dict[str, Any], kind: str = _SCIM) -> dict[str, Any]:
    return {"required": True, "content": {kind: {"schema": shape}}}


_LINE: dict[str, Any] = {"security": [{"line": []}]}
_USER = _answer("The user as known here", _SCIM, shape_of("User"), Location="Where the user is")
_FORM = "application/x-www-form-urlencoded"
_ONE = "identity:line_user"
CALLS: dict[tuple[str, str], dict[str, Any]] = {
    ("identity:line_users", "GET"): {
        **_LINE,
        "summary": "List the users that this line told of",
        "parameters": _asked("filter", "startIndex", "count"),
        "responses": {"200": _answer("A part of the list", _SCIM, shape_of("Users")), **_by("Wrong", "Unknown")},
    },
    ("identity:line_users", "POST"): {
        **_LINE,
        "summary": "Tell of a new user",
        "requestBody": _body(shape_of("TellOfUser")),
        "responses": {"201": _USER, **_by("Wrong", "Unknown", "Taken")},
    },
    (_ONE, "GET"): {**_LINE, "summary": "Show a user", "responses": {"200": _USER, **_by("Unknown", "Missing")}},
    (_ONE, "PUT"): {
        **_LINE,
        "summary": "Replace what is known of a user",
        "requestBody": _body(shape_of("ReplaceUser")),
        "responses": {"200": _USER, **_by("Wrong", "Unknown", "Missing")},
    },
    (_ONE, "PATCH"): {
        **_LINE,
        "summary": "Change a user; who is not active is out at the next request",
        "requestBody": _body(shape_of("ChangeUser")),
        "responses": {"200": _USER, **_by("Wrong", "Unknown", "Missing")},
    },
    (_ONE, "DELETE"): {
        **_LINE,
        "summary": "Close a user, whom the log goes on knowing",
        "responses": {"204": _answer("Closed"), **_by("Unknown", "Missing")},
    },
    ("identity:line_abilities", "GET"): {
        **_LINE,
        "summary": "What the line can do",
        "responses": {"200": _answer("Abilities", _SCIM, shape_of("Abilities")), **_by("Unknown")},
    },
    ("identity:provider_logout", "POST"): {
        "summary": "End sessions that are over at the provider (OpenID Connect Back-Channel Logout)",
        "requestBody": _body(an_object({"logout_token": {"type": "string"}}, "logout_token"), _FORM),
        "responses": {"200": _answer("Ended"), "400": _answer("The token does not count"), **_by("Missing")},
    },
    ("privacy:attend", "GET"): {
        "summary": "Give a witness the newest checkpoint with a proof from the size it knows",
        "parameters": _asked("old", shape=_SIZE),
        "responses": {
            "200": _answer("Request of C2SP tlog-witness", _TEXT),
            "400": _answer("No size"),
            **_by("Missing"),
        },
    },
    ("privacy:attend", "POST"): {
        "summary": "Take a witness's cosignature, which counts by its signature",
        "parameters": _asked("size", shape=_SIZE, required=True),
        "requestBody": _body({"type": "string"}, _TEXT),
        "responses": {
            "200": _answer("Taken"),
            "400": _answer("No size, or too long"),
            "422": _answer("It does not verify"),
            **_by("Missing"),
        },
    },
    ("web:health", "GET"): {
        "summary": "Whether this host can be asked",
        "responses": {"200": _answer("It can", _TEXT), "503": _answer("It cannot", _TEXT)},
    },
}
