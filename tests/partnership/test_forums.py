"""Forums and seats: who is seated reads, who leads keeps it, and a third party sees nothing of a table for two."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.identity.models import Unit
from rundbord.partnership.actions import (
    ForumTerms,
    ItemTerms,
    change_forum,
    close_forum,
    end_seat,
    give_seat,
    open_forum,
    set_standard_agenda,
)
from rundbord.partnership.cadence_words import cadence_in_words
from rundbord.partnership.models import Forum, ForumSeat, StandardItem
from rundbord.partnership.queries import forum_of, forums, leads, seats_of
from rundbord.partnership.rules.forums import Cadence
from rundbord.partnership.vocabulary import ForumKind, ItemKind, Rhythm, SeatRole
from tests.database import as_owner
from tests.factories.situations import ActorOf, Vestegnen

WEEKLY = Cadence(rhythm=Rhythm.WEEKS)
TERMS = ForumTerms(name="Ugemøde", cadence=WEEKLY)


def opened(vestegnen: Vestegnen, by: Actor, *units: Unit, kind: ForumKind = ForumKind.LOCAL) -> Forum:
    with acting_for(by):
        own = Unit.objects.select_related("authority").get(pk=vestegnen.gladsaxe_ssp.pk)
        return open_forum(kind, TERMS, own_unit=own, units=_loaded(*units), by=by)


def _loaded(*units: Unit) -> list[Unit]:
    return [Unit.objects.select_related("authority").get(pk=unit.pk) for unit in units]


def _sees(actor: Actor) -> list[str]:
    with acting_for(actor):
        return [forum.name for forum in forums(actor)]


def test_a_forum_is_there_for_those_who_are_seated_and_for_nobody_else(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    secretary = actor_of(vestegnen.secretary)

    forum = opened(vestegnen, secretary, vestegnen.local_police)

    assert _sees(secretary) == _sees(actor_of(vestegnen.officer)) == ["Ugemøde"]
    herlev = actor_of(vestegnen.herlev_case_worker)
    assert _sees(herlev) == _sees(actor_of(vestegnen.outsider)) == _sees(actor_of(vestegnen.caretaker)) == []
    with acting_for(herlev):
        assert not ForumSeat.objects.exists()
        assert not StandardItem.objects.exists()
        with pytest.raises(Http404):
            forum_of(forum.pk)
    with acting_for(secretary):
        assert leads(forum, secretary)
        assert own_entries(event=Event.FORUM_OPENED)


def test_a_partner_with_a_seat_reads_the_forum_over_its_own_login(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    secretary, caretaker = actor_of(vestegnen.secretary), actor_of(vestegnen.caretaker)
    forum = opened(vestegnen, secretary, kind=ForumKind.HOUSING)

    with acting_for(secretary):
        [driften] = _loaded(Unit.objects.get(name="Driften"))
        give_seat(forum, driften, role=SeatRole.MEMBER, by=secretary)

    assert _sees(caretaker) == ["Ugemøde"]
    with acting_for(caretaker):
        assert {seat.unit_name for seat in seats_of(forum)} == {"SSP Gladsaxe", "Driften"}


def test_whoever_loses_the_seat_loses_the_forum(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    secretary, officer = actor_of(vestegnen.secretary), actor_of(vestegnen.officer)
    forum = opened(vestegnen, secretary, vestegnen.local_police)
    with as_owner():
        past = timezone.localdate() - timedelta(days=3)
        ForumSeat.objects.filter(unit=vestegnen.local_police).update(starts_on=past)

    with acting_for(secretary):
        seat = ForumSeat.objects.select_related("authority", "forum").get(unit=vestegnen.local_police)
        end_seat(seat, ends_on=timezone.localdate() - timedelta(days=1), by=secretary)

    assert _sees(officer) == []
    with acting_for(secretary):
        assert [seat.unit_name for seat in seats_of(forum)] == ["SSP Gladsaxe"]
        assert own_entries(event=Event.SEAT_ENDED)


def test_a_bilateral_forum_has_exactly_two_organisations(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    secretary = actor_of(vestegnen.secretary)

    with pytest.raises(Refused, match="præcis to"):
        opened(vestegnen, secretary, kind=ForumKind.BILATERAL)
    forum = opened(vestegnen, secretary, vestegnen.local_police, kind=ForumKind.BILATERAL)
    with acting_for(secretary), pytest.raises(Refused, match="kun to organisationer"):
        give_seat(forum, _loaded(vestegnen.herlev_ssp)[0], role=SeatRole.GUEST, by=secretary)


def test_only_those_who_lead_change_a_forum(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    secretary, officer = actor_of(vestegnen.secretary), actor_of(vestegnen.officer)
    forum = opened(vestegnen, secretary, vestegnen.local_police)

    with acting_for(officer), pytest.raises(NotPermitted):
        change_forum(forum, TERMS, by=officer)
    with acting_for(officer):
        assert Forum.objects.filter(pk=forum.pk).update(name="Vores") == 0
        assert ForumSeat.objects.update(ends_on=timezone.localdate()) == 0
    with acting_for(officer), pytest.raises(DatabaseError), transaction.atomic():
        ForumSeat.objects.create(
            partnership=vestegnen.partnership,
            forum=forum,
            authority=vestegnen.police,
            unit=vestegnen.local_police,
            unit_name="-",
            role="chair",
            starts_on=timezone.localdate(),
        )


def test_nobody_seats_themselves_in_the_forum_of_others(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    forum = opened(vestegnen, actor_of(vestegnen.secretary), vestegnen.local_police)
    herlev = actor_of(vestegnen.herlev_case_worker)

    with acting_for(herlev), pytest.raises(DatabaseError), transaction.atomic():
        ForumSeat.objects.create(
            partnership=vestegnen.partnership,
            forum=forum,
            authority=vestegnen.herlev,
            unit=vestegnen.herlev_ssp,
            unit_name="-",
            role="member",
            starts_on=timezone.localdate(),
        )


def test_a_standard_agenda_is_written_anew(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    secretary = actor_of(vestegnen.secretary)
    forum = opened(vestegnen, secretary)

    with acting_for(secretary):
        set_standard_agenda(forum, [ItemTerms(title="Referat"), ItemTerms(title="Årsplan", minutes=20)], by=secretary)
        set_standard_agenda(forum, [ItemTerms(title="Årsplan", minutes=15)], by=secretary)
        with pytest.raises(Refused, match="ingen individuel del"):
            set_standard_agenda(forum, [ItemTerms(title="-", kind=ItemKind.INDIVIDUAL)], by=secretary)
        found = list(StandardItem.objects.values_list("position", "title", "minutes"))

    assert found == [(1, "Årsplan", 15)]


def test_a_closed_forum_leaves_the_list_and_stays_readable(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    secretary = actor_of(vestegnen.secretary)
    forum = opened(vestegnen, secretary)

    with acting_for(secretary):
        close_forum(forum, by=secretary)
        assert forum_of(forum.pk).closed_at is not None

    assert _sees(secretary) == []


@pytest.mark.parametrize(
    ("cadence", "words"),
    [
        (Cadence(rhythm=Rhythm.WEEKDAYS, weekdays=(1, 2, 3, 4, 5)), "Mandag til fredag"),
        (Cadence(rhythm=Rhythm.WEEKS, every=2, weekdays=(3,)), "Hver 2. uge, onsdag"),
        (Cadence(rhythm=Rhythm.MONTHS), "Hver måned"),
        (Cadence(rhythm=Rhythm.YEARLY, every=4), "4 gange om året"),
        (Cadence(rhythm=Rhythm.WHEN_NEEDED), "Efter behov"),
    ],
)
def test_how_often_is_said_in_words(cadence: Cadence, words: str) -> None:
    assert cadence_in_words(cadence) == words
