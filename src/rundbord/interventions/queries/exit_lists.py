"""The own exit cases: those that run by what is due first, those that ended below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.concerns.queries.opened import GONE, text_of
from rundbord.interventions.exit_vocabulary import ExitState
from rundbord.interventions.models import ExitCase
from rundbord.keys.queries import open_keys
from rundbord.web.keyset import KeysetPage, keyset_page

PAGE_SIZE = 20
_MOST_ENDED = 20
_MARKS = {
    ExitState.ENQUIRY: "unconfirmed",
    ExitState.WITHDRAWN: "warning",
    ExitState.ACTIVE: "success",
    ExitState.COMPLETED: "closed",
    ExitState.BROKEN_OFF: "closed",
}


@dataclass(frozen=True, kw_only=True)
class ExitRow:
    """One case in the own list."""

    case: ExitCase
    name: str
    is_responsible: bool

    @property
    def state(self) -> ExitState:
        """How far it has come."""
        return ExitState(self.case.state)

    @property
    def mark(self) -> str:
        """The kind of its badge."""
        return _MARKS.get(self.state, "info")

    @property
    def is_overdue(self) -> bool:
        """Tell whether something should have been done before today."""
        return self.case.next_on is not None and self.case.next_on < timezone.localdate()


@dataclass(frozen=True, kw_only=True)
class ExitPage:
    """A page of the own running cases, and the cursors beside it."""

    rows: list[ExitRow]
    before: str
    after: str


def exit_page(actor: Actor, *, after: str = "", before: str = "") -> ExitPage:
    """Give the own running cases, the one that is due first on top."""
    shown: KeysetPage[ExitCase] = keyset_page(
        _own(actor).filter(ended_at=None), order=("next_on", "id"), after=after, before=before, size=PAGE_SIZE
    )
    return ExitPage(rows=_rows(shown.rows, actor), before=shown.before, after=shown.after)


def ended_exits(actor: Actor) -> list[ExitRow]:
    """List the own cases that ended last and are not deleted yet."""
    ended = _own(actor).filter(ended_at__isnull=False).order_by("-ended_at", "-id")
    return _rows(ended[:_MOST_ENDED], actor)


def due_exits(actor: Actor) -> QuerySet[ExitCase]:
    """Narrow to the own cases in which something is due by today; nobody else's."""
    due = _own(actor).filter(ended_at=None, next_on__lte=timezone.localdate())
    return due if actor.may(Permission.COORDINATE_EXIT) else due.none()


def _own(actor: Actor) -> QuerySet[ExitCase]:
    mine = Q(responsible_id=actor.user_id) | Q(deputy_id=actor.user_id)
    return ExitCase.objects.filter(mine, authority_id=actor.authority_id)


def _rows(cases: Iterable[ExitCase], actor: Actor) -> list[ExitRow]:
    listed = list(cases)
    keys = open_keys(case.data_key_id for case in listed) if listed else {}
    return [
        ExitRow(case=case, name=_name(case, keys), is_responsible=case.responsible_id == actor.user_id)
        for case in listed
    ]


def _name(case: ExitCase, keys: dict) -> str:  # type: ignore[type-arg]
    key = keys.get(case.data_key_id)
    return GONE if key is None else text_of(case, "name", key) or text_of(case, "called", key)
