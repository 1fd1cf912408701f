"""Telling the family, or putting it off: a deferral is approved by another than its writer, and ends by itself."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine

from rundbord.access.actor import system_of
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.concerns import actions
from rundbord.concerns.models import FamilyNotice, YoungPerson
from rundbord.concerns.queries.opened import key_of, text_of
from rundbord.concerns.queries.standing import newest_notice, notice_standing
from rundbord.concerns.rules.notices import Notice as Told
from rundbord.concerns.rules.notices import NoticeStanding
from rundbord.concerns.vocabulary import DeferralGround, NoticeManner, NoticeState
from rundbord.notices.models import Notice
from rundbord.notices.vocabulary import NoticeKind
from tests.concerns.files import file_on
from tests.database import as_owner
from tests.factories.situations import ActorOf, Vestegnen
from tests.logs import entries_of

DAY = date(2026, 11, 30)
REASON = "Familien vil sende den unge bort, hvis den får det at vide, før risikoen er vurderet."
MORNING = f"{DAY} 10:00+01:00"


def _deferral(*, days: int = 14) -> Told:
    return Told(
        state=NoticeState.DEFERRED, ground=DeferralGround.HONOUR, reason=REASON, recheck_on=DAY + timedelta(days=days)
    )


def _told(day: date) -> Told:
    return Told(state=NoticeState.GIVEN, manner=NoticeManner.TALK, given_on=day)


def _standing(person: YoungPerson) -> NoticeStanding:
    return notice_standing(newest_notice(person))


@time_machine.travel(MORNING, tick=False)
def test_a_deferral_waits_for_the_leader_and_then_holds_until_its_day(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by, leader = actor_of(vestegnen.coordinator), actor_of(vestegnen.leader)
    person = file_on(by)

    with acting_for(by):
        actions.tell_family(person, _deferral(), by=by)
        assert _standing(person) is NoticeStanding.WAITS
    with acting_for(leader):
        actions.approve_deferral(person, by=leader)
        assert _standing(person) is NoticeStanding.DEFERRED

    assert len(entries_of(Event.DEFERRAL_APPROVED, user=vestegnen.leader)) == 1
    with as_owner():
        [notice] = Notice.objects.filter(kind=NoticeKind.DEFERRAL_WAITS.value)
    assert (notice.role, notice.unit_id) == ("leader", vestegnen.gladsaxe_ssp.pk)


@time_machine.travel(MORNING, tick=False)
def test_the_reason_lies_sealed(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.coordinator)
    person = file_on(by)

    with acting_for(by):
        row = actions.tell_family(person, _deferral(), by=by)
        read = text_of(row, "reason", key_of(person))

    with as_owner():
        assert REASON.encode() not in bytes(FamilyNotice.objects.get().reason or b"")
    assert read == REASON


@time_machine.travel(MORNING, tick=False)
def test_nobody_approves_their_own_and_nobody_without_the_right(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by, leader = actor_of(vestegnen.coordinator), actor_of(vestegnen.leader)
    person = file_on(by)

    with acting_for(by):
        actions.tell_family(person, _deferral(), by=by)
        with pytest.raises(NotPermitted):
            actions.approve_deferral(person, by=by)
    with acting_for(leader):
        actions.approve_deferral(person, by=leader)
        with pytest.raises(Refused, match="ingen udskydelse"):
            actions.approve_deferral(person, by=leader)


@time_machine.travel(MORNING, tick=False)
def test_telling_the_family_settles_it(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.coordinator)
    person = file_on(by)

    with acting_for(by):
        assert _standing(person) is NoticeStanding.NONE
        actions.tell_family(person, _told(DAY), by=by)
        assert _standing(person) is NoticeStanding.GIVEN
        with pytest.raises(Refused, match="fremtiden"):
            actions.tell_family(person, _told(DAY + timedelta(days=1)), by=by)


def test_the_responsible_hears_when_a_deferral_lapses(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.coordinator)
    system = system_of(vestegnen.gladsaxe.pk, partnership_id=vestegnen.partnership.pk)
    with time_machine.travel(MORNING, tick=False):
        person = file_on(by, delete_on=DAY + timedelta(days=300))
        with acting_for(by):
            actions.tell_family(person, _deferral(days=3), by=by)

    with time_machine.travel(f"{DAY + timedelta(days=4)} 06:00+01:00", tick=False), acting_for(system):
        actions.remind_of_files(by=system)
        assert _standing(person) is NoticeStanding.LAPSED

    with as_owner():
        [notice] = Notice.objects.filter(kind=NoticeKind.NOTICE_LAPSED.value)
    assert notice.user_id == by.user_id
    assert notice.path == f"/unge/{person.pk}/"
