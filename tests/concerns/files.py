"""Builders of files on young people, written as the user who keeps them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.concerns.actions.take_received import received_facts
from rundbord.concerns.actions.write_fact import add_fact
from rundbord.concerns.models import Assignment, Concern, Consent, Fact, YoungPerson
from rundbord.concerns.vocabulary import CaseLevel, FactKind
from rundbord.keys.actions import make_data_key
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key
from rundbord.sharing.rules.opening import ConcernGround
from rundbord.sharing.vocabulary import Giver, InformationClass, PersonRole, SourceGrade

NAME = "Ung Eksempel"
SEEN = "Stod med gruppen ved stationen klokken ti om aftenen."


def file_on(by: Actor, *, name: str = NAME, **columns: Any) -> YoungPerson:
    """Open a file in the actor's unit, with one concern and one fact that was seen."""
    with acting_for(by):
        key = make_data_key(by=by)
        person = YoungPerson(
            **{
                "authority_id": by.authority_id,
                "unit_id": by.unit_id,
                "lead_id": by.user_id,
                "lead_label": by.user_name,
                "data_key": key,
                "opened_at": timezone.now(),
                "delete_on": timezone.localdate() + timedelta(days=365),
                **columns,
            }
        )
        person.name = open_key(key.pk).seal(name, at=place_of(person, "name"))
        person.save(force_insert=True)
        concern_about(person, by)
        fact_about(person, by)
    return person


def concern_about(person: YoungPerson, by: Actor, **columns: Any) -> Concern:
    """Add a concern to a file."""
    return Concern.objects.create(
        **{
            "authority_id": by.authority_id,
            "partnership_id": by.partnership_id,
            "person": person,
            "role": PersonRole.CONCERN.value,
            "grounds": [ConcernGround.OWN_RELATION.value],
            "level": CaseLevel.WORRY.value,
            "observed_on": date(2026, 11, 20),
            "opened_at": timezone.now(),
            "opened_by": by.user_id,
            "opened_label": by.user_name,
            "next_on": timezone.localdate() + timedelta(days=5),
            "next_step": "Vurdering",
            **columns,
        }
    )


def fact_about(person: YoungPerson, by: Actor, *, words: str = SEEN, **columns: Any) -> Fact:
    """Add a fact to a file."""
    fact = Fact(
        **{
            "authority_id": by.authority_id,
            "person": person,
            "kind": FactKind.SEEN.value,
            "information_class": InformationClass.PRIVATE.value,
            "grade": SourceGrade.SEEN.value,
            "observed_on": date(2026, 11, 20),
            "written_at": timezone.now(),
            "written_by": by.user_id,
            "written_label": by.user_name,
            **columns,
        }
    )
    fact.body = open_key(person.data_key_id).seal(words, at=place_of(fact, "body"))
    fact.save(force_insert=True)
    return fact


def take_into(person: YoungPerson, received_id: UUID, by: Actor, places: Collection[int] = (0,)) -> list[Fact]:
    """Take lines of a received copy into a file."""
    with acting_for(by):
        return [add_fact(person, fact, by=by) for fact in received_facts(received_id, places, by=by)]


def consent_to(person: YoungPerson, by: Actor, **columns: Any) -> Consent:
    """Note a consent of the person, to the own unit, for half a year."""
    today = timezone.localdate()
    return Consent.objects.create(
        **{
            "authority_id": by.authority_id,
            "person": person,
            "given_by": [Giver.PERSON.value],
            "recipients": [by.unit_id],
            "classes": [InformationClass.PRIVATE.value],
            "given_on": today,
            "valid_until": today + timedelta(days=180),
            "is_written": True,
            "is_informed": True,
            "is_free": True,
            "written_at": timezone.now(),
            "written_by": by.user_id,
            "written_label": by.user_name,
            **columns,
        }
    )


def assignment_of(person: YoungPerson, by: Actor, **columns: Any) -> Assignment:
    """Assign a file to its own responsible."""
    return Assignment.objects.create(
        **{
            "authority_id": by.authority_id,
            "person": person,
            "user_id": by.user_id,
            "label": by.user_name,
            "reason": "Kender familien.",
            "given_at": timezone.now(),
            "given_by": by.user_id,
            "given_label": by.user_name,
            **columns,
        }
    )
