"""Taking part: a sealed name, a consent, who was there, and how it ended."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.deletion.queries.periods import days_of
from rundbord.keys.actions import make_data_key
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key
from rundbord.programmes import queries
from rundbord.programmes.actions.plan import must_be_own
from rundbord.programmes.models import Cohort, CourseDay, Participant, Presence
from rundbord.programmes.queries import Known
from rundbord.programmes.rules import (
    NO_CONSENT,
    delete_on,
    objections_to_consent,
    objections_to_ending,
    objections_to_joining,
)
from rundbord.programmes.vocabulary import ConsentFrom, Ending


@dataclass(frozen=True, kw_only=True)
class Joining:
    """Who joins, whom to reach at home, and who said yes when; no word on why."""

    name: str
    contact: str = ""
    consent_on: date | None = None
    consent_from: ConsentFrom | None = None


def add_participant(cohort: Cohort, joining: Joining, *, by: Actor) -> Participant:
    """Let somebody join a course of the own unit; of two who take the last place the second is refused."""
    by.must(Permission.RUN_PROGRAMMES)
    must_be_own(cohort.unit_id, by)
    standing = Cohort.objects.select_for_update().get(pk=cohort.pk)
    if reasons := objections_to_joining(
        taken=queries.taking_part(standing).exclude(ending=Ending.LEFT).count(),
        places=standing.places,
        is_closed=standing.closed_at is not None,
        consent_on=joining.consent_on,
        today=timezone.localdate(),
    ):
        raise Refused(reasons)
    added = _sealed(standing, joining, by)
    audit.record(Event.PARTICIPANT_ADDED, about=added, by=by)
    return added


def note_consent(participant: Participant, *, consent_on: date, consent_from: ConsentFrom, by: Actor) -> None:
    """Note who said yes, and when."""
    by.must(Permission.RUN_PROGRAMMES)
    if reasons := objections_to_consent(consent_on, today=timezone.localdate()):
        raise Refused(reasons)
    participant.consent_on, participant.consent_from = consent_on, consent_from.value
    participant.save(update_fields=["consent_on", "consent_from"])
    audit.record(Event.PROGRAMME_CONSENT_NOTED, about=participant, by=by)


def note_presence(cohort: Cohort, day: CourseDay, there: Collection[UUID], *, by: Actor) -> int:
    """Note for everybody with a consent whether they were there; give how many were."""
    by.must(Permission.RUN_PROGRAMMES)
    must_be_own(cohort.unit_id, by)
    part = list(queries.taking_part(cohort))
    if any(each.pk in there and each.consent_on is None for each in part):
        raise Refused(NO_CONSENT)
    rows = [_presence(each, day, was_there=each.pk in there, by=by) for each in part if each.consent_on]
    Presence.objects.bulk_create(
        rows,
        update_conflicts=True,
        update_fields=["was_there", "at"],
        unique_fields=["authority", "participant", "day"],
    )
    count = sum(1 for row in rows if row.was_there)
    audit.record(Event.COURSE_PRESENCE_NOTED, about=cohort, by=by, details={"noted": len(rows)})
    return count


def end_participation(
    participant: Participant, ending: Ending, *, follow_up: Cohort | None = None, by: Actor
) -> Participant:
    """End somebody's time on the course; `follow_up` is the one that comes after."""
    by.must(Permission.RUN_PROGRAMMES)
    standing = Participant.objects.select_for_update().get(pk=participant.pk)
    if reasons := objections_to_ending(
        ending, has_consent=standing.consent_on is not None, has_ended=standing.ended_on is not None
    ):
        raise Refused(reasons)
    standing.ended_on, standing.ending, standing.follow_up = timezone.localdate(), ending.value, follow_up
    standing.save(update_fields=["ended_on", "ending", "follow_up"])
    audit.record(Event.PARTICIPATION_ENDED, about=standing, by=by, details={"ending": ending.value})
    return standing


def read_participants(cohort: Cohort, participants: Sequence[Participant], *, by: Actor) -> list[Known]:
    """Open the names of a course, or of one on it, and leave a trace."""
    by.must(Permission.RUN_PROGRAMMES)
    opened = queries.known(participants)
    audit.record(Event.PARTICIPANTS_READ, about=cohort, by=by, details={"count": len(opened)})
    return opened


def _sealed(cohort: Cohort, joining: Joining, by: Actor) -> Participant:
    row = make_data_key(by=by)
    key = open_key(row.pk)
    added = Participant(
        authority_id=by.authority_id,
        unit_id=cohort.unit_id,
        cohort=cohort,
        data_key=row,
        consent_on=joining.consent_on,
        consent_from=joining.consent_from or "",
        added_at=timezone.now(),
        delete_on=delete_on(cohort.ends_on, days=days_of("participant", by.authority_id)),
    )
    added.name = key.seal(joining.name, at=place_of(added, "name"))
    added.contact = key.seal(joining.contact, at=place_of(added, "contact")) if joining.contact else None
    added.save(force_insert=True)
    return added


def _presence(participant: Participant, day: CourseDay, *, was_there: bool, by: Actor) -> Presence:
    return Presence(
        authority_id=by.authority_id,
        unit_id=participant.unit_id,
        participant=participant,
        day=day,
        was_there=was_there,
        at=timezone.now(),
    )
