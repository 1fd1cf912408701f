"""Somebody moves away: what was told and received about them is read as the restricted copy is, and no round asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from rundbord.access.actor import Actor, system_of
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.concerns import actions
from rundbord.concerns.models import Concern, Fact, YoungPerson
from rundbord.identity.models import Unit
from rundbord.sharing import actions as sharing
from rundbord.sharing import queries
from rundbord.sharing.actions import NominationTerms, Righting
from rundbord.sharing.models import Disclosure, Nomination, NominationMark, ReceivedDisclosure
from rundbord.sharing.rules.corrections import CorrectionKind
from rundbord.sharing.rules.who_else import NominationKind
from rundbord.sharing.vocabulary import DisclosurePurpose
from tests.concerns.files import file_on, take_into
from tests.concerns.moves import Household, household, somebody_who_moves, wish_of, words_of_move
from tests.database import as_owner
from tests.factories import rows
from tests.factories.rounds import ONE, closed, followed, nominated, opened
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import all_words, logged
from tests.sharing.telling import Table, ask, copy_of, table_of, tell

READERS = ["worker", "leader"]
WHY_RECALLED = "Det viste sig at være en anden person, der stod ved stationen."


@dataclass(frozen=True, kw_only=True)
class Case:
    """Somebody who moves from Gladsaxe: the file, and who reads it today."""

    home: Household
    table: Table
    person: YoungPerson
    colleague: Actor
    leader: Actor

    @property
    def by(self) -> Actor:
        """Give the responsible."""
        return self.home.by

    @property
    def readers(self) -> tuple[Actor, Actor, Actor]:
        """Give who should read it afterwards, and who should not: the responsible, the leader and a colleague."""
        return self.by, self.leader, self.colleague


@pytest.fixture
def case(vestegnen: Vestegnen, actor_of: ActorOf) -> Case:
    """Let the family unit take part in SSP, so that it tells and is told."""
    table = table_of(vestegnen, actor_of)
    home = household(vestegnen, actor_of)
    with as_owner():
        Unit.objects.filter(pk=home.unit.pk).update(channels=["ssp"])
    return Case(
        home=home,
        table=table,
        person=somebody_who_moves(home),
        colleague=actor_of(home.colleague),
        leader=actor_of(home.leader),
    )


def _move(case: Case) -> None:
    with acting_for(case.by):
        own = Fact.objects.filter(person=case.person, disclosure_id=None).latest("written_at")
        wish = wish_of(case.home, case.person, facts=frozenset({str(own.pk)}))
        actions.move_away(case.person, wish, words_of_move(), by=case.by)


def _told(case: Case, to: Unit | None = None, **fields: Any) -> Disclosure:
    """Let the colleague tell something about the person, the unit of Herlev unless another is given."""
    [told] = tell(case.colleague, [to or case.table.world.herlev_ssp], **fields)
    return _about(told, case)


def _about(told: Disclosure, case: Case) -> Disclosure:
    with as_owner():
        Disclosure.objects.filter(pk=told.pk).update(about_id=case.person.pk)
    return told


def _received(case: Case) -> Disclosure:
    """Let the police tell the family unit something."""
    [told] = tell(case.table.police, [case.home.unit])
    return told


def _reads_told(actor: Actor, told: Disclosure) -> bool:
    with acting_for(actor):
        return Disclosure.objects.filter(pk=told.pk).exists()


def _reads_copy(actor: Actor, told: Disclosure) -> bool:
    with acting_for(actor):
        return ReceivedDisclosure.objects.filter(disclosure_id=told.pk).exists()


def test_what_a_colleague_told_earlier_is_read_by_the_responsible_and_the_leader_alone(
    case: Case, client_of: ClientOf
) -> None:
    told = _told(case)
    path = f"/videregivet/{told.pk}/"
    assert client_of(case.home.colleague).get(path).status_code == 200

    _move(case)

    assert not _reads_told(case.colleague, told)
    assert client_of(case.home.colleague).get(path).status_code == 404
    assert path not in client_of(case.home.colleague).get("/videregivet/").content.decode()
    for who in READERS:
        client: Client = client_of(getattr(case.home, who))
        assert client.get(path).status_code == 200, who
        assert path in client.get("/videregivet/").content.decode(), who


def test_so_is_what_the_move_itself_told_also_by_a_leader_of_later(case: Case, actor_of: ActorOf) -> None:
    _move(case)
    with as_owner():
        told = Disclosure.objects.get(about_id=case.person.pk)
    new = rows.user(case.home.unit, Role.LEADER, name="Ny Leder")

    assert not _reads_told(case.colleague, told)
    assert _reads_told(actor_of(new), told)


def test_it_can_still_be_recalled_and_the_recipient_keeps_its_copy(case: Case) -> None:
    told = _told(case)
    _move(case)
    assert _reads_copy(case.table.herlev, told)

    with acting_for(case.by):
        righting = Righting(kind=CorrectionKind.RECALLED, reason=WHY_RECALLED)
        sharing.correct_disclosure(queries.disclosure_of(told.pk), righting, by=case.by)

    with acting_for(case.table.herlev):
        [row] = queries.received_page(case.table.herlev)[1]
    assert row.is_taken_back


def test_what_a_colleague_told_by_name_stays_with_the_colleague_who_could_take_it_back(case: Case) -> None:
    told = _told(case, readers=(case.colleague.user_id,))

    _move(case)

    assert _reads_told(case.colleague, told)
    assert not _reads_told(case.by, told)
    assert not _reads_told(case.leader, told)


def test_of_what_named_people_read_only_the_responsible_is_left_where_named(case: Case) -> None:
    told = _told(case, readers=(case.colleague.user_id, case.by.user_id))

    _move(case)

    assert not _reads_told(case.colleague, told)
    assert _reads_told(case.by, told)


def test_a_narrow_file_takes_along_what_was_told_while_it_was_open_to_all(case: Case) -> None:
    told = _told(case)
    received = _received(case)
    take_into(case.person, copy_of(received).pk, case.by)
    with acting_for(case.by):
        actions.narrow_file(case.person, is_narrow=True, by=case.by)

    _move(case)

    assert [_reads_told(each, told) for each in case.readers] == [True, False, False]
    assert [_reads_copy(each, received) for each in case.readers] == [True, False, False]


def test_a_copy_that_the_file_took_from_goes_along(case: Case, client_of: ClientOf) -> None:
    told = _received(case)
    copy = copy_of(told)
    take_into(case.person, copy.pk, case.colleague)
    path = f"/modtaget/{copy.pk}/"
    assert client_of(case.home.colleague).get(path).status_code == 200

    _move(case)

    assert client_of(case.home.colleague).get(path).status_code == 404
    assert path not in client_of(case.home.colleague).get("/modtaget/").content.decode()
    for who in READERS:
        client: Client = client_of(getattr(case.home, who))
        assert client.get(path).status_code == 200, who
        assert path in client.get("/modtaget/").content.decode(), who
    assert _reads_told(case.table.police, told)


def test_a_copy_about_somebody_else_stays_where_it_was(case: Case) -> None:
    [told] = tell(case.table.police, [case.home.unit])

    _move(case)

    assert _reads_copy(case.colleague, told)


def test_a_copy_that_a_file_which_is_still_worked_on_took_from_stays_too(case: Case) -> None:
    told = _received(case)
    for each in (case.person, file_on(case.colleague)):
        take_into(each, copy_of(told).pk, case.colleague)

    _move(case)

    assert _reads_copy(case.colleague, told)


def test_a_copy_that_a_concern_was_raised_from_goes_along_though_no_line_was_taken(case: Case) -> None:
    told = _received(case)
    with as_owner():
        Concern.objects.filter(person=case.person).update(source_id=copy_of(told).pk)

    _move(case)

    assert not _reads_copy(case.colleague, told)
    assert _reads_copy(case.by, told)


def test_a_copy_for_named_readers_is_read_by_nobody_who_was_not_named(case: Case) -> None:
    told = _received(case)
    with as_owner():
        ReceivedDisclosure.objects.filter(disclosure_id=told.pk).update(conditions=["named_readers"])
        Concern.objects.filter(person=case.person).update(source_id=copy_of(told).pk)
        YoungPerson.objects.filter(pk=case.person.pk).update(is_narrow=True)

    _move(case)

    assert not _reads_copy(case.by, told)
    assert not _reads_copy(case.leader, told)


def test_a_request_that_was_answered_from_the_file_goes_along(case: Case) -> None:
    [asked] = ask(case.table.police, [case.home.unit])
    answer = _told(case, case.table.world.local_police, in_answer_to=asked.pk, offence_ground=None)

    _move(case)

    assert not _reads_copy(case.colleague, asked)
    assert _reads_copy(case.by, asked)
    assert not _reads_told(case.colleague, answer)


def test_an_answer_that_comes_after_the_move_is_read_by_whoever_reads_what_was_asked(case: Case) -> None:
    asked = _about(ask(case.colleague, [case.table.world.herlev_ssp])[0], case)
    [before] = tell(case.table.herlev, [case.home.unit], in_answer_to=asked.pk)
    assert _reads_copy(case.colleague, before)

    _move(case)
    [after] = tell(case.table.herlev, [case.home.unit], in_answer_to=asked.pk)

    for answer in (before, after):
        assert [_reads_copy(each, answer) for each in case.readers] == [True, True, False]


def test_whoever_is_told_beside_the_asker_gets_no_answer_and_reads_it(case: Case) -> None:
    [asked] = ask(case.table.police, [case.table.world.herlev_ssp])

    told = tell(
        case.table.herlev,
        [case.table.world.local_police, case.table.world.gladsaxe_ssp],
        in_answer_to=asked.pk,
        offence_ground=None,
    )

    assert {each.recipient_id: each.in_answer_to for each in told} == {
        case.table.world.police.pk: asked.pk,
        case.table.world.gladsaxe.pk: None,
    }
    assert _reads_copy(case.table.gladsaxe, told[1])


def test_the_night_still_reaches_all_of_it(case: Case) -> None:
    told = _told(case)
    received = _received(case)
    take_into(case.person, copy_of(received).pk, case.by)

    _move(case)

    system = system_of(case.home.world.gladsaxe.pk, partnership_id=case.home.world.partnership.pk)
    assert _reads_told(system, told)
    assert _reads_copy(system, received)


@pytest.mark.parametrize("who", ["colleague", "leader", "herlev_worker"])
def test_nobody_but_the_responsible_keeps_anything_apart(who: str, case: Case, actor_of: ActorOf) -> None:
    told = _told(case)
    with as_owner():
        YoungPerson.objects.filter(pk=case.person.pk).update(moved_on=timezone.localdate())

    _keep_apart(actor_of(getattr(case.home, who)), case.person.pk)

    assert _reads_told(case.colleague, told)


def test_nor_the_responsible_of_a_file_that_has_not_moved(case: Case) -> None:
    told = _told(case)

    _keep_apart(case.by, case.person.pk)

    assert _reads_told(case.colleague, told)


def _keep_apart(actor: Actor, file: UUID) -> None:
    with acting_for(actor), connection.cursor() as cursor:
        cursor.execute("SELECT ctx.keep_apart(%s)", [file])


@pytest.mark.parametrize("model", [Disclosure, ReceivedDisclosure])
def test_no_login_of_the_application_says_who_keeps_it(
    model: type[Disclosure | ReceivedDisclosure], case: Case
) -> None:
    with acting_for(case.by), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        model.objects.update(kept_by=None)


@pytest.fixture
def numbered(case: Case) -> YoungPerson:
    """Somebody with a number, whose file has stood for two days."""
    return followed(case.by, delete_on=timezone.localdate() + timedelta(days=180))


def test_a_round_that_is_open_finds_nothing_of_who_has_moved(case: Case, numbered: YoungPerson) -> None:
    into = opened(case.by)
    nominated(case.by, into, person=numbered)
    nominated(case.table.herlev, into, cpr=ONE)

    _leave(numbered, by=case.by)

    with as_owner():
        assert not Nomination.objects.filter(about_id=numbered.pk).exists()
        assert NominationMark.objects.filter(authority_id=case.home.world.gladsaxe.pk).count() == 0
    closed(into, case.table.world)
    with acting_for(case.table.herlev):
        assert queries.found_in(into.pk) == []
    assert '"nominations":1' in all_words().replace(" ", "")


def test_what_a_closed_round_found_stands(case: Case, numbered: YoungPerson) -> None:
    into = opened(case.by)
    nominated(case.by, into, person=numbered)
    nominated(case.table.herlev, into, cpr=ONE)
    closed(into, case.table.world)

    _leave(numbered, by=case.by)

    with acting_for(case.table.herlev):
        assert len(queries.found_in(into.pk)) == 1
    with acting_for(case.by):
        assert len(queries.common_knowledge_about(numbered.pk)) == 1


def test_other_nominations_of_the_round_stay(case: Case, numbered: YoungPerson) -> None:
    into = opened(case.by)
    nominated(case.by, into, person=numbered)
    theirs = nominated(case.table.herlev, into, cpr=ONE)
    other = nominated(
        case.by, into, cpr="620211-5002", reason="Mødet skal vide, om skolen allerede har en aftale med ham."
    )

    _leave(numbered, by=case.by)

    with as_owner():
        assert set(Nomination.objects.values_list("pk", flat=True)) == {theirs.pk, other.pk}
        assert NominationMark.objects.count() == 2


def test_nobody_who_has_moved_is_nominated(case: Case, numbered: YoungPerson) -> None:
    into = opened(case.by)
    _leave(numbered, by=case.by)
    terms = NominationTerms(
        kind=NominationKind.KNOWN, purpose=DisclosurePurpose.CRIME_PREVENTION, reason="Mødet skal vide det hele."
    )

    with acting_for(case.by), pytest.raises(Refused, match="ingen åben bekymring"):
        actions.nominate_file(numbered, terms, round_id=into.pk, by=case.by)
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        nominated(case.by, into, person=numbered)


def _leave(person: YoungPerson, *, by: Actor) -> None:
    """Close the concern because the person has moved, without telling anybody."""
    with acting_for(by):
        concern = Concern.objects.get(person=person)
        words = actions.ClosingWords(outcome="moved", note="Familien er flyttet og har selv fundet hjælp det nye sted.")
        actions.close_concern(concern, words, by=by)
    assert logged(Event.FILE_RESTRICTED, about=person) == 1
