"""A sudden event: opened on one card, seen, called about, written in, decided on, and closed with what was learned."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.session import acting_for
from rundbord.alerts import actions, queries
from rundbord.alerts.models import Call, LogLine, SuddenEvent
from rundbord.alerts.vocabulary import Answer, LineKind
from rundbord.audit import Event
from rundbord.notices.models import Notice
from rundbord.tasks.actions import Decision
from rundbord.tasks.models import Task
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import logged


@pytest.fixture
def shooting(vestegnen: Vestegnen, actor_of: ActorOf) -> SuddenEvent:
    """Shots at the station, told by the police to SSP and the street team."""
    now = timezone.now()
    officer = actor_of(vestegnen.officer)
    with acting_for(officer):
        return actions.raise_event(
            actions.Raised(
                title="Skud ved stationen",
                happened_at=now - timedelta(minutes=20),
                reported_at=now - timedelta(minutes=10),
                known="Tre skud er hørt. Ingen er ramt.",
                unknown="Hvem der stod bag.",
                area=vestegnen.station,
                units=[vestegnen.gladsaxe_ssp, vestegnen.gladsaxe_street],
            ),
            by=officer,
        )


def test_an_officer_opens_it_and_the_units_are_told(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    now = timezone.localtime()
    fields = {
        "title": "Skud ved stationen",
        "happened_at": (now - timedelta(minutes=9)).strftime("%Y-%m-%dT%H:%M"),
        "reported_at": (now - timedelta(minutes=5)).strftime("%Y-%m-%dT%H:%M"),
        "known": "Tre skud er hørt.",
        "units": [str(vestegnen.gladsaxe_ssp.pk)],
    }

    answer = client_of(vestegnen.officer).post("/pludseligt/ny/", fields)

    with as_owner():
        event = SuddenEvent.objects.get()
        notice = Notice.objects.get(kind="sudden_event")
    assert answer["Location"] == f"/pludseligt/{event.pk}/"
    assert (notice.recipient_id, notice.unit_id, notice.path) == (
        vestegnen.gladsaxe.pk,
        vestegnen.gladsaxe_ssp.pk,
        f"/pludseligt/{event.pk}/",
    )
    assert logged(Event.SUDDEN_EVENT_RAISED, about=event)


def test_a_cpr_number_is_stopped_beside_the_field_and_nothing_is_lost(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    now = timezone.localtime().strftime("%Y-%m-%dT%H:%M")
    fields = {"title": "Slagsmål", "happened_at": now, "reported_at": now, "known": "Drengen er 010199-0000."}

    shown = client_of(vestegnen.officer).post("/pludseligt/ny/", fields).content.decode()

    with as_owner():
        assert not SuddenEvent.objects.exists()
    assert "må ikke stå her" in shown
    assert "Slagsmål" in shown


def test_the_unit_says_that_it_has_seen_it_and_the_clock_stops_once(
    shooting: SuddenEvent, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.coordinator)
    before = client.get(f"/pludseligt/{shooting.pk}/").content.decode()

    client.post(f"/pludseligt/{shooting.pk}/set/")
    with as_owner():
        first = SuddenEvent.objects.get().first_seen_at
    client.post(f"/pludseligt/{shooting.pk}/set/")

    with as_owner():
        seen = Call.objects.get(unit=vestegnen.gladsaxe_ssp).seen_at
        assert SuddenEvent.objects.get().first_seen_at == first
        assert Call.objects.get(unit=vestegnen.gladsaxe_street).seen_at is None
    assert "Min enhed har set det" in before
    assert first is not None
    assert seen is not None
    assert "Min enhed har set det" not in client.get(f"/pludseligt/{shooting.pk}/").content.decode()


def test_opening_the_page_alone_says_nothing_to_the_others(
    shooting: SuddenEvent, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client_of(vestegnen.coordinator).get(f"/pludseligt/{shooting.pk}/set/")

    with as_owner():
        assert SuddenEvent.objects.get().first_seen_at is None


def test_whether_a_unit_was_reached_by_phone_stands_on_the_list(
    shooting: SuddenEvent, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    with as_owner():
        call = Call.objects.get(unit=vestegnen.gladsaxe_street)
    client = client_of(vestegnen.coordinator)

    client.post(f"/pludseligt/opkald/{call.pk}/", {"svar": "no_answer"})

    with as_owner():
        assert Call.objects.get(pk=call.pk).answer == Answer.NO_ANSWER
    assert "svarede ikke" in client.get(f"/pludseligt/{shooting.pk}/").content.decode()
    assert client.post(f"/pludseligt/opkald/{call.pk}/", {"svar": "måske"}).status_code == 404


def test_a_street_worker_on_the_spot_writes_what_is_known(
    shooting: SuddenEvent, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.street_worker)

    client.post(f"/pludseligt/{shooting.pk}/", {"kind": "known", "text": "Pladsen er tom nu."})

    with as_owner():
        line = LogLine.objects.get(text="Pladsen er tom nu.")
    assert line.authority_id == vestegnen.gladsaxe.pk
    assert "Pladsen er tom nu." in client_of(vestegnen.officer).get(f"/pludseligt/{shooting.pk}/").content.decode()


def test_what_is_settled_leaves_the_box_and_stays_in_the_log(
    shooting: SuddenEvent, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    coordinator = actor_of(vestegnen.coordinator)
    with acting_for(coordinator):
        line = LogLine.objects.get(kind=LineKind.UNKNOWN)
        actions.settle_line(line, by=coordinator)

        told = queries.event_file(shooting.pk)

    assert told.unknown == []
    assert [each.text for each in told.lines if each.settled_at] == ["Hvem der stod bag."]


def test_the_first_decision_stops_the_hour_and_becomes_a_task(
    shooting: SuddenEvent, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    fields = {
        "what": "Gå runden sammen ved stationen",
        "owner": vestegnen.gladsaxe_street.pk,
        "due_on": timezone.localdate(),
    }

    client_of(vestegnen.leader).post(f"/pludseligt/{shooting.pk}/beslut/", fields)

    with as_owner():
        task = Task.objects.get()
        event = SuddenEvent.objects.get()
    assert (task.why, task.area_id, task.owner_id) == (
        "Skud ved stationen",
        vestegnen.station.pk,
        vestegnen.gladsaxe_street.pk,
    )
    assert event.first_decided_at is not None


def test_of_two_who_close_it_the_second_learns_of_the_first(
    shooting: SuddenEvent, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    leader = actor_of(vestegnen.leader)
    with acting_for(leader):
        actions.close_event(shooting, review="Ringelisten virkede.", by=leader)
        with pytest.raises(Refused, match="allerede afsluttet"):
            actions.close_event(shooting, review="Vi ringede for sent.", by=leader)

    with as_owner():
        assert SuddenEvent.objects.get().review == "Ringelisten virkede."


def test_nothing_is_written_in_a_closed_log_until_it_is_reopened(
    shooting: SuddenEvent, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    leader = actor_of(vestegnen.leader)
    with acting_for(leader):
        actions.close_event(shooting, review="Ringelisten virkede.", by=leader)
        shooting.refresh_from_db()
        with pytest.raises(Refused, match="Genåbn den"):
            actions.write_line(shooting, LineKind.DONE, "Lygterne er skiftet.", by=leader)
        actions.reopen_event(shooting, by=leader)
        shooting.refresh_from_db()
        actions.write_line(shooting, LineKind.DONE, "Lygterne er skiftet.", by=leader)

    with as_owner():
        assert LogLine.objects.filter(text="Lygterne er skiftet.").count() == 1


@pytest.mark.parametrize("who", ["caretaker", "outsider"])
def test_those_outside_the_parties_find_nothing(
    who: str, shooting: SuddenEvent, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(getattr(vestegnen, who))

    assert client.get(f"/pludseligt/{shooting.pk}/").status_code in {403, 404}


def test_a_street_worker_cannot_open_one(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    worker = actor_of(vestegnen.street_worker)
    now = timezone.now()
    with acting_for(worker), pytest.raises(NotPermitted):
        actions.raise_event(
            actions.Raised(title="Skud", happened_at=now, reported_at=now, known="Intet vides."), by=worker
        )


def test_the_page_asks_the_database_little(
    shooting: SuddenEvent,
    vestegnen: Vestegnen,
    actor_of: ActorOf,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    leader = actor_of(vestegnen.leader)
    with acting_for(leader):
        decision = Decision(what="Ring til klubben", owner=vestegnen.gladsaxe_ssp, due_on=timezone.localdate())
        actions.decide_step(shooting, decision, by=leader)
        with django_assert_max_num_queries(5):
            told = queries.event_file(shooting.pk)

    assert [len(told.calls), len(told.lines), len(told.decisions)] == [2, 2, 1]


def test_the_picture_is_told_what_stands(shooting: SuddenEvent, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    now = timezone.now()
    with acting_for(actor_of(vestegnen.coordinator)):
        (told,) = queries.events_told_in_picture(since=now - timedelta(days=1), until=now + timedelta(minutes=1))

    assert (told.title, told.known, told.unknown) == (
        "Skud ved stationen",
        ["Tre skud er hørt. Ingen er ramt."],
        ["Hvem der stod bag."],
    )
