"""Who a file is about, opened for as long as a request lasts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.utils import timezone

from rundbord.concerns.models import YoungPerson
from rundbord.concerns.queries.opened import GONE, text_of
from rundbord.keys.core.trouble import KeyDestroyed, KeyUnknown
from rundbord.keys.queries import open_key, open_keys
from rundbord.sharing.rules.ages import ADULT, is_adult


def name_of(person: YoungPerson) -> str:
    """Open the name of one file."""
    try:
        return text_of(person, "name", open_key(person.data_key_id))
    except (KeyDestroyed, KeyUnknown):
        return GONE


def names_of(persons: Iterable[YoungPerson]) -> dict[UUID, str]:
    """Open the names of a list with one query for keys."""
    listed = list(persons)
    keys = open_keys(person.data_key_id for person in listed) if listed else {}
    return {
        person.pk: text_of(person, "name", keys[person.data_key_id]) if person.data_key_id in keys else GONE
        for person in listed
    }


def who_in_words(person: YoungPerson, *, with_number: bool) -> str:
    """Name somebody on a page that is handed out; the CPR number only where the recipient must know exactly who."""
    key = open_key(person.data_key_id)
    name, number = text_of(person, "name", key), text_of(person, "cpr", key)
    return f"{name}, cpr-nummer {number}" if with_number and number else name


def is_adult_today(person: YoungPerson) -> bool | None:
    """Tell whether somebody has turned eighteen; None where it is not known."""
    today = timezone.localdate()
    if person.born_on:
        born_on = date.fromisoformat(text_of(person, "born_on", open_key(person.data_key_id)))
        return is_adult(born_on, today)
    if person.birth_year is None:
        return None
    # Only the year is known: in the year of the eighteenth birthday nobody can tell.
    return today.year - person.birth_year > ADULT or (False if today.year - person.birth_year < ADULT else None)
