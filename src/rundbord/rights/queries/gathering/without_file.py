"""What hangs on no file: courses, and lines on a list that is open right now. Each row is opened and compared."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

from rundbord.handover.models import HandOverLine
from rundbord.keys.core.names import name_parts
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_keys
from rundbord.programmes.models import Participant
from rundbord.programmes.vocabulary import ConsentFrom, Ending
from rundbord.rights.queries.gathering.found import Item, Sought, day_of, in_words
from rundbord.rights.vocabulary import ItemGroup


def of_courses(sought: Sought) -> Iterator[Item]:
    """Give the courses on which somebody of exactly this name takes part: a name alone is never certain."""
    found = Participant.objects.filter(authority_id=sought.actor.authority_id).select_related("cohort__programme")
    rows = list(found.order_by("added_at", "id"))
    keys = open_keys([row.data_key_id for row in rows] or [uuid4()])
    wanted = set(name_parts(sought.name))
    for row in rows:
        key = keys.get(row.data_key_id)
        name = key.open(bytes(row.name), at=place_of(row, "name")) if key else ""
        if name and set(name_parts(name)) == wanted:
            lines = (
                ("Forløb", f"{row.cohort.programme.name}, {row.cohort.name}"),
                ("Samtykke", in_words(row.consent_on)),
                ("Givet af", in_words(row.consent_from, ConsentFrom)),
                ("Sluttet", in_words(row.ended_on)),
                ("Afslutning", in_words(row.ending, Ending)),
            )
            yield Item(
                group=ItemGroup.OWN,
                model=Participant._meta.label,
                lines=tuple(line for line in lines if line[1]),
                source_id=row.pk,
                root_id=row.pk,
                on=day_of(row.added_at),
                is_uncertain=True,
            )


def of_hand_over(sought: Sought) -> Iterator[Item]:
    """Give the lines of own lists that are open in this hour."""
    found = HandOverLine.objects.filter(authority_id=sought.actor.authority_id).select_related("list")
    rows = list(found.order_by("added_at", "id"))
    keys = open_keys([row.list.data_key_id for row in rows] or [uuid4()])
    for row in rows:
        key = keys.get(row.list.data_key_id)
        if key is None or not row.cpr:
            continue
        if key.open(bytes(row.cpr), at=place_of(row, "cpr")) == sought.cpr.digits:
            words = key.open(bytes(row.words), at=place_of(row, "words"))
            yield Item(
                group=ItemGroup.OWN,
                model=HandOverLine._meta.label,
                lines=(("Set", in_words(row.seen_on)), ("Til mødet", words)),
                source_id=row.pk,
                root_id=row.pk,
                on=row.seen_on,
            )
