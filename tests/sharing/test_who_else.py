"""Who else follows the same young person: both learn it at once when the round closes, and nobody else anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor, system_of
from rundbord.access.assurance import reaching_persons
from rundbord.access.permissions import Permission
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.concerns.models import YoungPerson
from rundbord.identity.models import Unit
from rundbord.keys.core.matching import leaf_of, root_of, salt_of
from rundbord.keys.core.trouble import KeyUnknown
from rundbord.keys.current import commitment_key, round_keys
from rundbord.notices.models import Notice
from rundbord.notices.vocabulary import NoticeKind
from rundbord.sharing import actions, queries
from rundbord.sharing.models import (
    CommonKnowledge,
    Nomination,
    NominationMark,
    WhoElseCommitment,
    WhoElseRound,
    WhoElseSize,
)
from rundbord.sharing.rules.who_else import NominationKind
from rundbord.sharing.vocabulary import DisclosurePurpose, PersonRole
from tests.database import as_owner
from tests.factories import rows
from tests.factories.rounds import (
    ONE,
    OTHER,
    REASON,
    at_work,
    closed,
    followed,
    let_time_pass,
    night,
    nominated,
    nominee,
    number,
    opened,
)
from tests.factories.situations import ActorOf, Vestegnen
from tests.factories.two_visits import planned


@pytest.fixture(autouse=True)
def _at_work(vestegnen: Vestegnen) -> None:
    at_work(vestegnen)


@pytest.fixture
def gladsaxe(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """The coordinator of Gladsaxe."""
    return actor_of(vestegnen.coordinator)


@pytest.fixture
def police(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """The officer."""
    return actor_of(vestegnen.officer)


@pytest.fixture
def herlev(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """The case worker of Herlev."""
    return actor_of(vestegnen.herlev_case_worker)


@pytest.fixture
def meeting(gladsaxe: Actor) -> WhoElseRound:
    """A round that Gladsaxe has opened."""
    return opened(gladsaxe)


def _found(actor: Actor, meeting: WhoElseRound) -> list[tuple[str, str]]:
    with acting_for(actor):
        return [(str(each.about_id), each.other_unit.name) for each in queries.found_in(meeting.pk)]


def _left(model: Any) -> int:
    with as_owner():
        return int(model.objects.count())


def test_both_learn_it_and_whom_to_call_when_the_round_closes(  # noqa: PLR0917 - pytest gives fixtures by name
    meeting: WhoElseRound, gladsaxe: Actor, police: Actor, herlev: Actor, vestegnen: Vestegnen
) -> None:
    ours, theirs = nominated(gladsaxe, meeting), nominated(police, meeting)
    assert _found(gladsaxe, meeting) == _found(police, meeting) == []

    closed(meeting, vestegnen)

    assert _found(gladsaxe, meeting) == [(str(ours.about_id), "Lokalpolitiet")]
    assert _found(police, meeting) == [(str(theirs.about_id), "SSP Gladsaxe")]
    assert _found(herlev, meeting) == []
    with acting_for(gladsaxe):
        assert queries.common_knowledge_about(ours.about_id)[0].other_role == Role.OFFICER.value


def test_before_it_closes_nothing_is_answered(
    meeting: WhoElseRound, gladsaxe: Actor, police: Actor, vestegnen: Vestegnen
) -> None:
    nominated(gladsaxe, meeting)
    nominated(police, meeting)

    night(vestegnen)

    assert _left(CommonKnowledge) == 0
    assert _left(Nomination) == 2
    with as_owner():
        assert WhoElseRound.objects.get().sealed_at is None


def test_what_one_alone_nominates_is_gone_when_it_closes(
    meeting: WhoElseRound, gladsaxe: Actor, police: Actor, vestegnen: Vestegnen
) -> None:
    nominated(gladsaxe, meeting, cpr=ONE)
    nominated(police, meeting, cpr=OTHER)

    closed(meeting, vestegnen)

    assert [_left(model) for model in (Nomination, NominationMark, CommonKnowledge)] == [0, 0, 0]
    assert _found(gladsaxe, meeting) == _found(police, meeting) == []


def test_what_is_found_stays_and_its_marks_go(
    meeting: WhoElseRound, gladsaxe: Actor, police: Actor, vestegnen: Vestegnen
) -> None:
    for by in (gladsaxe, police):
        nominated(by, meeting, cpr=ONE)
    nominated(gladsaxe, meeting, cpr=OTHER, reason=f"Også her: {REASON}")

    closed(meeting, vestegnen)

    assert [_left(model) for model in (Nomination, NominationMark, CommonKnowledge)] == [2, 0, 2]


def test_three_who_follow_the_same_learn_of_both_others(  # noqa: PLR0917 - pytest gives fixtures by name
    meeting: WhoElseRound, gladsaxe: Actor, police: Actor, herlev: Actor, vestegnen: Vestegnen
) -> None:
    for by in (gladsaxe, police, herlev):
        nominated(by, meeting)

    closed(meeting, vestegnen)

    assert sorted(unit for _, unit in _found(gladsaxe, meeting)) == ["Lokalpolitiet", "SSP Herlev"]
    assert sorted(unit for _, unit in _found(herlev, meeting)) == ["Lokalpolitiet", "SSP Gladsaxe"]


def test_two_visits_meet_and_a_visit_does_not_meet_a_mere_acquaintance(
    meeting: WhoElseRound, gladsaxe: Actor, police: Actor, vestegnen: Vestegnen
) -> None:
    visit = planned(gladsaxe)
    nominated(gladsaxe, meeting, cpr=ONE, kind=NominationKind.VISIT, person=visit.person)
    nominated(police, meeting, cpr=ONE, kind=NominationKind.KNOWN)
    again = f"Også her: {REASON}"
    ours, theirs = (
        nominated(by, meeting, cpr=OTHER, kind=NominationKind.VISIT, reason=again, person=planned(by, OTHER).person)
        for by in (gladsaxe, police)
    )

    closed(meeting, vestegnen)

    assert [about for about, _ in _found(gladsaxe, meeting)] == [str(ours.about_id)]
    assert [about for about, _ in _found(police, meeting)] == [str(theirs.about_id)]


def test_two_units_of_one_authority_are_not_told_of_each_other(
    meeting: WhoElseRound, gladsaxe: Actor, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    street = actor_of(rows.user(vestegnen.gladsaxe_street, Role.CASE_WORKER))
    nominated(gladsaxe, meeting)
    nominated(street, meeting)

    closed(meeting, vestegnen)

    assert _left(CommonKnowledge) == 0


def test_the_key_is_gone_after_closing_and_was_there_before(
    meeting: WhoElseRound, gladsaxe: Actor, vestegnen: Vestegnen
) -> None:
    assert round_keys().key(gladsaxe.authority_id, meeting.pk).secret

    closed(meeting, vestegnen)

    with pytest.raises(KeyUnknown):
        round_keys().key(gladsaxe.authority_id, meeting.pk)


def test_every_party_is_bound_before_anything_is_answered_and_has_it_in_its_log(  # noqa: PLR0917 - pytest gives fixtures by name
    meeting: WhoElseRound, gladsaxe: Actor, police: Actor, herlev: Actor, vestegnen: Vestegnen
) -> None:
    ours = [nominated(gladsaxe, meeting), nominated(gladsaxe, meeting, cpr=OTHER, reason=f"Også her: {REASON}")]
    let_time_pass(meeting)
    with acting_for(system := system_of(vestegnen.gladsaxe.pk, partnership_id=vestegnen.partnership.pk)):
        assert actions.close_rounds(by=system) == 0
        assert actions.seal_rounds(by=system) == 1

    with acting_for(herlev):
        bound = {each.authority_id: bytes(each.root) for each in WhoElseCommitment.objects.filter(round=meeting)}
    assert set(bound) >= {vestegnen.police.pk, vestegnen.gladsaxe.pk, vestegnen.herlev.pk}
    own = commitment_key(vestegnen.gladsaxe.pk)
    leaves = [leaf_of(number(cpr), salt_of(each.pk, own)) for cpr, each in zip((ONE, OTHER), ours, strict=True)]
    assert bound[vestegnen.gladsaxe.pk] == root_of(leaves)

    night(vestegnen)
    for actor in (gladsaxe, police, herlev):
        with acting_for(replace(actor, permissions=frozenset({Permission.READ_OWN_LOG}))):
            sealed = [each for each in own_entries(event=Event.ROUND_SEALED) if each.subject_id == str(meeting.pk)]
        assert len(sealed) == 1


def test_everybody_is_told_alike_that_it_has_closed(
    meeting: WhoElseRound, gladsaxe: Actor, police: Actor, vestegnen: Vestegnen
) -> None:
    nominated(gladsaxe, meeting)
    nominated(police, meeting)

    closed(meeting, vestegnen)
    night(vestegnen)

    with as_owner():
        told = Notice.objects.filter(kind=NoticeKind.WHO_ELSE_CLOSED).values_list("recipient_id", "role", "path")
        assert set(told) == {
            (authority.pk, role.value, f"/kendskab/{meeting.pk}/")
            for authority in (vestegnen.police, vestegnen.gladsaxe, vestegnen.herlev)
            for role in (Role.COORDINATOR, Role.CASE_WORKER, Role.OFFICER)
        }
        assert told.count() == 9


def test_own_sizes_are_own_and_the_rounds_size_is_a_band(
    meeting: WhoElseRound, gladsaxe: Actor, police: Actor, vestegnen: Vestegnen
) -> None:
    nominated(gladsaxe, meeting)
    with acting_for(police):
        assert queries.round_of(meeting.pk, police).size == ""

    closed(meeting, vestegnen)

    sizes = {}
    for actor in (gladsaxe, police):
        with acting_for(actor):
            [row] = queries.round_sizes(actor)
            sizes[actor.authority_id] = (row.own_size, row.size)
            assert WhoElseSize.objects.count() == 1
    assert sizes == {vestegnen.gladsaxe.pk: (1, "Under fem"), vestegnen.police.pk: (0, "Under fem")}


def test_another_unit_and_whoever_loses_the_file_loses_what_was_found(  # noqa: PLR0917 - pytest gives fixtures by name
    meeting: WhoElseRound, gladsaxe: Actor, police: Actor, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    ours = nominated(gladsaxe, meeting)
    nominated(police, meeting)
    closed(meeting, vestegnen)
    colleague = actor_of(rows.user(vestegnen.gladsaxe_ssp, Role.CASE_WORKER))
    street = actor_of(rows.user(vestegnen.gladsaxe_street, Role.CASE_WORKER))
    assert (len(_found(colleague, meeting)), len(_found(street, meeting))) == (1, 0)

    with as_owner():
        YoungPerson.objects.filter(pk=ours.about_id).update(is_narrow=True)

    assert (len(_found(gladsaxe, meeting)), len(_found(colleague, meeting))) == (1, 0)


def test_without_a_second_factor_nothing_is_reached(
    meeting: WhoElseRound, gladsaxe: Actor, police: Actor, vestegnen: Vestegnen
) -> None:
    nominated(gladsaxe, meeting)
    nominated(police, meeting)
    closed(meeting, vestegnen)
    bare = replace(gladsaxe, permissions=gladsaxe.permissions - reaching_persons(gladsaxe.permissions))

    assert _found(bare, meeting) == []
    with pytest.raises(NotPermitted):
        opened(bare)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"cpr": None}, "CPR-nummer"),
        ({"opened_at": timezone.now()}, "for ny"),
        ({"role": PersonRole.VICTIM}, "rolle"),
        ({"role": PersonRole.CONTACT}, "rolle"),
        ({"born_on": timezone.localdate() - timedelta(days=365 * 9)}, "alder"),
        ({"born_on": None}, "ødselsdagen"),
    ],
)
def test_a_nomination_is_judged_like_a_disclosure(
    changed: dict[str, Any], says: str, meeting: WhoElseRound, gladsaxe: Actor
) -> None:
    terms = actions.NominationTerms(
        kind=NominationKind.KNOWN, purpose=DisclosurePurpose.CRIME_PREVENTION, reason=REASON
    )
    person = followed(gladsaxe)

    with acting_for(gladsaxe), pytest.raises(Refused, match=says):
        actions.nominate(nominee(person, **changed), terms, into=meeting, by=gladsaxe)
    assert _left(Nomination) == 0


@pytest.mark.parametrize("reason", ["", "Fordi.", "1234567890 " * 9])
def test_a_nomination_wants_its_necessity_in_words(reason: str, meeting: WhoElseRound, gladsaxe: Actor) -> None:
    with pytest.raises(Refused, match="nødvendigt"):
        nominated(gladsaxe, meeting, reason=reason)


def test_the_same_words_do_not_count_twice(meeting: WhoElseRound, gladsaxe: Actor) -> None:
    nominated(gladsaxe, meeting, cpr=ONE)

    with pytest.raises(Refused, match="den samme som sidst"):
        nominated(gladsaxe, meeting, cpr=OTHER)


def test_a_unit_outside_ssp_nominates_nobody(meeting: WhoElseRound, gladsaxe: Actor, vestegnen: Vestegnen) -> None:
    with as_owner():
        Unit.objects.filter(pk=vestegnen.gladsaxe_ssp.pk).update(channels=[])

    with pytest.raises(Refused, match="deltager ikke"):
        nominated(gladsaxe, meeting)


def test_a_file_is_nominated_once_a_round(meeting: WhoElseRound, gladsaxe: Actor) -> None:
    person = followed(gladsaxe)
    nominated(gladsaxe, meeting, person=person)

    with pytest.raises(Refused, match="allerede indmeldt"):
        nominated(gladsaxe, meeting, person=person, reason=f"Igen: {REASON}")


def test_the_third_round_in_seven_days_is_refused(meeting: WhoElseRound, gladsaxe: Actor, police: Actor) -> None:
    opened(police)

    with pytest.raises(Refused, match="syv dage"):
        opened(gladsaxe)
    with acting_for(gladsaxe), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        _forge_round(gladsaxe)


def test_the_fifty_first_nomination_is_refused_by_the_database_too(meeting: WhoElseRound, gladsaxe: Actor) -> None:
    first = nominated(gladsaxe, meeting)
    columns = {field.attname: getattr(first, field.attname) for field in first._meta.fields}
    with as_owner():
        for _ in range(49):
            Nomination.objects.create(**{**columns, "id": uuid4(), "about_id": uuid4()})
    person = followed(gladsaxe, OTHER)

    with pytest.raises(Refused, match="indmeldt 50"):
        nominated(gladsaxe, meeting, cpr=OTHER, person=person, reason=f"Også her: {REASON}")
    forged = {**columns, "id": uuid4(), "about_id": person.pk, "data_key_id": person.data_key_id}
    with acting_for(gladsaxe), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Nomination.objects.create(**forged)


@pytest.mark.parametrize(
    "forged",
    ["of another unit", "of another authority", "fresh file", "hidden file", "no number", "closed round", "other user"],
)
def test_the_database_refuses_a_forged_nomination(  # noqa: PLR0917 - pytest gives fixtures by name
    forged: str, meeting: WhoElseRound, gladsaxe: Actor, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    honest = nominated(gladsaxe, meeting)
    person = followed(gladsaxe, OTHER)
    street = actor_of(rows.user(vestegnen.gladsaxe_street, Role.CASE_WORKER))
    fresh, bare = followed(gladsaxe, OTHER, opened_at=timezone.now()), followed(gladsaxe, OTHER, cpr_index=None)
    hidden = followed(street, OTHER)
    changes: dict[str, dict[str, Any]] = {
        "of another unit": {"unit_id": vestegnen.gladsaxe_street.pk},
        "of another authority": {"authority_id": vestegnen.herlev.pk, "unit_id": vestegnen.herlev_ssp.pk},
        "fresh file": {"about_id": fresh.pk, "data_key_id": fresh.data_key_id},
        "hidden file": {"about_id": hidden.pk, "data_key_id": hidden.data_key_id},
        "no number": {"about_id": bare.pk, "data_key_id": bare.data_key_id},
        "closed round": {},
        "other user": {"nominated_by": vestegnen.leader.pk},
    }
    columns = {field.attname: getattr(honest, field.attname) for field in honest._meta.fields}
    columns |= {"id": uuid4(), "about_id": person.pk, "data_key_id": person.data_key_id, **changes[forged]}
    if forged == "closed round":
        let_time_pass(meeting)

    with acting_for(gladsaxe), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Nomination.objects.create(**columns)


def test_the_honest_columns_of_that_test_would_have_been_taken(meeting: WhoElseRound, gladsaxe: Actor) -> None:
    honest = nominated(gladsaxe, meeting)
    person = followed(gladsaxe, OTHER)
    columns = {field.attname: getattr(honest, field.attname) for field in honest._meta.fields}
    columns |= {"id": uuid4(), "about_id": person.pk, "data_key_id": person.data_key_id}

    with acting_for(gladsaxe):
        Nomination.objects.create(**columns)
    assert _left(Nomination) == 2


def test_no_mark_is_read_changed_or_put_under_anothers_nomination(
    meeting: WhoElseRound, gladsaxe: Actor, police: Actor
) -> None:
    theirs = nominated(police, meeting)
    nominated(gladsaxe, meeting)
    forged = {
        "authority_id": gladsaxe.authority_id,
        "nomination_id": theirs.pk,
        "round_id": meeting.pk,
        "mark": uuid4(),
        "leaf": b"x" * 32,
    }

    for statement in (
        "SELECT mark FROM sharing_nominationmark",
        "SELECT count(*) FROM sharing_nominationmark",
        "UPDATE sharing_nominationmark SET mark = gen_random_uuid()",
        "DELETE FROM sharing_nominationmark",
        "INSERT INTO sharing_nominationmark (id, authority_id, nomination_id, round_id, mark, leaf)"
        " SELECT gen_random_uuid(), authority_id, nomination_id, round_id, mark, leaf FROM sharing_nominationmark",
    ):
        with (
            acting_for(gladsaxe),
            pytest.raises(DatabaseError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
    with acting_for(gladsaxe), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        NominationMark(**forged).save(force_insert=True)


def test_nobody_but_the_work_of_the_night_seals_or_closes(
    meeting: WhoElseRound, gladsaxe: Actor, vestegnen: Vestegnen
) -> None:
    nominated(gladsaxe, meeting)
    let_time_pass(meeting)

    for function in ("ctx.seal_round", "ctx.close_round"):
        with (
            acting_for(gladsaxe),
            pytest.raises(DatabaseError, match="driften"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"SELECT {function}(%s)", [meeting.pk])
    # Another authority's night does not close it either, nor its own before the time.
    with acting_for(system := system_of(vestegnen.police.pk, partnership_id=vestegnen.partnership.pk)):
        assert actions.seal_rounds(by=system) == 0
        with connection.cursor() as cursor:
            cursor.execute("SELECT ctx.seal_round(%s)", [meeting.pk])
            assert cursor.fetchone() == (False,)


def test_a_round_is_not_changed_by_anybody(meeting: WhoElseRound, gladsaxe: Actor) -> None:
    for columns in ({"closes_at": timezone.now()}, {"closed_at": timezone.now()}, {"sealed_at": timezone.now()}):
        with acting_for(gladsaxe), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            WhoElseRound.objects.filter(pk=meeting.pk).update(**columns)


def test_a_round_of_another_table_is_not_found(meeting: WhoElseRound, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    with acting_for(outsider := actor_of(vestegnen.outsider)), pytest.raises(Http404):
        queries.round_of(meeting.pk, outsider)


def test_opening_and_nominating_are_logged_without_words(meeting: WhoElseRound, gladsaxe: Actor) -> None:
    nomination = nominated(gladsaxe, meeting)

    with acting_for(gladsaxe):
        entries = {entry.event: entry.subject_id for entry in own_entries()}
    assert entries[Event.ROUND_OPENED] == str(meeting.pk)
    assert entries[Event.NOMINATED] == str(nomination.pk)
    with as_owner():
        assert bytes(Nomination.objects.get().reason).find(REASON.encode()) == -1


def _forge_round(by: Actor) -> None:
    now = timezone.now()
    WhoElseRound.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        unit_id=UUID(str(by.unit_id)),
        reason="Endnu en.",
        meeting_on=timezone.localdate(),
        opened_at=now,
        opened_by=by.user_id,
        opened_label="Koordinator",
        closes_at=now + timedelta(days=1),
    )
