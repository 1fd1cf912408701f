"""A file that goes: with words, a name index, an attachment, and a copy at another authority."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.concerns.models import ConcernClosure, NamePart, YoungPerson
from rundbord.deletion.models import ArchiveWord
from rundbord.keys.core.blind_index import indexes_of_name
from rundbord.keys.current import look_up_key
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key
from tests.concerns.files import file_on
from tests.database import as_owner

NAME = "Kanarie Opdigtsen"
WORDS = "Kanarieordene om aftenen ved stationen."
CANARIES = ("Kanarie", "Opdigtsen", "Kanarieordene")


def goes_on(day: date, by: Actor, **columns: Any) -> YoungPerson:
    """Write a file whose last day this is, found by its name."""
    person = file_on(by, name=NAME, delete_on=day, birth_year=2011, **columns)
    with acting_for(by):
        for index in indexes_of_name(NAME, look_up_key(by.authority_id)):
            NamePart.objects.create(authority_id=by.authority_id, person=person, index=index)
    return person


def closed(person: YoungPerson, by: Actor, *, outcome: str = "settled", days_ago: int = 0) -> ConcernClosure:
    """Close its concern some days ago, with the last day that the file has."""
    at = timezone.now() - timedelta(days=days_ago)
    with acting_for(by):
        concern = person.concerns.get()
        row = ConcernClosure(
            authority_id=by.authority_id,
            person=person,
            concern=concern,
            outcome=outcome,
            delete_on=person.delete_on,
            closed_at=at,
            closed_by=by.user_id,
            closed_label=by.user_name,
        )
        row.note = open_key(person.data_key_id).seal(WORDS, at=place_of(row, "note"))
        row.save(force_insert=True)
        concern.closed_at = at
        concern.save(update_fields=["closed_at"])
    return row


def archive_is_checked(by: Actor) -> None:
    """Let the authority want its files looked through."""
    with as_owner():
        ArchiveWord.objects.create(
            authority_id=by.authority_id,
            kind="files",
            duty="check",
            said_at=timezone.now(),
            said_by=by.user_id,
            said_label="Officer",
        )
