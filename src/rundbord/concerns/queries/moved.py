"""Restricted copies of files on young people who have moved away, for those who may still read them."""

from __future__ import annotations

from dataclasses import dataclass

from rundbord.access.actor import Actor
from rundbord.concerns.models import YoungPerson
from rundbord.concerns.queries.opened import Known, known_of
from rundbord.web.keyset import keyset_page

PAGE_SIZE = 25


@dataclass(frozen=True, kw_only=True)
class MovedPage:
    """One page of restricted copies, the latest move first."""

    rows: list[Known]
    before: str
    after: str


def moved_files(actor: Actor, *, after: str = "", before: str = "") -> MovedPage:
    """Give a page of the unit's copies: a responsible's own, a leader's all; row security says which."""
    if actor.unit_id is None:
        return MovedPage(rows=[], before="", after="")
    copies = YoungPerson.objects.filter(
        authority_id=actor.authority_id, unit_id=actor.unit_id, moved_on__isnull=False
    ).select_related("unit")
    page = keyset_page(copies, order=("-moved_on", "-id"), after=after, before=before, size=PAGE_SIZE)
    opened = known_of(page.rows)
    rows = [opened[person.pk] for person in page.rows if person.pk in opened]
    return MovedPage(rows=rows, before=page.before, after=page.after)
