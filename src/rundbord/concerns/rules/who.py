"""Who a file is about: what must be known, and what must not contradict itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rundbord.keys.core.cpr import Cpr
from rundbord.keys.core.names import MOST_PARTS, name_parts
from rundbord.keys.core.trouble import CannotSeal

_OLDEST_BIRTH = 110


@dataclass(frozen=True, kw_only=True)
class Custody:
    """Somebody who has custody, and how they are reached."""

    name: str
    contact: str = ""
    has_protected_address: bool = False


@dataclass(frozen=True, kw_only=True)
class Who:
    """What is known of who somebody is; only the name must be there."""

    name: str
    cpr: Cpr | None = None
    born_on: date | None = None
    address: str = ""
    has_protected_address: bool = False
    custody: tuple[Custody, ...] = ()

    @property
    def birthday(self) -> date | None:
        """The day of birth: as told, else as the CPR number tells it."""
        return self.born_on or (self.cpr.born_on if self.cpr else None)


def objections_to_who(who: Who, *, today: date) -> dict[str, list[str]]:
    """Give every objection by field."""
    checks = {
        "name": _name(who.name),
        "born_on": _birth(who, today),
        "custody_1": ["Skriv navnet på den, som kontakten hører til."] if _nameless(who) else [],
    }
    return {field: sentences for field, sentences in checks.items() if sentences}


def _name(name: str) -> list[str]:
    try:
        parts = name_parts(name)
    except CannotSeal:
        return [f"Navnet har for mange dele. Skriv højst {MOST_PARTS}."]
    return [] if parts else ["Skriv den unges navn."]


def _birth(who: Who, today: date) -> list[str]:
    if who.born_on is None:
        return []
    if who.born_on > today:
        return ["Fødselsdagen ligger i fremtiden."]
    if who.born_on.year < today.year - _OLDEST_BIRTH:
        return ["Fødselsdagen ligger for langt tilbage."]
    if who.cpr is not None and who.cpr.born_on != who.born_on:
        return ["Fødselsdagen passer ikke til CPR-nummeret. Ret den ene, eller lad fødselsdagen stå tom."]
    return []


def _nameless(who: Who) -> bool:
    return any(each.contact and not each.name.strip() for each in who.custody)
