"""The eighteenth birthday ahead is told of, and ends what is kept unless somebody gives new reasons."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine

from rundbord.access.actor import Actor, system_of
from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.concerns import actions
from rundbord.concerns.models import YoungPerson
from rundbord.concerns.rules.adulthood import could_come_of_age, must_be_judged
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key
from rundbord.notices.models import Notice
from rundbord.notices.vocabulary import NoticeKind
from tests.concerns.files import file_on
from tests.database import as_owner
from tests.factories.situations import ActorOf, Vestegnen
from tests.logs import entries_of

DAY = date(2026, 12, 1)
REASON = "Den unge ønsker selv at fortsætte i mentorforløbet som voksen og har sagt ja."


def _born(person: YoungPerson, day: date, by: Actor) -> None:
    with acting_for(by):
        person.born_on = open_key(person.data_key_id).seal(day.isoformat(), at=place_of(person, "born_on"))
        person.birth_year = day.year
        person.save(update_fields=["born_on", "birth_year"])


@pytest.mark.parametrize(
    ("born_on", "is_judged", "expected"),
    [
        (date(2009, 1, 15), False, True),
        (date(2009, 1, 15), True, False),
        (date(2009, 6, 1), False, False),
        (date(2008, 11, 1), False, True),
        (None, False, False),
    ],
)
def test_who_waits_for_a_judgement(born_on: date | None, is_judged: bool, expected: bool) -> None:
    assert must_be_judged(born_on, today=DAY, is_judged=is_judged) is expected
    assert born_on is None or not expected or could_come_of_age(born_on.year, DAY)


def test_the_responsible_is_told_and_nobody_of_those_far_from_it(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.coordinator)
    system = system_of(vestegnen.gladsaxe.pk, partnership_id=vestegnen.partnership.pk)
    near, far = file_on(by), file_on(by)
    _born(near, date(2009, 1, 15), by)
    _born(far, date(2009, 6, 1), by)

    with time_machine.travel(f"{DAY} 06:00+01:00", tick=False), acting_for(system):
        actions.remind_of_files(by=system)

    with as_owner():
        [notice] = Notice.objects.filter(kind=NoticeKind.ADULTHOOD_NEAR.value)
    assert (notice.path, notice.user_id) == (f"/unge/{near.pk}/", by.user_id)


@time_machine.travel(f"{DAY} 10:00+01:00", tick=False)
def test_new_reasons_keep_the_file_until_a_day_within_a_year(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.coordinator)
    person = file_on(by, delete_on=date(2027, 1, 15))
    _born(person, date(2009, 1, 15), by)

    with acting_for(by):
        for wrong in (date(2028, 1, 16), DAY, None):
            with pytest.raises(Refused, match="inden for et år"):
                actions.keep_as_adult(person, reason=REASON, ends_on=wrong, by=by)
        actions.keep_as_adult(person, reason=REASON, ends_on=date(2027, 6, 1), by=by)
        assert YoungPerson.objects.get().delete_on == date(2027, 6, 1)

    assert len(entries_of(Event.FILE_KEPT_AS_ADULT, user=vestegnen.coordinator)) == 1


@time_machine.travel(f"{DAY} 10:00+01:00", tick=False)
def test_a_child_with_years_to_go_gives_nothing_to_judge(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.coordinator)
    person = file_on(by)
    _born(person, date(2014, 1, 15), by)

    with acting_for(by), pytest.raises(Refused, match="ingen 18-årsdag"):
        actions.keep_as_adult(person, reason=REASON, ends_on=DAY + timedelta(days=30), by=by)
