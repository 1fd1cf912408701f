"""Letting colleagues reach a file, and handing it over: by name, with a reason, inside the own authority."""

from __future__ import annotations

import pytest
from django.db import connection
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.concerns import actions
from rundbord.concerns.models import YoungPerson
from rundbord.concerns.queries.assignable import Assignable, assignable_to
from rundbord.identity.models import User
from rundbord.notices.models import Notice
from rundbord.notices.vocabulary import NoticeKind
from tests.concerns.files import file_on
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, Vestegnen
from tests.logs import entries_of

REASON = "Kender familien fra skolen."


@pytest.fixture
def street_colleague(vestegnen: Vestegnen) -> User:
    return rows.user(vestegnen.gladsaxe_street, Role.CASE_WORKER, name="Gade Kollega")


def _reaches(actor: Actor, person: YoungPerson) -> bool:
    with acting_for(actor):
        return YoungPerson.objects.filter(pk=person.pk).exists()


def _colleague(user: User, by: Actor) -> Assignable:
    [found] = [each for each in assignable_to(by) if each.user_id == user.pk]
    return found


def test_a_colleague_reaches_a_file_from_assignment_to_end(
    vestegnen: Vestegnen, actor_of: ActorOf, street_colleague: User
) -> None:
    by, colleague = actor_of(vestegnen.coordinator), actor_of(street_colleague)
    person = file_on(by)
    with acting_for(by):
        given = actions.assign_file(person, to=_colleague(street_colleague, by), reason=REASON, by=by)
    assert _reaches(colleague, person)

    with acting_for(by):
        actions.end_assignment(given.pk, by=by)
    assert not _reaches(colleague, person)

    assert len(entries_of(Event.FILE_ASSIGNED, user=vestegnen.coordinator)) == 1
    with as_owner():
        assert Notice.objects.get(kind=NoticeKind.FILE_ASSIGNED.value).user_id == street_colleague.pk


def test_a_whole_unit_of_the_own_authority_can_be_let_in_and_no_other(
    vestegnen: Vestegnen, actor_of: ActorOf, street_colleague: User
) -> None:
    by = actor_of(vestegnen.coordinator)
    person = file_on(by)

    with acting_for(by):
        actions.assign_file(person, to=vestegnen.gladsaxe_street, reason=REASON, by=by)
        with pytest.raises(Refused, match="Andre myndigheder"):
            actions.assign_file(person, to=vestegnen.local_police, reason=REASON, by=by)

    assert _reaches(actor_of(street_colleague), person)
    assert not _reaches(actor_of(vestegnen.officer), person)


def test_without_a_reason_nobody_is_let_in(vestegnen: Vestegnen, actor_of: ActorOf, street_colleague: User) -> None:
    by = actor_of(vestegnen.coordinator)
    person = file_on(by)

    with acting_for(by), pytest.raises(Refused, match="brug for sagen"):
        actions.assign_file(person, to=_colleague(street_colleague, by), reason="ok", by=by)


def test_colleagues_are_those_who_work_with_concerns_in_the_own_authority(
    vestegnen: Vestegnen, actor_of: ActorOf, street_colleague: User
) -> None:
    by = actor_of(vestegnen.coordinator)

    with acting_for(by):
        listed = assignable_to(by)

    assert [each.user_id for each in listed] == [street_colleague.pk]


def test_a_file_handed_to_another_unit_leaves_the_own_one(
    vestegnen: Vestegnen, actor_of: ActorOf, street_colleague: User
) -> None:
    by, colleague = actor_of(vestegnen.coordinator), actor_of(street_colleague)
    person = file_on(by)

    with acting_for(by):
        actions.hand_over_file(person, to=_colleague(street_colleague, by), reason=REASON, by=by)

    assert not _reaches(by, person)
    with acting_for(colleague):
        found = YoungPerson.objects.get(pk=person.pk)
    assert (found.unit_id, found.lead_id, found.lead_label) == (
        vestegnen.gladsaxe_street.pk,
        street_colleague.pk,
        "Gade Kollega",
    )
    assert len(entries_of(Event.FILE_HANDED_OVER, user=vestegnen.coordinator)) == 1


def test_a_file_is_not_handed_to_somebody_without_a_duty_there(
    vestegnen: Vestegnen, actor_of: ActorOf, street_colleague: User
) -> None:
    by = actor_of(vestegnen.coordinator)
    person = file_on(by)
    police = Assignable(
        user_id=vestegnen.officer.pk, label="Betjent", unit_id=vestegnen.local_police.pk, unit_name="Lokalpolitiet"
    )

    with acting_for(by), pytest.raises(Refused, match="ingen funktion"):
        actions.hand_over_file(person, to=police, reason=REASON, by=by)


def test_a_file_is_not_handed_to_somebody_who_has_left(
    vestegnen: Vestegnen, actor_of: ActorOf, street_colleague: User
) -> None:
    by = actor_of(vestegnen.coordinator)
    person = file_on(by)
    with acting_for(by):
        colleague = _colleague(street_colleague, by)
    with as_owner():
        User.objects.filter(pk=street_colleague.pk).update(closed_at=timezone.now())

    with acting_for(by), pytest.raises(Refused, match="ingen funktion"):
        actions.hand_over_file(person, to=colleague, reason=REASON, by=by)


def test_the_function_behind_it_moves_no_file_out_of_anothers_reach(
    vestegnen: Vestegnen, actor_of: ActorOf, street_colleague: User
) -> None:
    person = file_on(actor_of(vestegnen.coordinator))
    curious = actor_of(street_colleague)

    with acting_for(curious), connection.cursor() as cursor:
        cursor.execute(
            "SELECT ctx.hand_over_file(%s, %s, %s, 'x')", [person.pk, vestegnen.gladsaxe_street.pk, curious.user_id]
        )
        assert cursor.fetchone() == (False,)
    with acting_for(curious), pytest.raises(Http404):
        actions.hand_over_file(
            person,
            to=Assignable(
                user_id=curious.user_id, label="x", unit_id=vestegnen.gladsaxe_street.pk, unit_name="Gadeteamet"
            ),
            reason=REASON,
            by=curious,
        )

    assert not _reaches(curious, person)
