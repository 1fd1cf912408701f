"""Who reaches an exit case: its two coordinators; not the unit, a leader, another coordinator or the night."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from rundbord.access.actor import Actor, system_of
from rundbord.access.assurance import reaching_persons
from rundbord.access.purposes import Purpose
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.roles import PERMISSIONS, Role
from rundbord.access.session import acting_for, current_login
from rundbord.interventions.actions import exits
from rundbord.interventions.models import (
    ExitCase,
    ExitConsent,
    ExitContact,
    ExitMove,
    ExitNote,
    ExitStep,
)
from tests.database import as_owner
from tests.factories.situations import ActorOf, Vestegnen
from tests.interventions.exits import active, agreed, coordinator, enquiry, fresh

TABLES = (ExitCase, ExitMove, ExitConsent, ExitStep, ExitContact, ExitNote)


def _rows_seen(actor: Actor) -> int:
    with acting_for(actor):
        return sum(table.objects.count() for table in TABLES)


@pytest.fixture
def own(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """An exit coordinator in Gladsaxe."""
    return actor_of(coordinator(vestegnen.gladsaxe_ssp))


def test_the_responsible_reaches_every_row_of_the_case(own: Actor) -> None:
    active(own)

    assert _rows_seen(own) == 1 + 5 + 1 + 1 + 1 + 3


@pytest.mark.parametrize(
    "who", ["coordinator", "leader", "secretary", "dpo", "administrator", "officer", "herlev_case_worker", "outsider"]
)
def test_nobody_else_reaches_one(who: str, own: Actor, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    active(own)

    assert _rows_seen(actor_of(getattr(vestegnen, who))) == 0


@pytest.mark.parametrize("unit", ["gladsaxe_ssp", "herlev_ssp", "local_police"])
def test_another_exit_coordinator_reaches_none(unit: str, own: Actor, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    active(own)

    assert _rows_seen(actor_of(coordinator(getattr(vestegnen, unit)))) == 0


def test_without_a_second_factor_the_coordinator_reaches_nothing(own: Actor) -> None:
    active(own)

    assert _rows_seen(replace(own, permissions=own.permissions - reaching_persons(own.permissions))) == 0


@pytest.mark.parametrize("purpose", [each for each in Purpose if each is not Purpose.PREVENTION])
def test_for_another_purpose_than_prevention_nothing_is_reached(purpose: Purpose, own: Actor) -> None:
    active(own)

    assert _rows_seen(own.for_purpose(purpose)) == 0


def test_in_another_authority_the_same_user_reaches_nothing(own: Actor, vestegnen: Vestegnen) -> None:
    active(own)

    assert _rows_seen(replace(own, authority_id=vestegnen.herlev.pk)) == 0


def test_the_login_of_places_has_no_grant(own: Actor, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    active(own)

    for table in TABLES:
        with (
            acting_for(actor_of(vestegnen.caretaker)),
            pytest.raises(DatabaseError, match="permission denied"),
            transaction.atomic(),
        ):
            table.objects.count()


def test_the_night_reaches_no_case_that_runs_and_every_row_of_one_that_is_to_go(
    own: Actor, vestegnen: Vestegnen
) -> None:
    case = active(own)
    night = system_of(vestegnen.gladsaxe.pk)

    assert _rows_seen(night) == 0
    with as_owner():
        ExitCase.objects.filter(pk=case.pk).update(delete_on=timezone.localdate())
    assert _rows_seen(night) == _rows_seen(own)
    assert _rows_seen(system_of(vestegnen.herlev.pk)) == 0


def test_a_deputy_reaches_it_from_the_naming_to_the_end_of_it(
    own: Actor, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    case, deputy = active(own), actor_of(coordinator(vestegnen.gladsaxe_street, "Stedfortræder"))

    with acting_for(own):
        exits.name_deputy(case, deputy.user_id, by=own)
    assert _rows_seen(deputy) == _rows_seen(own) > 0
    with acting_for(own):
        exits.name_deputy(case, None, by=own)
    assert _rows_seen(deputy) == 0


def test_whoever_is_named_is_an_exit_coordinator_of_the_own_authority(own: Actor, vestegnen: Vestegnen) -> None:
    case = agreed(own)
    for user in (vestegnen.leader, coordinator(vestegnen.herlev_ssp)):
        with acting_for(own), pytest.raises(Refused):
            exits.name_deputy(case, user.pk, by=own)
    with acting_for(own), pytest.raises(Refused):
        exits.name_deputy(case, own.user_id, by=own)

    assert fresh(case, own).deputy_id is None


def test_a_deputy_takes_over_and_can_let_the_former_go(own: Actor, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    case, deputy = agreed(own), actor_of(coordinator(vestegnen.gladsaxe_street, "Stedfortræder"))
    with acting_for(own):
        exits.name_deputy(case, deputy.user_id, by=own)

    with acting_for(deputy):
        exits.take_over(case, by=deputy)
        exits.name_deputy(fresh(case, deputy), None, by=deputy)

    assert fresh(case, deputy).responsible_id == deputy.user_id
    assert _rows_seen(own) == 0


def test_nobody_gives_away_their_own_place(own: Actor, vestegnen: Vestegnen) -> None:
    case = agreed(own)

    with acting_for(own), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        ExitCase.objects.filter(pk=case.pk).update(responsible_id=vestegnen.leader.pk)


def test_nobody_opens_one_in_another_name(own: Actor) -> None:
    case = agreed(own)
    copied = {field.attname: getattr(case, field.attname) for field in ExitCase._meta.concrete_fields}

    for changed in ({"responsible_id": uuid4()}, {"deputy_id": uuid4()}):
        with acting_for(own), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            ExitCase.objects.create(**{**copied, "id": uuid4(), **changed})


def test_nobody_deletes_by_hand_or_rewrites_what_was_written(own: Actor) -> None:
    case = active(own)

    with acting_for(own):
        for table in TABLES:
            assert table.objects.all()._raw_delete(current_login()) == 0
    later = timezone.localdate() + timedelta(days=900)
    rewrites: list[Callable[[], int]] = [
        lambda: ExitNote.objects.update(body=b""),
        lambda: ExitMove.objects.update(state="completed"),
        lambda: ExitConsent.objects.update(valid_until=later),
        lambda: ExitCase.objects.filter(pk=case.pk).update(opened_at=timezone.now()),
    ]
    for rewrite in rewrites:
        with acting_for(own), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            rewrite()


def test_the_database_names_nobody_before_consent(own: Actor) -> None:
    case = enquiry(own)

    with acting_for(own), pytest.raises(DatabaseError, match="exit_names_nobody"), transaction.atomic():
        ExitCase.objects.filter(pk=case.pk).update(name=b"x")


def test_one_role_alone_coordinates_exit_and_it_reaches_nothing_else_of_persons_by_screen() -> None:
    coordinating = {role for role, acts in PERMISSIONS.items() if "coordinate_exit" in acts}

    assert coordinating == {Role.EXIT_COORDINATOR}
    assert "see_concerns" not in PERMISSIONS[Role.EXIT_COORDINATOR]


def test_no_other_role_acts(own: Actor, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    leader = actor_of(vestegnen.leader)

    with pytest.raises(NotPermitted), acting_for(leader):
        exits.open_enquiry(called="Test", contact="", enquiry="Vil ud.", is_adult=True, by=leader)


def test_two_cases_on_the_same_person_do_not_know_of_each_other(
    own: Actor, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    other = actor_of(coordinator(vestegnen.gladsaxe_ssp, "En anden"))
    agreed(own)
    case = agreed(other)

    with acting_for(other):
        assert list(ExitCase.objects.values_list("pk", flat=True)) == [case.pk]
