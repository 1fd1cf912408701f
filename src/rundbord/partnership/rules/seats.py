"""Who may join, leave and chair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from rundbord.identity.vocabulary import AuthorityKind

Reasons = dict[str, list[str]]


IS_PARTY = "Myndigheden er allerede part på den dag."


@dataclass(frozen=True, kw_only=True)
class Seat:
    """One membership; the last day counts, None is open."""

    authority_id: UUID
    kind: AuthorityKind
    joined_on: date
    left_on: date | None

    def holds_on(self, day: date) -> bool:
        """Tell whether the authority is a party on a day."""
        return self.joined_on <= day and (self.left_on is None or day <= self.left_on)


@dataclass(frozen=True, kw_only=True)
class Chair:
    """One chair term."""

    authority_id: UUID
    starts_on: date
    ends_on: date | None


def objections_to_joining(authority_id: UUID, *, joined_on: date, seats: Sequence[Seat]) -> Reasons:
    """Every reason why an authority cannot join on a day."""
    held = [seat for seat in seats if seat.authority_id == authority_id]
    if any(seat.holds_on(joined_on) for seat in held):
        return {"authority": [IS_PARTY]}
    if any(seat.joined_on > joined_on for seat in held):
        return {"joined_on": ["Myndigheden træder ind igen senere. Datoen ville give to perioder oven i hinanden."]}
    return {}


def objections_to_leaving(seat: Seat, *, left_on: date, seats: Sequence[Seat], chair: Chair | None) -> list[str]:
    """Every reason why a party cannot have this as its last day."""
    others = [other for other in seats if other != seat and other.holds_on(left_on)]
    needed = {AuthorityKind.POLICE: "politi", AuthorityKind.MUNICIPALITY: "kommune"}
    is_last = seat.kind in needed and all(other.kind != seat.kind for other in others)
    checks = {
        "Sidste dag ligger før den dag, parten trådte ind.": left_on < seat.joined_on,
        "Parten er allerede udtrådt.": seat.left_on is not None,
        "Parten har formandskabet. Overdrag det først.": chair is not None
        and chair.authority_id == seat.authority_id
        and (chair.ends_on is None or chair.ends_on > left_on),
        f"Et partnerskab har altid mindst én part fra {needed.get(seat.kind, '')}.": is_last,
    }
    return [sentence for sentence, applies in checks.items() if applies]


def objections_to_chair(seat: Seat | None, *, starts_on: date, terms: Sequence[Chair]) -> Reasons:
    """Every reason why a party cannot take the chair on a day; the former chair's last day is the day before."""
    latest = max(terms, key=lambda term: term.starts_on, default=None)
    checks = [
        ("party", "Parten er ikke med i partnerskabet på den dag.", seat is None or not seat.holds_on(starts_on)),
        (
            "party",
            "Boligorganisationer og foreninger kan ikke have formandskabet.",
            seat is not None and seat.kind.is_place,
        ),
        (
            "party",
            "Parten har allerede formandskabet.",
            seat is not None and latest is not None and latest.authority_id == seat.authority_id and not latest.ends_on,
        ),
        (
            "starts_on",
            f"Formandskabet begyndte {_day(latest.starts_on)}. Overdragelsen skal ligge senere." if latest else "",
            latest is not None and starts_on <= latest.starts_on,
        ),
        (
            "starts_on",
            "Datoen ville efterlade dage uden formand.",
            latest is not None and latest.ends_on is not None and (starts_on - latest.ends_on).days > 1,
        ),
    ]
    reasons: Reasons = {}
    for field, sentence, applies in checks:
        if applies:
            reasons.setdefault(field, []).append(sentence)
    return reasons


def _day(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"
