"""Lists of interventions: of a file, and of all that the actor reaches by when the next step is due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.concerns.models import Concern, YoungPerson
from rundbord.interventions.models import Intervention
from rundbord.interventions.queries.names import names_of
from rundbord.interventions.rules.kinds import KINDS
from rundbord.interventions.vocabulary import Ending, InterventionKind
from rundbord.vocabulary import label_of
from rundbord.web.keyset import KeysetPage, keyset_page

PAGE_SIZE = 25


@dataclass(frozen=True, kw_only=True)
class Row:
    """One intervention in a list."""

    intervention: Intervention
    kind: str
    name: str
    next_label: str
    ending: str

    @property
    def due_at(self) -> datetime | None:
        """When the next step is due."""
        return self.intervention.due_at

    @property
    def is_overdue(self) -> bool:
        """Tell whether it is late."""
        return self.due_at is not None and self.due_at < timezone.now()

    @property
    def tone(self) -> str:
        """How the card stands out."""
        return "overdue" if self.is_overdue else ""


@dataclass(frozen=True, kw_only=True)
class InterventionPage:
    """A page of open interventions, the one due first on top."""

    rows: list[Row]
    before: str
    after: str


def due_page(actor: Actor, *, after: str = "", before: str = "") -> InterventionPage:
    """Give what is open and within reach, what is due first on top."""
    rows = Intervention.objects.filter(authority_id=actor.authority_id, ended_at=None, due_at__isnull=False)
    shown: KeysetPage[Intervention] = keyset_page(
        rows.select_related("person"), order=("due_at", "id"), after=after, before=before, size=PAGE_SIZE
    )
    return InterventionPage(rows=_rows(shown.rows), before=shown.before, after=shown.after)


def interventions_of(person: YoungPerson) -> list[Row]:
    """List the interventions of one file, those that run first; the page that shows them names the person."""
    rows = Intervention.objects.filter(person=person).order_by("-started_at", "-id")
    return sorted((_row(each, "") for each in rows), key=lambda row: row.intervention.ended_at is not None)


def open_kinds_of(person: YoungPerson) -> set[InterventionKind]:
    """Tell which kinds run for one file."""
    kinds = Intervention.objects.filter(person=person, ended_at=None).values_list("kind", flat=True)
    return {InterventionKind(kind) for kind in kinds}


def open_of(actor: Actor, kind: InterventionKind) -> int:
    """Count what the actor has begun of a kind and not ended."""
    mine = Intervention.objects.filter(authority_id=actor.authority_id, started_by=actor.user_id)
    return mine.filter(kind=kind.value, ended_at=None).count()


def open_on(concern: Concern) -> int:
    """Count what still runs because of a concern, which must end before the concern does."""
    return Intervention.objects.filter(concern=concern, ended_at=None).count()


def overdue_interventions(actor: Actor) -> QuerySet[Intervention]:
    """Narrow to those with a step that is late within the actor's reach, for the start page."""
    late = Intervention.objects.filter(authority_id=actor.authority_id, ended_at=None, due_at__lt=timezone.now())
    return late if actor.may(Permission.SEE_CONCERNS) else late.none()


def _rows(interventions: Iterable[Intervention]) -> list[Row]:
    listed = list(interventions)
    names = names_of({each.person_id: each.person for each in listed}.values())
    return [_row(each, names[each.person_id]) for each in listed]


def _row(intervention: Intervention, name: str) -> Row:
    kind = KINDS[InterventionKind(intervention.kind)]
    step = kind.step(intervention.next_step)
    return Row(
        intervention=intervention,
        kind=kind.label,
        name=name,
        next_label=step.label if step else "",
        ending=label_of(Ending, intervention.ending),
    )
