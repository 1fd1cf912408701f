"""One row of an uploaded table of users, judged."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from rundbord.access.roles import Role
from rundbord.identity.rules.duties import roles_of
from rundbord.identity.rules.users import objections_to_user
from rundbord.identity.vocabulary import AuthorityKind

_DATE_FORMS = (
    re.compile(r"(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"),
)
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What a table is judged against: open units by name in small letters, and sign-in names in use."""

    kind: AuthorityKind
    units: Mapping[str, UUID]
    taken: Collection[str]
    today: date


@dataclass(frozen=True, kw_only=True)
class ProposedUser:
    """One row as it would be imported; `errors` are Danish sentences, and a row without any can be."""

    line: int
    name: str
    sign_in_name: str
    email: str
    unit: str
    unit_id: UUID | None
    role: Role | None
    role_text: str
    starts_on: date
    ends_on: date | None
    errors: tuple[str, ...]

    @property
    def role_label(self) -> str:
        """The role in Danish, or what stood in its place."""
        return self.role.label if self.role else self.role_text


def judged(rows: Iterable[tuple[int, Mapping[str, str]]], around: Surroundings) -> list[ProposedUser]:
    """Judge every row, also against the rows before it."""
    seen: set[str] = set()
    proposed = []
    for line, cells in rows:
        proposed.append(_judged_row(line, cells, around, seen))
        seen.add(proposed[-1].sign_in_name)
    return proposed


def _judged_row(line: int, cells: Mapping[str, str], around: Surroundings, seen: Collection[str]) -> ProposedUser:
    row = ProposedUser(
        line=line,
        name=cells["name"],
        sign_in_name=cells["sign_in_name"].lower().partition("@")[0],
        email=cells.get("email", ""),
        unit=cells["unit"],
        unit_id=around.units.get(cells["unit"].casefold()),
        role=_role(cells["role"]),
        role_text=cells["role"],
        starts_on=_day(cells.get("starts_on", "")) or around.today,
        ends_on=_day(cells.get("ends_on", "")),
        errors=tuple(_unreadable_days(cells)),
    )
    return replace(row, errors=(*row.errors, *_errors_of_user(row, around, seen), *_errors_of_duty(row, cells, around)))


def _errors_of_user(row: ProposedUser, around: Surroundings, seen: Collection[str]) -> list[str]:
    reasons = objections_to_user(
        name=row.name, sign_in_name=row.sign_in_name, is_taken=row.sign_in_name in around.taken
    )
    checks = {
        f"Brugernavnet »{row.sign_in_name}« står i flere rækker.": row.sign_in_name in seen,
        f"»{row.email}« er ikke en mailadresse.": bool(row.email) and not _MAIL.fullmatch(row.email),
    }
    return [*(sentence for some in reasons.values() for sentence in some), *_applying(checks)]


def _errors_of_duty(row: ProposedUser, cells: Mapping[str, str], around: Surroundings) -> list[str]:
    roles = roles_of(around.kind)
    known = ", ".join(role.label for role in roles)
    checks = {
        f"Enheden »{row.unit}« findes ikke hos jer, eller den er lukket.": row.unit_id is None,
        f"Rollen »{cells['role']}« findes ikke hos jer. Vælg mellem {known}.": row.role not in roles,
        "Første dag ligger før i dag.": row.starts_on < around.today,
        "Sidste dag ligger før første dag.": row.ends_on is not None and row.ends_on < row.starts_on,
    }
    return _applying(checks)


def _unreadable_days(cells: Mapping[str, str]) -> list[str]:
    texts = [cells.get(column, "") for column in ("starts_on", "ends_on")]
    wrong = [text for text in texts if text and _day(text) is None]
    return [f"»{text}« er ikke en dato. Skriv for eksempel 1.9.2026." for text in wrong]


def _role(text: str) -> Role | None:
    wanted = text.casefold()
    return next((role for role in Role if wanted in {role.label.casefold(), role.value}), None)


def _day(text: str) -> date | None:
    for form in _DATE_FORMS:
        if found := form.fullmatch(text):
            try:
                return date(int(found["year"]), int(found["month"]), int(found["day"]))
            except ValueError:
                return None
    return None


def _applying(checks: Mapping[str, bool]) -> list[str]:
    return [sentence for sentence, applies in checks.items() if applies]
