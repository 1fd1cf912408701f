"""What a SAML answer must say before it is believed (OIOSAML 3); signatures are judged where it is read."""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from rundbord.identity.rules.assertions import CLOCKS_DIFFER
from rundbord.identity.rules.id_tokens import TOKEN_IS_YOUNG
from rundbord.identity.saml.names import BEARER, CVR, LEVEL, SUCCESS, VERSION
from rundbord.identity.saml.names import UUID as UUID_ATTRIBUTE
from rundbord.identity.saml.told import Attributes, Group, ToldAnswer, ToldAssertion, ToldLogout

LEVELS = ("Low", "Substantial", "High")
SCOPE = "urn:dk:gov:saml:cvrNumberIdentifier:"
UNIT_CONSTRAINT = "/constraints/enhed/1"
_OWN_VERSION = re.compile(r"OIO-SAML-3(\.\d{1,2}){1,2}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)")
_MICROSECONDS = 6


@dataclass(frozen=True, kw_only=True)
class ExpectedAnswer:
    """Whose answer it must be, to which request, for whom and where, about whose employees, and when it is read."""

    issuer: str
    audience: str
    address: str
    request: str
    cvr: str
    now: datetime


def objections_to_answer(told: ToldAnswer, expected: ExpectedAnswer) -> list[str]:
    """Name everything that forbids to believe an answer."""
    checks = {
        "issuer": not _is_same(told["issuer"], expected.issuer),
        "destination": not _is_same(told["destination"], expected.address),
        "in response to": not _is_same(told["in_response_to"], expected.request),
        "issued": not _is_young(told["issued_at"], expected.now),
        "status": told["status"][:1] != [SUCCESS] or told["assertion"] is None,
    }
    objections = [name for name, applies in checks.items() if applies]
    return objections + (objections_to_assertion(told["assertion"], expected) if told["assertion"] else [])


def objections_to_assertion(told: ToldAssertion, expected: ExpectedAnswer) -> list[str]:
    """Name everything in the assertion itself that forbids to believe it."""
    checks = {
        "assertion id": not told["id"],
        "assertion issuer": not _is_same(told["issuer"], expected.issuer),
        "assertion issued": not _is_young(told["issued_at"], expected.now),
        # An assertion for others beside us could be brought here by them.
        "audience": told["audiences"] != [expected.audience],
        "confirmation": told["method"] != BEARER or bool(told["confirmed_from"]),
        "recipient": not _is_same(told["recipient"], expected.address),
        "confirmed request": not _is_same(told["in_response_to"], expected.request),
        "confirmed until": not _is_ahead(told["confirmed_until"], expected.now),
        "holds from": bool(told["holds_from"]) and not _is_behind(told["holds_from"], expected.now),
        "holds until": not _is_ahead(told["holds_until"], expected.now),
        "proved": not _is_behind(told["proved_at"], expected.now),
        "session until": bool(told["session_until"]) and not _is_ahead(told["session_until"], expected.now),
    }
    return [*(name for name, applies in checks.items() if applies), *_of_profile(told["attributes"], expected.cvr)]


def objections_to_logout(told: ToldLogout, *, issuer: str, address: str, now: datetime) -> list[str]:
    """Name everything that forbids to believe a logout request."""
    checks = {
        "issuer": not _is_same(told["issuer"], issuer),
        "destination": not _is_same(told["destination"], address),
        "issued": not _is_young(told["issued_at"], now),
        "until": bool(told["until"]) and not _is_ahead(told["until"], now),
        "id": not told["id"],
    }
    return [name for name, applies in checks.items() if applies]


def subject_of(attributes: Attributes) -> str:
    """Give the lasting id of an employee, in one form; empty where there is none."""
    return lasting_id(one_of(attributes, UUID_ATTRIBUTE))


def lasting_id(text: str) -> str:
    """Give a persistent uuid in its one form, however it is written; empty where it is none."""
    told = text.strip().removeprefix("urn:uuid:")
    try:
        return str(UUID(told)) if len(told) == len(str(UUID(int=0))) else ""
    except ValueError:
        return ""


def one_of(attributes: Attributes, name: str) -> str:
    """Give an attribute's one value; none, or two, are none."""
    values = attributes.get(name, [])
    return values[0] if len(values) == 1 else ""


def privileges_of(groups: Iterable[Group], *, cvr: str) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """Give the rights that groups of the own CVR number give, and those that hold in a named unit alone (OIO-BPP).

    A group of another number is another authority's; one with a constraint that is not known here gives nothing, since
    what narrows it would be lost.
    """
    whole: set[str] = set()
    narrowed: set[tuple[str, str]] = set()
    for group in groups:
        if group["scope"] != SCOPE + cvr:
            continue
        names = [name.endswith(UNIT_CONSTRAINT) for name, _ in group["constraints"]]
        if not names:
            whole |= set(group["privileges"])
        elif all(names):
            units = {unit.strip() for _, value in group["constraints"] for unit in value.split(",")}
            narrowed |= {(privilege, unit) for privilege in group["privileges"] for unit in units if unit}
    return frozenset(whole), frozenset(narrowed)


def moment_of(told: str) -> datetime | None:
    """Read a moment as SAML writes it; one without a zone is none."""
    if not (match := _MOMENT.fullmatch(told)):
        return None
    fraction = (match.group(1) or ".")[1:][:_MICROSECONDS]
    plain = told[:19] + (f".{fraction:0<6}" if fraction else "") + match.group(2)
    try:
        return datetime.fromisoformat(plain).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _of_profile(attributes: Attributes, cvr: str) -> list[str]:
    checks = {
        "specVersion": not _OWN_VERSION.fullmatch(one_of(attributes, VERSION)),
        "loa": one_of(attributes, LEVEL) not in LEVELS,
        "uuid": not subject_of(attributes),
        # Several authorities may stand behind one broker: whose employee it is, is told by the number alone.
        "cvr": not cvr or not _is_same(one_of(attributes, CVR), cvr),
    }
    return [name for name, applies in checks.items() if applies]


def _is_same(told: str, expected: str) -> bool:
    return bool(expected) and hmac.compare_digest(told.encode(), expected.encode())


def _is_young(told: str, now: datetime) -> bool:
    moment = moment_of(told)
    return moment is not None and -CLOCKS_DIFFER <= now - moment <= TOKEN_IS_YOUNG


def _is_ahead(told: str, now: datetime) -> bool:
    moment = moment_of(told)
    return moment is not None and moment > now - CLOCKS_DIFFER


def _is_behind(told: str, now: datetime) -> bool:
    moment = moment_of(told)
    return moment is not None and moment <= now + CLOCKS_DIFFER
