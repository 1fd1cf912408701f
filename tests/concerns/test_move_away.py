"""Somebody moves to another municipality: told what is necessary, everything here ended, a restricted copy left."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.db import DatabaseError, transaction
from django.http import Http404

from rundbord.access.actor import Actor, system_of
from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.concerns import actions
from rundbord.concerns.models import Assignment, Concern, ConcernClosure, Fact, YoungPerson
from rundbord.concerns.rules.facts import NewFact
from rundbord.concerns.rules.moving import Moving, objections_to_moving
from rundbord.concerns.vocabulary import ConcernOutcome, FactKind
from rundbord.interventions.models import Intervention, InterventionEnd
from rundbord.interventions.vocabulary import InterventionKind
from rundbord.keys.core.trouble import KeyDestroyed
from rundbord.keys.queries import open_key
from rundbord.sharing import actions as sharing
from rundbord.sharing import queries
from rundbord.sharing.actions import Righting
from rundbord.sharing.queries import ToldRow
from rundbord.sharing.rules.corrections import CorrectionKind
from rundbord.sharing.vocabulary import Capacity, DeliveryManner, InformationClass, LegalBasis, SourceGrade
from tests.concerns.files import assignment_of, concern_about, fact_about
from tests.concerns.moves import (
    SCHOOL,
    Household,
    household,
    somebody_who_moves,
    today,
    wish_of,
    words_of_move,
)
from tests.database import as_owner
from tests.factories.situations import ActorOf, Vestegnen
from tests.interventions.stories import started
from tests.logs import entries_of, logged

UNFINISHED = "Samtalerne fortsætter hos Herlev, som selv tager kontakt."
GOOD = Moving(
    is_municipality=True,
    is_lead=True,
    goes_elsewhere=True,
    open_concerns=1,
    running=0,
    note="Der er gjort meget, og familien er glad for det.",
    unfinished="",
    answer="",
    is_reported=False,
)


@pytest.fixture
def home(vestegnen: Vestegnen, actor_of: ActorOf) -> Household:
    return household(vestegnen, actor_of)


@pytest.fixture
def person(home: Household) -> YoungPerson:
    return somebody_who_moves(home)


def _move(home: Household, person: YoungPerson, **fields: object) -> int:
    with acting_for(home.by):
        return actions.move_away(person, wish_of(home, person, **fields), words_of_move(), by=home.by)


def _told(home: Household, person: YoungPerson) -> list[ToldRow]:
    with acting_for(home.by):
        return queries.disclosures_about(person.pk)


def _reaches(actor: Actor, person: YoungPerson) -> bool:
    with acting_for(actor):
        return YoungPerson.objects.filter(pk=person.pk).exists()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({}, None),
        ({"is_municipality": False}, ""),
        ({"is_lead": False}, ""),
        ({"open_concerns": 0}, ""),
        ({"goes_elsewhere": False}, "to"),
        ({"note": "Kort."}, "note"),
        ({"is_reported": True}, "answer"),
        ({"is_reported": True, "answer": "Det er set."}, None),
        ({"running": 2}, "unfinished"),
        ({"running": 2, "unfinished": UNFINISHED}, None),
    ],
)
def test_what_must_be_settled_before_a_file_is_left(changed: dict[str, object], field: str | None) -> None:
    found = objections_to_moving(Moving(**{**vars(GOOD), **changed}))

    assert list(found) == ([] if field is None else [field])


def test_the_new_municipality_gets_what_was_chosen_and_nothing_else(
    home: Household, person: YoungPerson, actor_of: ActorOf
) -> None:
    assert _move(home, person) == 1

    herlev = actor_of(home.herlev_worker)
    with acting_for(herlev):
        [received] = queries.received_page(herlev)[0].rows
        view = queries.received_view(received)
        assert not YoungPerson.objects.exists()
    assert view.content is not None
    assert [line.text for line in view.content.lines] == [SCHOOL]
    [told] = _told(home, person)
    assert told.disclosure.basis == LegalBasis.MOVE.value


def test_nothing_is_left_open_with_nobody(home: Household, person: YoungPerson) -> None:
    with acting_for(home.by):
        concern_about(person, home.by)
        assignment_of(person, home.by)
    talk = started(home.by, InterventionKind.CONCERN_TALK, person=person)

    with acting_for(home.by):
        words = words_of_move(unfinished=UNFINISHED)
        actions.move_away(person, wish_of(home, person), words, by=home.by)

    with as_owner():
        assert not Concern.objects.filter(person=person, closed_at=None).exists()
        assert set(ConcernClosure.objects.values_list("outcome", flat=True)) == {ConcernOutcome.MOVED.value}
        assert not Assignment.objects.filter(person=person, ended_at=None).exists()
        assert Intervention.objects.get(pk=talk.pk).ending == "moved"
        assert InterventionEnd.objects.get().intervention_id == talk.pk
        ended = InterventionEnd.objects.get()
    assert logged(Event.FILE_MOVED_AWAY, about=person) == 1
    assert logged(Event.FILE_RESTRICTED, about=person) == 1
    assert logged(Event.INTERVENTION_ENDED, about=ended) == 1
    assert len(entries_of(Event.CONCERN_CLOSED, user=home.worker)) == 2


def test_whoever_has_something_running_says_what_becomes_of_it(home: Household, person: YoungPerson) -> None:
    started(home.by, InterventionKind.CONCERN_TALK, person=person)

    with pytest.raises(Refused) as refused:
        _move(home, person)

    assert set(refused.value.reasons) == {"unfinished"}


def test_the_restricted_copy_is_read_by_its_responsible_and_leader_alone(
    home: Household, person: YoungPerson, actor_of: ActorOf
) -> None:
    colleague = actor_of(home.colleague)
    assert _reaches(colleague, person)
    last_day = person.delete_on

    _move(home, person)

    assert _reaches(home.by, person)
    assert _reaches(actor_of(home.leader), person)
    assert not _reaches(colleague, person)
    with acting_for(colleague):
        assert not Fact.objects.exists()
        assert queries.disclosures_about(person.pk) == []
    with acting_for(home.by):
        standing = YoungPerson.objects.get(pk=person.pk)
    assert standing.moved_on == today()
    assert standing.delete_on == last_day


def test_a_move_never_makes_a_file_last_longer_and_the_night_takes_it_on_its_day(
    home: Household, person: YoungPerson
) -> None:
    _move(home, person)
    system = system_of(home.world.gladsaxe.pk)

    with time_machine.travel(person.delete_on + timedelta(days=1), tick=False), acting_for(system):
        assert actions.forget_files(by=system) == 1
        with pytest.raises(KeyDestroyed):
            open_key(person.data_key_id)


def test_nothing_is_written_in_a_restricted_copy(home: Household, person: YoungPerson) -> None:
    _move(home, person)
    fact = NewFact(
        kind=FactKind.SEEN,
        words="Blev set igen på hjørnet.",
        information_class=InformationClass.PRIVATE,
        grade=SourceGrade.SEEN,
        observed_on=today(),
    )

    with acting_for(home.by):
        for act in (
            lambda: actions.write_fact(person, fact, by=home.by),
            lambda: actions.narrow_file(person, is_narrow=True, by=home.by),
            lambda: actions.keep_as_adult(person, reason="Nye grunde.", ends_on=today(), by=home.by),
            lambda: actions.disclose_facts(person, wish_of(home, person), by=home.by),
            lambda: actions.move_away(person, wish_of(home, person), words_of_move(), by=home.by),
        ):
            with pytest.raises(Refused, match="afgrænset kopi"):
                act()


@pytest.mark.parametrize("add", [fact_about, concern_about, assignment_of])
def test_nor_does_the_database_take_anything_new(add: object, home: Household, person: YoungPerson) -> None:
    _move(home, person)

    with acting_for(home.by):
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            add(person, home.by)  # type: ignore[operator]
        assert YoungPerson.objects.filter(pk=person.pk).update(moved_on=None) == 0


def test_what_was_told_can_still_be_recalled(home: Household, person: YoungPerson) -> None:
    _move(home, person)

    told = _told(home, person)[0].disclosure
    with acting_for(home.by):
        righting = Righting(kind=CorrectionKind.RECALLED, reason="Familien flyttede alligevel ikke, så det skal væk.")
        sharing.correct_disclosure(told, righting, by=home.by)

    assert logged(Event.DISCLOSURE_RECALLED, about=told) == 1


def test_a_municipality_that_is_not_at_the_table_gets_a_letter_with_a_receipt(
    home: Household, person: YoungPerson
) -> None:
    outside = ((Capacity.CHILD_WELFARE, "Børn og Unge, Eksempel Kommune"),)

    _move(home, person, units=frozenset(), outsiders=outside)

    told = _told(home, person)[0].disclosure
    with acting_for(home.by):
        sharing.print_letter(told, by=home.by)
        sharing.note_delivery(told, DeliveryManner.RECEIPT, today(), by=home.by)
    assert told.recipient_unit_id is None
    assert logged(Event.DELIVERY_NOTED, about=told) == 1


def test_what_others_told_does_not_go_along_by_itself(home: Household, person: YoungPerson) -> None:
    with acting_for(home.by):
        police = fact_about(person, home.by, words="Fra politiet.", received_under="rpl115_ssp")

    with pytest.raises(Refused, match="modtaget fra en anden"):
        _move(home, person, facts=frozenset({str(police.pk)}))

    assert _told(home, person) == []
    with as_owner():
        assert Concern.objects.get().closed_at is None
        assert YoungPerson.objects.get().moved_on is None


@pytest.mark.parametrize("changed", [{"necessity": "Kort."}, {"facts": frozenset()}, {"basis": LegalBasis.SSP}])
def test_a_move_that_the_rules_refuse_changes_nothing(
    changed: dict[str, object], home: Household, person: YoungPerson
) -> None:
    with pytest.raises(Refused):
        _move(home, person, **changed)

    with as_owner():
        assert Concern.objects.get().closed_at is None
        assert YoungPerson.objects.get().moved_on is None


def test_a_colleague_leaves_the_move_to_the_responsible(
    home: Household, person: YoungPerson, actor_of: ActorOf
) -> None:
    colleague = actor_of(home.colleague)
    with acting_for(colleague), pytest.raises(Refused, match="ansvarlige"):
        actions.move_away(person, wish_of(home, person), words_of_move(), by=colleague)


@pytest.mark.parametrize("who", ["officer", "herlev_case_worker", "coordinator", "outsider"])
def test_nobody_else_finds_the_file(who: str, home: Household, person: YoungPerson, actor_of: ActorOf) -> None:
    stranger = actor_of(getattr(home.world, who))
    with acting_for(stranger), pytest.raises(Http404):
        actions.move_away(person, wish_of(home, person), words_of_move(), by=stranger)
