"""Lets the units of the demonstration open their files through the ordinary actions."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.concerns.actions import (
    Stated,
    Worry,
    change_level,
    raise_concern,
    state_safeguard,
    write_fact,
)
from rundbord.concerns.models import Concern, YoungPerson
from rundbord.concerns.rules.facts import NewFact
from rundbord.concerns.rules.notices import Notice
from rundbord.concerns.rules.who import Custody, Who
from rundbord.concerns.vocabulary import FactKind, NoticeManner, NoticeState, SafeguardAnswer, SafeguardKind
from rundbord.demo.actors import actor_named
from rundbord.demo.founding import OWNER, Founded
from rundbord.demo.young_people.told import TOLD, More, Told
from rundbord.keys.core.cpr import Cpr, read_cpr
from rundbord.sharing.rules.ages import birthday
from rundbord.sharing.vocabulary import InformationClass

_REPLACED = 60


def follow_young_people(founded: Founded) -> None:
    """Open each file, add what came afterwards, and move its deadline."""
    for number, told in enumerate(TOLD):
        by = actor_named(told.by, founded)
        with acting_for(by):
            person = raise_concern(_who(told, number), _worry(told, founded), by=by)
            _add_more(person, told, by=by)
        due = timezone.localdate() + timedelta(days=told.due_in)
        Concern.objects.using(OWNER).filter(person_id=person.pk).update(next_on=due)


def replacement_cpr(born_on: date, number: int) -> Cpr:
    """Make a number that CPR never gives anybody: the day is raised by sixty."""
    digits = f"{born_on.day + _REPLACED:02}{born_on:%m%y}4{number:03}"
    return read_cpr(digits, today=timezone.localdate())


def who_of(number: int) -> Who:
    """Give whom the file of this place in the list is about."""
    return _who(TOLD[number], number)


def _who(told: Told, number: int) -> Who:
    born_on = _born_on(told)
    return Who(
        name=told.name,
        cpr=replacement_cpr(born_on, number) if told.knows_cpr else None,
        born_on=born_on,
        address="" if told.has_protected_address else "Opdigtet Allé 1",
        has_protected_address=told.has_protected_address,
        custody=(Custody(name=told.custody, contact="Ringes bedst op efter kl. 16"),) if told.custody else (),
    )


def _born_on(told: Told) -> date:
    """Reckon the birthday back from the day on which they turn a year older."""
    return birthday(timezone.localdate() + timedelta(days=told.days_to_birthday), age=-(told.age + 1))


def _worry(told: Told, founded: Founded) -> Worry:
    today = timezone.localdate()
    said = ((FactKind.SEEN, told.seen), (FactKind.THOUGHT, told.thought), (FactKind.PROTECTIVE, told.protective))
    return Worry(
        role=told.role,
        grounds=frozenset(told.grounds),
        level=told.level,
        area=founded.areas[told.area],
        observed_on=today - timedelta(days=3),
        facts=tuple(_fact(told, kind, words) for kind, words in said if words),
        notice=_notice(told, today),
    )


def _fact(told: Told, kind: FactKind, words: str) -> NewFact:
    return NewFact(
        kind=kind,
        words=words,
        information_class=InformationClass.PRIVATE,
        grade=told.grade,
        observed_on=timezone.localdate() - timedelta(days=3),
        source=told.source,
    )


def _notice(told: Told, today: date) -> Notice:
    if told.deferred is None:
        return Notice(state=NoticeState.GIVEN, manner=NoticeManner.TALK, given_on=today)
    return Notice(
        state=NoticeState.DEFERRED,
        ground=told.deferred,
        reason="Vi taler først med en, der kender familien, og vurderer risikoen.",
        recheck_on=today + timedelta(days=14),
    )


def _add_more(person: YoungPerson, told: Told, *, by: Actor) -> None:
    for more in told.more:
        write_fact(person, _later(more), by=by)
    if told.honour:
        note = "Talt med den unge alene." if told.honour.value != "no_signs" else ""
        state_safeguard(person, Stated(kind=SafeguardKind.HONOUR, state=told.honour.value, note=note), by=by)
    if told.must_be_two:
        stated = Stated(kind=SafeguardKind.STAFF, state=SafeguardAnswer.YES.value, note=told.must_be_two)
        state_safeguard(person, stated, by=by)
    if told.becomes:
        concern = Concern.objects.select_related("person").get(person=person)
        change_level(concern, told.becomes, reason="Har selv fortalt om et tyveri i sidste uge.", by=by)


def _later(more: More) -> NewFact:
    return NewFact(
        kind=FactKind(more.kind),
        words=more.words,
        information_class=more.information_class,
        grade=more.grade,
        observed_on=timezone.localdate() - timedelta(days=1),
    )
