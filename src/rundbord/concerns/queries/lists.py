"""Lists by deadline: what I follow, and what my unit follows; no list of all, and none by name."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.concerns.models import Assignment, Concern, FamilyNotice
from rundbord.concerns.queries.grounds import grounds_of
from rundbord.concerns.queries.opened import Known, known_of
from rundbord.concerns.queries.standing import notice_standing
from rundbord.concerns.rules.clocks import Due, due_on
from rundbord.concerns.rules.grounds import GroundStanding
from rundbord.concerns.rules.notices import NoticeStanding
from rundbord.concerns.vocabulary import CaseLevel
from rundbord.sharing.vocabulary import PersonRole
from rundbord.vocabulary import Term, label_of
from rundbord.web.keyset import keyset_page

PAGE_SIZE = 25
_BY_DEADLINE = ("next_on", "id")


class Shown(Term):
    """Shown list — vist liste."""

    MINE = "mine", "Mine unge"
    UNIT = "enhed", "Min enhed"


@dataclass(frozen=True, kw_only=True)
class Row:
    """One file in a list, by its next deadline."""

    concern: Concern
    known: Known
    role: str
    level: str
    due: Due
    notice: NoticeStanding
    ground: GroundStanding

    @property
    def tone(self) -> str:
        """Tell how the entry stands out."""
        return "overdue" if self.due is Due.OVERDUE else ""


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One page of a list."""

    rows: list[Row]
    before: str
    after: str


def listed(actor: Actor, shown: Shown, *, after: str = "", before: str = "") -> Listed:
    """Give one page of files with an open concern, each file once, at its earliest deadline."""
    rows = _mine(actor) if shown is Shown.MINE else _of_unit(actor)
    page = keyset_page(
        rows.select_related("person__unit", "area"), order=_BY_DEADLINE, after=after, before=before, size=PAGE_SIZE
    )
    return Listed(rows=_rows(page.rows), before=page.before, after=page.after)


def overdue(actor: Actor, shown: Shown) -> QuerySet[Concern]:
    """Narrow to the files whose deadline has passed."""
    rows = _mine(actor) if shown is Shown.MINE else _of_unit(actor)
    return rows.filter(next_on__lt=timezone.localdate())


def without_ground(actor: Actor, shown: Shown) -> list[UUID]:
    """Give the open files that must be judged anew, since what they rest on was taken back or put right."""
    rows = _mine(actor) if shown is Shown.MINE else _of_unit(actor)
    return sorted(grounds_of(rows.order_by().values("person")))


def _open() -> QuerySet[Concern]:
    earlier = Concern.objects.filter(person=OuterRef("person"), closed_at=None).filter(
        Q(next_on__lt=OuterRef("next_on")) | Q(next_on=OuterRef("next_on"), id__lt=OuterRef("id"))
    )
    return Concern.objects.filter(closed_at=None).filter(~Exists(earlier))


def _mine(actor: Actor) -> QuerySet[Concern]:
    assigned = Assignment.objects.filter(person=OuterRef("person"), user_id=actor.user_id, ended_at=None)
    own = Q(person__lead_id=actor.user_id) | Q(Exists(assigned))
    return _open().filter(own, authority_id=actor.authority_id)


def _of_unit(actor: Actor) -> QuerySet[Concern]:
    if actor.unit_id is None:
        return Concern.objects.none()
    return _open().filter(authority_id=actor.authority_id, person__unit_id=actor.unit_id)


def _rows(concerns: list[Concern]) -> list[Row]:
    opened = known_of(concern.person for concern in concerns)
    told = _newest_notices({concern.person_id for concern in concerns})
    grounds = grounds_of({concern.person_id for concern in concerns})
    today = timezone.localdate()
    return [
        Row(
            concern=concern,
            known=opened[concern.person_id],
            role=label_of(PersonRole, concern.role),
            level=label_of(CaseLevel, concern.level),
            due=due_on(concern.next_on, today=today),
            notice=notice_standing(told.get(concern.person_id)),
            ground=grounds.get(concern.person_id, GroundStanding.STANDS),
        )
        for concern in concerns
        if concern.person_id in opened
    ]


def _newest_notices(person_ids: set[UUID]) -> dict[UUID, FamilyNotice]:
    newest = FamilyNotice.objects.filter(person__in=person_ids).order_by("person", "-written_at", "-id")
    return {row.person_id: row for row in newest.distinct("person")}
