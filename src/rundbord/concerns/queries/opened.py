"""Who somebody is, opened for as long as a request lasts; the CPR number stays masked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from rundbord.concerns.models import CustodyHolder, YoungPerson
from rundbord.concerns.rules.bands import AgeToday, age_today
from rundbord.concerns.rules.who import Custody
from rundbord.keys.core.cpr import Cpr, read_cpr
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key, open_keys

# Shown where a key was destroyed or cannot be opened.
GONE = "Slettet"


@dataclass(frozen=True, kw_only=True)
class Known:
    """Who a file is about, in words."""

    person: YoungPerson
    name: str
    masked_cpr: str
    born_on: date | None
    address: str
    age: AgeToday | None

    @property
    def age_words(self) -> str:
        """Tell the age, or that it is not known."""
        return f"{self.age.years} år" if self.age else "Alder ukendt"


def key_of(person: YoungPerson) -> OpenKey:
    """Open the key of a file."""
    return open_key(person.data_key_id)


def known(person: YoungPerson, key: OpenKey) -> Known:
    """Open who a file is about."""
    born_on = birthday(person, key)
    return Known(
        person=person,
        name=text_of(person, "name", key),
        masked_cpr=_masked(person, key),
        born_on=born_on,
        address=text_of(person, "address", key),
        age=age_today(born_on, today=timezone.localdate()),
    )


def known_of(persons: Iterable[YoungPerson]) -> dict[UUID, Known]:
    """Open the names of a list with one query for keys; a file whose key is gone is left out."""
    listed = list(persons)
    keys: Mapping[UUID, OpenKey] = open_keys(person.data_key_id for person in listed) if listed else {}
    return {person.pk: known(person, keys[person.data_key_id]) for person in listed if person.data_key_id in keys}


def text_of(row: object, column: str, key: OpenKey) -> str:
    """Open one sealed column; empty where nothing stands."""
    value = getattr(row, column)
    return key.open(bytes(value), at=place_of(row, column)) if value else ""  # type: ignore[arg-type]


def birthday(person: YoungPerson, key: OpenKey) -> date | None:
    """Open the day of birth."""
    text = text_of(person, "born_on", key)
    return date.fromisoformat(text) if text else None


def cpr_of(person: YoungPerson, key: OpenKey) -> Cpr | None:
    """Open the CPR number, which shows its digits to nobody who does not ask."""
    text = text_of(person, "cpr", key)
    return read_cpr(text, today=timezone.localdate()) if text else None


def custody_of(person: YoungPerson, key: OpenKey) -> list[Custody]:
    """Open who has custody."""
    holders = CustodyHolder.objects.filter(person=person, removed_at=None).order_by("written_at", "id")
    return [
        Custody(
            name=text_of(each, "name", key),
            contact=text_of(each, "contact", key),
            has_protected_address=each.has_protected_address,
        )
        for each in holders
    ]


def _masked(person: YoungPerson, key: OpenKey) -> str:
    cpr = cpr_of(person, key)
    return cpr.masked.replace("*", "•") if cpr else ""
