"""Reads of programmes: what all may know, who is on the own courses, and who is trained."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_keys
from rundbord.programmes.models import Cohort, CourseDay, Participant, Presence, Programme, Training
from rundbord.programmes.rules import REMINDED_BEFORE
from rundbord.programmes.vocabulary import ConsentFrom, Ending
from rundbord.vocabulary import label_of


@dataclass(frozen=True, kw_only=True)
class Known:
    """Somebody on a course as the own unit reads it."""

    participant: Participant
    name: str
    contact: str
    consent: str
    ending: str
    times_there: int

    @property
    def has_consent(self) -> bool:
        """Tell whether somebody has said yes."""
        return self.participant.consent_on is not None


def programmes(actor: Actor) -> QuerySet[Programme]:
    """List programmes at the table by name."""
    here = Programme.objects.filter(partnership_id=actor.table_id)
    return here.select_related("unit__authority").order_by("name", "id")


def programme_of(programme_id: UUID) -> Programme:
    """Find one programme."""
    found = Programme.objects.select_related("unit__authority").filter(pk=programme_id).first()
    if found is None:
        raise Http404
    return found


def cohorts_of(programme: Programme) -> list[Cohort]:
    """List its courses, the newest first."""
    return list(Cohort.objects.filter(programme=programme).order_by("-starts_on", "-id"))


def cohort_of(cohort_id: UUID) -> Cohort:
    """Find one course."""
    found = Cohort.objects.select_related("programme", "unit__authority").filter(pk=cohort_id).first()
    if found is None:
        raise Http404
    return found


def own_cohort(cohort_id: UUID, actor: Actor) -> Cohort:
    """Find a course of the own unit; who takes part in another's does not exist."""
    cohort = cohort_of(cohort_id)
    if cohort.unit_id != actor.unit_id:
        raise Http404
    return cohort


def days_of(cohort: Cohort) -> list[CourseDay]:
    """List the days on which a course meets."""
    return list(CourseDay.objects.filter(cohort=cohort).order_by("day"))


def day_of(day_id: UUID, cohort: Cohort) -> CourseDay:
    """Find one day of a course."""
    found = CourseDay.objects.filter(pk=day_id, cohort=cohort).first()
    if found is None:
        raise Http404
    return found


def taking_part(cohort: Cohort) -> QuerySet[Participant]:
    """Give those who are or were on a course, in the order in which they joined."""
    return Participant.objects.filter(cohort=cohort).select_related("follow_up").order_by("added_at", "id")


def participant_of(participant_id: UUID) -> Participant:
    """Find one participant of the own unit."""
    named = Participant.objects.select_related("cohort__programme", "follow_up")
    found = named.filter(pk=participant_id).first()
    if found is None:
        raise Http404
    return found


def known(participants: Iterable[Participant]) -> list[Known]:
    """Open the names of a list by name: one query for the keys, one for who was there."""
    listed = list(participants)
    keys = open_keys(each.data_key_id for each in listed)
    there = Presence.objects.filter(participant__in=[each.pk for each in listed], was_there=True)
    times: dict[UUID, int] = {}
    for participant_id in there.values_list("participant_id", flat=True):
        times[participant_id] = times.get(participant_id, 0) + 1
    opened = [_known(each, keys, times.get(each.pk, 0)) for each in listed if each.data_key_id in keys]
    return sorted(opened, key=lambda each: each.name.casefold())


def present_on(day: CourseDay) -> dict[UUID, bool]:
    """Give who was noted as there, or not there, on a day."""
    return dict(Presence.objects.filter(day=day).values_list("participant_id", "was_there"))


def trainings(actor: Actor) -> QuerySet[Training]:
    """List who is trained, what ends first on top."""
    own = Training.objects.filter(authority_id=actor.authority_id, ended_at=None).select_related("unit")
    return own.order_by("holds_until", "employee_label", "id")


def training_of(training_id: UUID, actor: Actor) -> Training:
    """Find one training of the own authority."""
    found = trainings(actor).filter(pk=training_id).first()
    if found is None:
        raise Http404
    return found


def ending_soon(actor: Actor) -> list[Training]:
    """List trainings that end within a month and that nobody has been told of."""
    until = timezone.localdate() + REMINDED_BEFORE
    return list(trainings(actor).filter(holds_until__lte=until, reminded_at=None))


def past_their_day(actor: Actor, *, today: date) -> QuerySet[Participant]:
    """Give participants of the own authority whose names may not be read any more."""
    past = Participant.objects.filter(authority_id=actor.authority_id, delete_on__lt=today, data_key__destroyed_at=None)
    return past.select_related("data_key")


def _known(participant: Participant, keys: Mapping[UUID, OpenKey], times_there: int) -> Known:
    key = keys[participant.data_key_id]
    contact = participant.contact
    return Known(
        participant=participant,
        name=key.open(bytes(participant.name), at=place_of(participant, "name")),
        contact=key.open(bytes(contact), at=place_of(participant, "contact")) if contact else "",
        consent=label_of(ConsentFrom, participant.consent_from),
        ending=label_of(Ending, participant.ending),
        times_there=times_there,
    )
