"""Who reaches a file: own authority, own unit or assignment, and a session that has proved it (ADR 0024)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from rundbord.access.actor import Actor, system_of
from rundbord.access.assurance import reaching_persons
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.concerns.models import Assignment, Concern, Fact, YoungPerson
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key
from rundbord.sharing.vocabulary import InformationClass
from tests.concerns.files import NAME, fact_about, file_on
from tests.factories import rows
from tests.factories.situations import ActorOf, Vestegnen


def _reaches(actor: Actor, person: YoungPerson) -> bool:
    with acting_for(actor):
        found = YoungPerson.objects.filter(pk=person.pk).exists()
        assert Concern.objects.filter(person=person).exists() == found
        assert Fact.objects.filter(person=person).exists() == found
    return found


def _assign(person: YoungPerson, *, by: Actor, **to: object) -> Assignment:
    with acting_for(by):
        return Assignment.objects.create(
            authority_id=by.authority_id,
            person=person,
            label="Kollega",
            reason="Kender familien.",
            given_at=timezone.now(),
            given_by=by.user_id,
            given_label=by.user_name,
            **to,
        )


def test_the_own_unit_reaches_a_file_and_reads_the_name(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    person = file_on(actor_of(vestegnen.coordinator))

    with acting_for(actor_of(vestegnen.leader)):
        found = YoungPerson.objects.get(pk=person.pk)
        name = open_key(found.data_key_id).open(bytes(found.name), at=place_of(found, "name"))

    assert name == NAME


@pytest.mark.parametrize("who", ["officer", "herlev_case_worker", "dpo", "administrator", "secretary", "street_worker"])
def test_nobody_else_reaches_it(who: str, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    person = file_on(actor_of(vestegnen.coordinator))

    assert not _reaches(actor_of(getattr(vestegnen, who)), person)


def test_a_colleague_of_another_unit_reaches_it_while_assigned(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.coordinator)
    person = file_on(by)
    colleague = actor_of(rows.user(vestegnen.gladsaxe_street, Role.CASE_WORKER))
    assert not _reaches(colleague, person)

    given = _assign(person, by=by, user_id=colleague.user_id)
    assert _reaches(colleague, person)

    with acting_for(by):
        Assignment.objects.filter(pk=given.pk).update(ended_at=timezone.now())
    assert not _reaches(colleague, person)


def test_nobody_assigns_a_file_that_they_do_not_reach(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    person = file_on(actor_of(vestegnen.coordinator))
    curious = actor_of(rows.user(vestegnen.gladsaxe_street, Role.CASE_WORKER))

    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        _assign(person, by=curious, user_id=curious.user_id)

    assert not _reaches(curious, person)


def test_a_narrow_file_is_its_responsibles_alone(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.coordinator)
    person = file_on(by, is_narrow=True)

    assert _reaches(by, person)
    assert not _reaches(actor_of(vestegnen.leader), person)


def test_a_narrow_file_is_not_a_whole_units_though_it_was_assigned_to_it(
    vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    by = actor_of(vestegnen.coordinator)
    person = file_on(by)
    colleague = actor_of(rows.user(vestegnen.gladsaxe_street, Role.CASE_WORKER))
    _assign(person, by=by, unit_id=vestegnen.gladsaxe_street.pk)
    assert _reaches(colleague, person)

    with acting_for(by):
        YoungPerson.objects.filter(pk=person.pk).update(is_narrow=True)
    assert not _reaches(colleague, person)

    _assign(person, by=by, user_id=colleague.user_id)
    assert _reaches(colleague, person)


def test_without_a_second_factor_nothing_is_reached(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.coordinator)
    person = file_on(by)

    assert not _reaches(replace(by, permissions=by.permissions - reaching_persons(by.permissions)), person)


def test_a_fact_on_gangs_is_read_by_its_writer_and_by_name(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.officer)
    colleague = actor_of(rows.user(vestegnen.local_police, Role.OFFICER))
    person = file_on(by)
    with acting_for(by):
        fact = fact_about(person, by, information_class=InformationClass.GANG.value)

    def reads(actor: Actor) -> bool:
        with acting_for(actor):
            return Fact.objects.filter(pk=fact.pk).exists()

    assert reads(by)
    assert not reads(colleague)
    with acting_for(by):
        Fact.objects.filter(pk=fact.pk).update(readers=[colleague.user_id])
    assert reads(colleague)


def test_the_night_reaches_every_file_of_its_authority(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    person = file_on(actor_of(vestegnen.coordinator), is_narrow=True)

    assert _reaches(system_of(vestegnen.gladsaxe.pk), person)
    assert not _reaches(system_of(vestegnen.herlev.pk), person)


def test_a_file_is_opened_in_the_own_unit_alone(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.coordinator)

    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        file_on(by, unit_id=vestegnen.gladsaxe_street.pk)


def test_nobody_deletes_or_rewrites_a_fact(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.coordinator)
    person = file_on(by)

    for act in (
        lambda: Fact.objects.filter(person=person).delete(),
        lambda: Fact.objects.filter(person=person).update(body=b""),
        lambda: Fact.objects.filter(person=person).update(observed_on=timezone.localdate() - timedelta(days=1)),
    ):
        with acting_for(by), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            act()
