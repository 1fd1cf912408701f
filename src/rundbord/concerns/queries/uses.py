"""What was made of a received copy in files within reach: where it was taken in, and what left the file since."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from rundbord.access.actor import Actor
from rundbord.concerns.models import ConcernClosure, Fact, YoungPerson
from rundbord.sharing.queries import disclosures_about
from rundbord.sharing.uses import Use


def uses_of_copy(disclosure_id: UUID, actor: Actor) -> Iterable[Use]:
    """List the files that took lines of it, and what was told, printed or journalled of them afterwards."""
    for person, since in files_that_took(disclosure_id).items():
        yield Use(label="Sagen, det er taget ind i", at=since, href=reverse("concerns:show_file", args=[person.pk]))
        yield from _told_of(person, since)
        yield from _journalled(person, since)


def files_that_took(disclosure_id: UUID) -> dict[YoungPerson, datetime]:
    """Give the files within reach that took lines of a copy, each with the moment of the first."""
    facts = Fact.objects.filter(disclosure_id=disclosure_id).select_related("person").order_by("written_at", "id")
    first: dict[YoungPerson, datetime] = {}
    for each in facts:
        first.setdefault(each.person, each.written_at)
    return first


def _told_of(person: YoungPerson, since: datetime) -> Iterable[Use]:
    for row in disclosures_about(person.pk):
        if row.disclosure.told_at < since or row.topics:
            continue
        told = row.disclosure.pk
        yield Use(
            label=f"Brev til {row.to_whom}" if row.is_outside else f"Givet videre til {row.to_whom}",
            at=row.disclosure.told_at,
            href=reverse("sharing:show_told", args=[told]),
            right_href="" if row.is_recalled else reverse("sharing:correct_disclosure", args=[told]),
        )


def _journalled(person: YoungPerson, since: datetime) -> Iterable[Use]:
    for closure in ConcernClosure.objects.filter(person=person, closed_at__gte=since):
        yield Use(
            label="Notat til journalen",
            at=closure.closed_at,
            href=reverse("concerns:journal_note", args=[person.pk, closure.concern_id]),
        )
