"""What break-glass shows of a file: who, what is worried about, what was noted and what to be careful of."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import connections

from rundbord.access.session import current_login
from rundbord.concerns.models import Fact, YoungPerson
from rundbord.concerns.queries.opened import Known, custody_of, key_of, known, text_of
from rundbord.concerns.queries.standing import ConcernCard, SafeguardLine, concerns_of, safeguards_of
from rundbord.concerns.rules.grades import grade_shown
from rundbord.concerns.rules.who import Custody
from rundbord.concerns.vocabulary import FactKind
from rundbord.keys.core.blind_index import index_of_cpr, indexes_of_name
from rundbord.keys.core.cpr import Cpr
from rundbord.keys.current import look_up_key
from rundbord.sharing.vocabulary import SourceGrade
from rundbord.vocabulary import label_of

MOST_FACTS = 100


@dataclass(frozen=True, kw_only=True)
class Noted:
    """One fact, opened."""

    kind: str
    words: str
    fact: Fact
    grade: str


@dataclass(frozen=True, kw_only=True)
class OpenedFile:
    """A file as break-glass shows it."""

    person: YoungPerson
    known: Known
    custody: list[Custody]
    concerns: list[ConcernCard]
    safeguards: list[SafeguardLine]
    facts: list[Noted]


@dataclass(frozen=True, kw_only=True)
class Found:
    """A file by its number, and whose it is."""

    person_id: UUID
    unit_id: UUID
    lead_id: UUID


def sought(*, cpr: Cpr | None, name: str, authority_id: UUID) -> list[Found]:
    """Find at most two files of the own authority, by number or by the whole name; only with the right."""
    key = look_up_key(authority_id)
    by_number = index_of_cpr(cpr, key) if cpr else None
    by_name = [] if cpr else list(indexes_of_name(name, key))
    with connections[current_login()].cursor() as cursor:
        cursor.execute("SELECT * FROM ctx.emergency_find(%s, %s::bytea[])", [by_number, by_name])
        return [Found(person_id=row[0], unit_id=row[1], lead_id=row[2]) for row in cursor.fetchall()]


def file_now() -> OpenedFile | None:
    """Open the file of the use that runs, in a session for that purpose; None once its hour is over."""
    found = list(YoungPerson.objects.raw("SELECT * FROM ctx.emergency_file()"))
    if not found:
        return None
    person = found[0]
    key = key_of(person)
    return OpenedFile(
        person=person,
        known=known(person, key),
        custody=custody_of(person, key),
        concerns=[card for card in concerns_of(person, key) if card.is_open],
        safeguards=safeguards_of(person, key),
        facts=[
            Noted(
                kind=label_of(FactKind, fact.kind),
                words=text_of(fact, "body", key),
                fact=fact,
                grade=grade_shown(SourceGrade(fact.grade)),
            )
            for fact in Fact.objects.filter(person=person, withdrawn_at=None, replaced_by=None).order_by(
                "-written_at", "-id"
            )[:MOST_FACTS]
        ],
    )
