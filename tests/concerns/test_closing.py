"""A concern ends with an outcome, a note, an answer, and the day on which its words go for good."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine

from rundbord.access.actor import system_of
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.concerns import actions
from rundbord.concerns.actions import ClosingWords
from rundbord.concerns.models import Concern, ConcernClosure, NamePart, YoungPerson
from rundbord.concerns.queries.opened import text_of
from rundbord.concerns.rules.closing import last_day
from rundbord.concerns.vocabulary import ConcernOutcome
from rundbord.keys.core.trouble import KeyDestroyed
from rundbord.keys.queries import open_key
from tests.concerns.files import concern_about, file_on
from tests.factories import rows
from tests.factories.situations import ActorOf, Vestegnen
from tests.logs import entries_of

DAY = date(2026, 11, 30)
NOTE = "To samtaler er holdt, aftalerne er fulgt, og den unge går til fodbold igen."
SETTLED = ClosingWords(outcome=ConcernOutcome.SETTLED.value, note=NOTE)


@pytest.mark.parametrize(
    ("outcome", "born_on", "expected"),
    [
        (ConcernOutcome.SETTLED, None, DAY + timedelta(days=365)),
        (ConcernOutcome.NO_ACTION, None, DAY + timedelta(days=30)),
        (ConcernOutcome.NO_CONTACT, None, DAY + timedelta(days=183)),
        (ConcernOutcome.ADULT, None, DAY),
        (ConcernOutcome.SETTLED, date(2009, 2, 1), date(2027, 2, 1)),
        (ConcernOutcome.NO_ACTION, date(2009, 2, 1), DAY + timedelta(days=30)),
        (ConcernOutcome.SETTLED, date(2000, 2, 1), DAY + timedelta(days=365)),
    ],
)
def test_the_last_day_follows_the_outcome_and_the_eighteenth_birthday(
    outcome: ConcernOutcome, born_on: date | None, expected: date
) -> None:
    assert last_day(outcome, closed_on=DAY, born_on=born_on) == expected


@time_machine.travel(f"{DAY} 10:00+01:00", tick=False)
def test_closing_the_last_concern_sets_the_files_last_day(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.coordinator)
    person = file_on(by)
    with acting_for(by):
        concern = Concern.objects.get()
        other = concern_about(person, by)
        actions.close_concern(concern, SETTLED, by=by)
        assert YoungPerson.objects.get().delete_on == person.delete_on
        actions.close_concern(other, ClosingWords(outcome=ConcernOutcome.NO_ACTION.value, note=NOTE), by=by)

    with acting_for(by):
        assert YoungPerson.objects.get().delete_on == DAY + timedelta(days=365)
        closure = ConcernClosure.objects.get(concern=concern)
        assert text_of(closure, "note", open_key(person.data_key_id)) == NOTE
    assert len(entries_of(Event.CONCERN_CLOSED, user=vestegnen.coordinator)) == 2


@time_machine.travel(f"{DAY} 10:00+01:00", tick=False)
def test_every_reason_not_to_close_is_given_at_once(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.coordinator)
    file_on(by)
    with acting_for(by):
        concern = Concern.objects.get()
        with pytest.raises(Refused) as refused:
            actions.close_concern(concern, ClosingWords(outcome="", note="", open_steps=1), by=by)
        assert set(refused.value.reasons) == {"", "outcome", "note"}
        actions.close_concern(concern, SETTLED, by=by)
        with pytest.raises(Refused, match="allerede afsluttet"):
            actions.close_concern(concern, SETTLED, by=by)


MOVED = ClosingWords(outcome=ConcernOutcome.MOVED.value, note=NOTE)


@time_machine.travel(f"{DAY} 10:00+01:00", tick=False)
def test_somebody_who_moved_away_leaves_a_restricted_copy(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by, colleague = actor_of(vestegnen.coordinator), actor_of(rows.user(vestegnen.gladsaxe_ssp, Role.CASE_WORKER))
    person = file_on(by, delete_on=DAY + timedelta(days=40))
    with acting_for(by):
        actions.close_concern(Concern.objects.get(), MOVED, by=by)

    for reader, is_shown in ((by, True), (actor_of(vestegnen.leader), True), (colleague, False)):
        with acting_for(reader):
            assert YoungPerson.objects.filter(pk=person.pk).exists() == is_shown
    with acting_for(by):
        copy = YoungPerson.objects.get()
        actions.note_journaled(Concern.objects.get(), by=by)
        assert ConcernClosure.objects.get().is_journaled
    assert (copy.moved_on, copy.delete_on) == (DAY, DAY + timedelta(days=40))


@time_machine.travel(f"{DAY} 10:00+01:00", tick=False)
def test_a_narrow_file_of_somebody_who_moved_away_stays_the_responsibles(
    vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    by = actor_of(vestegnen.coordinator)
    person = file_on(by, is_narrow=True)
    with acting_for(by):
        actions.close_concern(Concern.objects.get(), MOVED, by=by)

    with acting_for(actor_of(vestegnen.leader)):
        assert not YoungPerson.objects.filter(pk=person.pk).exists()


def test_a_colleague_does_not_close_a_file_to_themselves(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    file_on(actor_of(vestegnen.coordinator))
    colleague = actor_of(rows.user(vestegnen.gladsaxe_ssp, Role.CASE_WORKER))

    with acting_for(colleague), pytest.raises(Refused, match="den ansvarlige"):
        actions.close_concern(Concern.objects.get(), MOVED, by=colleague)


def test_the_night_after_the_last_day_nothing_of_a_file_can_be_read(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.coordinator)
    system = system_of(vestegnen.gladsaxe.pk)
    with time_machine.travel(f"{DAY} 10:00+01:00", tick=False):
        person = file_on(by, delete_on=DAY, cpr_index=b"index")
        with acting_for(by):
            NamePart.objects.create(authority_id=by.authority_id, person=person, index=b"part")
        with acting_for(system):
            assert actions.forget_files(by=system) == 0

    with time_machine.travel(f"{DAY + timedelta(days=1)} 02:00+01:00", tick=False), acting_for(system):
        assert actions.forget_files(by=system) == 1
        assert actions.forget_files(by=system) == 0
        found = YoungPerson.objects.get()
        assert (found.cpr_index, found.birth_year) == (None, None)
        assert not NamePart.objects.exists()
        with pytest.raises(KeyDestroyed):
            open_key(person.data_key_id)
