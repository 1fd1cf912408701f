"""Line — brugerstyring: an authority's own user administration tells of its users (SCIM 2.0, RFC 7643 and 7644).

It proves itself by its bearer token in each call. What it asks for is answered in the name of the system acting for
its authority, so that it finds and touches nothing of another.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse, JsonResponse, RawPostDataException
from django.urls import reverse

from rundbord.access.actor import Actor, system_of
from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.identity import actions, queries
from rundbord.identity.models import ExternalIdentity
from rundbord.identity.rules import (
    SCHEMA_ERROR,
    SCHEMA_LIST,
    SCHEMA_USER,
    Unreadable,
    told_in,
    told_in_patch,
    wanted_by,
)
from rundbord.identity.tokens import hash_of
from rundbord.web import PublicRequest, called_by_machine

P = ParamSpec("P")
Answer = Callable[Concatenate[PublicRequest, Actor, str, P], HttpResponse]
_KIND = "application/scim+json"
_LONGEST_BODY = 64 * 1024
_MOST_USERS = 100


def _for_the_bearer(answer: Answer[P]) -> Callable[..., HttpResponse]:
    """Answer whoever bears the authority's token, in one transaction; everybody else alike, whether it has a line."""

    @wraps(answer)
    def answered(request: PublicRequest, code: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        provider = queries.provider_with_line(code)
        bearer = request.headers.get("Authorization", "").partition("Bearer ")[2]
        held = bytes(provider.line_token_hash or b"") if provider else b""
        if provider is None or not held or not hmac.compare_digest(held, hash_of(bearer)):
            response = _error(401, "the token is not known")
            response["WWW-Authenticate"] = "Bearer"
            return response
        by = system_of(provider.authority_id)
        try:
            with acting_for(by):
                return answer(request, by, code, *args, **kwargs)
        except Unreadable as wrong:
            return _error(400, str(wrong), "invalidSyntax")
        except Refused as refusal:
            return _refused(refusal)

    return answered


@called_by_machine("GET", "POST")
@_for_the_bearer
def line_users(request: PublicRequest, by: Actor, code: str) -> HttpResponse:
    """List the users that the line told of, or take a new one."""
    if request.method == "POST":
        held = actions.add_told_user(told_in(_body(request)), by=by)
        return _shown(queries.told_user(held.user_id), code, status=201)
    wanted = wanted_by(request.GET.get("filter", ""))
    start = max(1, _number(request.GET.get("startIndex", ""), 1))
    count = min(_MOST_USERS, max(0, _number(request.GET.get("count", ""), _MOST_USERS)))
    found, total = queries.told_users(wanted, start=start - 1, count=count)
    resources = [_resource(each, code) for each in found]
    body = {"schemas": [SCHEMA_LIST], "totalResults": total, "startIndex": start, "itemsPerPage": len(resources)}
    return _json({**body, "Resources": resources})


@called_by_machine("GET", "PUT", "PATCH", "DELETE")
@_for_the_bearer
def line_user(request: PublicRequest, by: Actor, code: str, user_id: UUID) -> HttpResponse:
    """Show, replace or change one user that the line told of; deleting closes, for the log knows the user."""
    held = queries.told_user(user_id)
    if held is None:
        return _error(404, "no such user")
    if request.method == "DELETE":
        actions.follow_told(told_in({"active": False}), held, by=by)
        return HttpResponse(status=204)
    if request.method != "GET":
        read = told_in_patch if request.method == "PATCH" else told_in
        actions.follow_told(read(_body(request)), held, by=by)
    return _shown(queries.told_user(user_id), code)


@called_by_machine("GET")
@_for_the_bearer
def line_abilities(request: PublicRequest, by: Actor, code: str) -> HttpResponse:
    """Say what the line can do."""
    can, cannot = {"supported": True}, {"supported": False}
    schemes = [{"type": "oauthbearertoken", "name": "Bearer", "description": "One token an authority"}]
    return _json(
        {
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
            "patch": can,
            "filter": {**can, "maxResults": _MOST_USERS},
            "authenticationSchemes": schemes,
            **dict.fromkeys(("bulk", "changePassword", "sort", "etag"), cannot),
        }
    )


def _body(request: PublicRequest) -> object:
    try:
        body = request.body
        if len(body) > _LONGEST_BODY:
            raise Unreadable("too long")
        told: object = json.loads(body)
    # A form in several parts was read before it came here.
    except (ValueError, RecursionError, RawPostDataException):
        raise Unreadable("no JSON") from None
    return told


def _number(told: str, otherwise: int) -> int:
    return int(told) if told.isascii() and told.isdecimal() and len(told) <= 6 else otherwise


def _shown(held: ExternalIdentity | None, code: str, *, status: int = 200) -> HttpResponse:
    if held is None:
        return _error(404, "no such user")
    response = _json(_resource(held, code), status=status)
    response["Location"] = _address(held, code)
    return response


def _resource(held: ExternalIdentity, code: str) -> dict[str, Any]:
    user = held.user
    return {
        "schemas": [SCHEMA_USER],
        "id": str(user.pk),
        "externalId": held.subject,
        "userName": user.sign_in_name,
        "displayName": user.name,
        "active": user.closed_at is None,
        "emails": [{"value": user.email, "primary": True}] if user.email else [],
        "meta": {
            "resourceType": "User",
            "created": user.created_at.isoformat(),
            "location": _address(held, code),
        },
    }


def _address(held: ExternalIdentity, code: str) -> str:
    return settings.ORIGIN + reverse("identity:line_user", args=[code, held.user_id])


def _json(body: dict[str, Any], *, status: int = 200) -> JsonResponse:
    return JsonResponse(body, status=status, content_type=_KIND, json_dumps_params={"ensure_ascii": False})


def _refused(refusal: Refused) -> HttpResponse:
    reason = str(refusal)
    return _error(409, reason, reason) if reason == actions.TAKEN else _error(400, reason, "invalidValue")


def _error(status: int, detail: str, kind: str = "") -> JsonResponse:
    told = {"schemas": [SCHEMA_ERROR], "status": str(status), "detail": detail, **({"scimType": kind} if kind else {})}
    return _json(told, status=status)
