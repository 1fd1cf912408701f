"""Opening a conflict file: a neutral title, the groups by letters, where, how tense and why, and who follows it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.conflicts.actions.change_conflict import keep_revision, set_territory
from rundbord.conflicts.actions.writing import label_of, log, part, tell_unit
from rundbord.conflicts.models import Conflict, ConflictGroup, TensionChange
from rundbord.conflicts.rules.clocks import next_review
from rundbord.conflicts.rules.facts import objections_to_facts, objections_to_groups, objections_to_owner
from rundbord.conflicts.rules.judging import URGENCY, objections_to_tension
from rundbord.conflicts.vocabulary import ConflictKind, Tension
from rundbord.identity.models import Unit
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.models import Area
from rundbord.partnership.vocabulary import Audience

LETTERS = "ABCDEF"


@dataclass(frozen=True, kw_only=True)
class Opening:
    """What a conflict file begins with; `labels` are the groups' neutral words, in the order of their letters."""

    title: str
    kind: ConflictKind
    started_on: date
    owner: Unit
    areas: Sequence[Area]
    labels: Sequence[str]
    tension: Tension
    reason: str
    audience: Audience = Audience.PARTIES
    communication: str = ""


def open_conflict(opening: Opening, *, overridden: Collection[str] = (), by: Actor) -> Conflict:
    """Open the file; its first review is due in 72 hours."""
    by.must(Permission.EDIT_CONFLICTS)
    if objections := _objections(opening, by=by):
        raise Refused(objections)
    conflict = _create(opening, by=by)
    set_territory(conflict, opening.areas)
    keep_revision(conflict, by=by)
    columns = part(conflict, by=by)
    for letter, label in zip(LETTERS, opening.labels, strict=False):
        ConflictGroup.objects.create(**columns, letter=letter, label=label.strip())
    TensionChange.objects.create(**columns, tension=opening.tension.value, reason=opening.reason)
    log(Event.CONFLICT_OPENED, conflict, overridden=overridden, by=by)
    if opening.owner.pk != by.unit_id:
        tell_unit(NoticeKind.CONFLICT_GIVEN, conflict, opening.owner, by=by)
    return conflict


def _create(opening: Opening, *, by: Actor) -> Conflict:
    now = timezone.now()
    return Conflict.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        audience=opening.audience.value,
        title=opening.title,
        kind=opening.kind.value,
        started_on=opening.started_on,
        owner=opening.owner,
        communication=opening.communication,
        tension=opening.tension.value,
        urgency=URGENCY[opening.tension],
        review_due_at=next_review(now),
        quiet_since=now,
        opened_at=now,
        opened_label=label_of(by),
        changed_at=now,
    )


def _objections(opening: Opening, *, by: Actor) -> dict[str, list[str]]:
    return {
        **objections_to_facts(areas=opening.areas, started_on=opening.started_on, today=timezone.localdate()),
        **objections_to_owner(
            audience=opening.audience.value,
            writer=by.authority_id,
            owner=opening.owner.authority_id,
            owner_is_police=opening.owner.authority.kind == AuthorityKind.POLICE,
        ),
        **objections_to_groups(opening.labels),
        **objections_to_tension(reason=opening.reason, last_reason=""),
    }
