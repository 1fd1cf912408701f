"""Changing the facts of a conflict: the version rises by one, and how it stands from now on is kept."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.conflicts.actions.writing import log, open_to_write, part, tell_unit
from rundbord.conflicts.models import Conflict, ConflictArea, ConflictRevision
from rundbord.conflicts.rules.facts import objections_to_facts, objections_to_owner
from rundbord.conflicts.vocabulary import ConflictKind
from rundbord.identity.models import Unit
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.models import Area

OVERTAKEN = "En anden gemte konflikten i samme øjeblik. Læs ændringen, og gem igen. Dine ord står her stadig."


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What can be changed of a conflict, and the version that was read."""

    title: str
    kind: ConflictKind
    started_on: date
    owner: Unit
    areas: Sequence[Area]
    communication: str
    version: int


def change_conflict(conflict: Conflict, facts: Facts, *, overridden: Collection[str] = (), by: Actor) -> Conflict:
    """Let the facts stand from now on; Refused when somebody was quicker."""
    standing = open_to_write(conflict, by=by)
    if standing.version != facts.version:
        raise Refused(OVERTAKEN)
    if objections := _objections(standing, facts):
        raise Refused(objections)
    is_given_on = standing.owner_id != facts.owner.pk
    _write(standing, facts)
    set_territory(standing, facts.areas)
    keep_revision(standing, by=by)
    log(Event.CONFLICT_CHANGED, standing, overridden=overridden, by=by, version=str(standing.version))
    if is_given_on and facts.owner.pk != by.unit_id:
        tell_unit(NoticeKind.CONFLICT_GIVEN, standing, facts.owner, by=by)
    return standing


def set_territory(conflict: Conflict, areas: Sequence[Area]) -> None:
    """Let the territory be these areas."""
    wanted = {area.pk: area for area in areas}
    there = ConflictArea.objects.filter(conflict=conflict)
    there.exclude(area__in=wanted).delete()
    standing = set(there.values_list("area_id", flat=True))
    ConflictArea.objects.bulk_create(
        [ConflictArea(**_reach(conflict), area=area) for key, area in wanted.items() if key not in standing]
    )


def keep_revision(conflict: Conflict, *, by: Actor) -> None:
    """Remember how the conflict stands."""
    areas = ConflictArea.objects.filter(conflict=conflict).order_by("area__sort_key")
    ConflictRevision.objects.create(
        **part(conflict, by=by),
        version=conflict.version,
        title=conflict.title,
        kind=conflict.kind,
        started_on=conflict.started_on,
        owner_label=f"{conflict.owner.name}, {conflict.owner.authority.short_name}",
        areas_label=", ".join(areas.values_list("area__name", flat=True)),
        communication=conflict.communication,
    )


def _write(conflict: Conflict, facts: Facts) -> None:
    conflict.title = facts.title
    conflict.kind = facts.kind.value
    conflict.started_on = facts.started_on
    conflict.owner = facts.owner
    conflict.communication = facts.communication
    conflict.version = facts.version + 1
    conflict.changed_at = timezone.now()
    fields = ["title", "kind", "started_on", "owner", "communication", "version", "changed_at"]
    conflict.save(update_fields=fields)


def _reach(conflict: Conflict) -> dict[str, Any]:
    return {
        "partnership_id": conflict.partnership_id,
        "authority_id": conflict.authority_id,
        "audience": conflict.audience,
        "conflict": conflict,
    }


def _objections(conflict: Conflict, facts: Facts) -> dict[str, list[str]]:
    return {
        **objections_to_facts(areas=facts.areas, started_on=facts.started_on, today=timezone.localdate()),
        **objections_to_owner(
            audience=conflict.audience,
            writer=conflict.authority_id,
            owner=facts.owner.authority_id,
            owner_is_police=facts.owner.authority.kind == AuthorityKind.POLICE,
        ),
    }
