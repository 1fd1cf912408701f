"""Courses for young people: common words for all, names for the own unit alone, and no word on why."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.notices.models import Notice
from rundbord.programmes import actions, queries
from rundbord.programmes.jobs import forget_old_participants, remind_of_trainings
from rundbord.programmes.models import Cohort, CourseDay, Participant, Presence, Programme, Training
from rundbord.programmes.vocabulary import ConsentFrom, Ending
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen

NAME = "Ung Eksempel"


@pytest.fixture
def coordinator(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    return actor_of(vestegnen.coordinator)


@pytest.fixture
def cohort(coordinator: Actor) -> Cohort:
    """A course of SSP Gladsaxe for two."""
    today = timezone.localdate()
    terms = actions.CohortTerms(name="Forår", starts_on=today, ends_on=today + timedelta(days=60), places=2)
    with acting_for(coordinator):
        return actions.plan_cohort(actions.open_programme("Politikadet", by=coordinator), terms, by=coordinator)


def _joined(cohort: Cohort, by: Actor, *, name: str = NAME, has_consent: bool = True) -> Participant:
    joining = actions.Joining(
        name=name,
        consent_on=timezone.localdate() if has_consent else None,
        consent_from=ConsentFrom.PARENT if has_consent else None,
    )
    with acting_for(by):
        return actions.add_participant(cohort, joining, by=by)


def test_a_course_from_the_first_name_to_the_last_day(
    vestegnen: Vestegnen, client_of: ClientOf, coordinator: Actor
) -> None:
    client, today = client_of(vestegnen.coordinator), timezone.localdate()
    programme = client.post("/forloeb/nyt/", {"name": "Politikadet", "purpose": "Kurser hos politiet."})["Location"]
    terms = {"name": "Forår", "starts_on": today, "ends_on": today + timedelta(days=30), "seat_count": 12}
    cohort = client.post(programme, terms)["Location"]
    client.post(cohort, {"day": today, "title": "Besøg på stationen"})
    joined = {"name": NAME, "contact": "Mor", "consent_from": "parent", "consent_on": today}
    client.post(f"{cohort}deltagere/", joined)
    with as_owner():
        participant, day = Participant.objects.get(), CourseDay.objects.get()

    client.post(f"{cohort}fremmoede/{day.pk}/", {"there": str(participant.pk)})
    client.post(f"/forloeb/deltager/{participant.pk}/", {"what": "ending", "ending": "completed"})
    listed = client.get(f"{cohort}deltagere/").content.decode()
    client.post(cohort, {"close": "1"})

    assert NAME in listed
    assert "Gennemførte" in listed
    with as_owner():
        assert Presence.objects.get().was_there
        assert Cohort.objects.get().told_completed == "under 5"
    shown = client_of(vestegnen.officer).get(cohort).content.decode()
    assert "under 5" in shown
    with acting_for(coordinator):
        assert own_entries(event=Event.PARTICIPANTS_READ)


def test_nobody_but_the_own_unit_finds_who_takes_part(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf, cohort: Cohort
) -> None:
    participant = _joined(cohort, actor_of(vestegnen.coordinator))
    colleague = rows.user(vestegnen.gladsaxe_street, Role.CASE_WORKER)
    addresses = (f"/forloeb/hold/{cohort.pk}/deltagere/", f"/forloeb/deltager/{participant.pk}/")

    for user in (vestegnen.officer, vestegnen.herlev_case_worker, colleague):
        client = client_of(user)
        assert [client.get(address).status_code for address in addresses] == [404, 404]
        assert client.get(f"/forloeb/hold/{cohort.pk}/").status_code == 200
        with acting_for(actor_of(user)):
            assert not Participant.objects.exists()
    assert client_of(vestegnen.leader).get(addresses[0]).status_code == 403
    assert client_of(vestegnen.outsider).get(f"/forloeb/hold/{cohort.pk}/").status_code == 404


def test_a_name_lies_sealed_and_no_column_holds_a_reason(coordinator: Actor, cohort: Cohort) -> None:
    _joined(cohort, coordinator)

    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(p)::text FROM programmes_participant p")
        [(row,)] = cursor.fetchall()
    assert NAME.encode().hex() not in row
    assert "Ung" not in row
    columns = {field.name for field in Participant._meta.concrete_fields}
    assert columns & {"reason", "why", "risk", "concern", "person", "note", "cpr", "cpr_index", "name_index"} == set()


def test_a_course_takes_no_more_than_its_places(coordinator: Actor, cohort: Cohort) -> None:
    _joined(cohort, coordinator)
    _joined(cohort, coordinator, name="Test Testesen")

    with pytest.raises(Refused, match="Alle 2 pladser"):
        _joined(cohort, coordinator, name="Prøve Prøvesen")


def test_without_a_consent_nobody_is_noted_and_nobody_completes(coordinator: Actor, cohort: Cohort) -> None:
    participant = _joined(cohort, coordinator, has_consent=False)
    with acting_for(coordinator):
        day = actions.add_course_day(cohort, cohort.starts_on, by=coordinator)
        with pytest.raises(Refused, match="samtykke"):
            actions.note_presence(cohort, day, {UUID(str(participant.pk))}, by=coordinator)
        with pytest.raises(Refused, match="samtykke"):
            actions.end_participation(participant, Ending.COMPLETED, by=coordinator)

        actions.note_consent(
            participant, consent_on=timezone.localdate(), consent_from=ConsentFrom.PARENT, by=coordinator
        )
        assert actions.note_presence(cohort, day, {UUID(str(participant.pk))}, by=coordinator) == 1
        assert actions.note_presence(cohort, day, set(), by=coordinator) == 0
        assert Presence.objects.count() == 1


def test_another_unit_plans_nothing_in_a_programme(vestegnen: Vestegnen, actor_of: ActorOf, cohort: Cohort) -> None:
    other = actor_of(rows.user(vestegnen.gladsaxe_street, Role.CASE_WORKER))

    with acting_for(other), pytest.raises(Refused, match="en anden enhed"):
        actions.close_cohort(cohort, by=other)
    with acting_for(other), pytest.raises(Refused, match="en anden enhed"):
        actions.add_participant(cohort, actions.Joining(name=NAME), by=other)


def test_a_leader_runs_no_course(vestegnen: Vestegnen, actor_of: ActorOf, cohort: Cohort) -> None:
    leader = actor_of(vestegnen.leader)

    with acting_for(leader), pytest.raises(NotPermitted):
        actions.add_participant(cohort, actions.Joining(name=NAME), by=leader)


def test_the_night_makes_names_unreadable_when_their_day_has_passed(
    vestegnen: Vestegnen, client_of: ClientOf, coordinator: Actor, cohort: Cohort
) -> None:
    gone, kept = _joined(cohort, coordinator), _joined(cohort, coordinator, name="Test Testesen")
    with as_owner():
        Participant.objects.filter(pk=gone.pk).update(delete_on=timezone.localdate() - timedelta(days=1))

    forget_old_participants(0)

    shown = client_of(vestegnen.coordinator).get(f"/forloeb/hold/{cohort.pk}/deltagere/").content.decode()
    assert NAME not in shown
    assert "Test Testesen" in shown
    page = client_of(vestegnen.coordinator).get(f"/forloeb/deltager/{gone.pk}/").content.decode()
    assert "Navnet er slettet" in page
    with acting_for(coordinator):
        assert [each.participant.pk for each in queries.known([gone, kept])] == [kept.pk]


def test_the_register_tells_a_month_before_a_training_ends_and_once(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    today = timezone.localdate()
    client = client_of(vestegnen.leader)
    line = {"employee": "Gademedarbejder 1", "unit": vestegnen.gladsaxe_ssp.pk, "trained_on": today}
    client.post("/forloeb/oplaering/", {**line, "topic": "Førstehjælp", "holds_until": today + timedelta(days=20)})
    client.post("/forloeb/oplaering/", {**line, "topic": "Konflikt", "holds_until": today + timedelta(days=90)})

    remind_of_trainings(0)
    remind_of_trainings(0)

    with as_owner():
        told = list(Notice.objects.filter(kind="training_ends").values_list("role", flat=True))
    assert sorted(told) == [Role.COORDINATOR, Role.LEADER]
    shown = client.get("/forloeb/oplaering/").content.decode()
    assert "Udløber snart" in shown
    with as_owner():
        first = Training.objects.get(topic="Konflikt")
    client.post(f"/forloeb/oplaering/{first.pk}/afslut/")
    assert "Konflikt" not in client.get("/forloeb/oplaering/").content.decode().split("<form")[0]


def test_the_register_is_the_own_authoritys(vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf) -> None:
    client_of(vestegnen.leader).post(
        "/forloeb/oplaering/",
        {
            "employee": "Gademedarbejder 1",
            "unit": vestegnen.gladsaxe_ssp.pk,
            "trained_on": timezone.localdate(),
            "topic": "Førstehjælp",
        },
    )

    other = rows.user(vestegnen.herlev_ssp, Role.LEADER)
    assert "Gademedarbejder 1" not in client_of(other).get("/forloeb/oplaering/").content.decode()
    with acting_for(actor_of(other)):
        assert not Training.objects.exists()


def test_no_person_stands_in_common_words(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    shown = client_of(vestegnen.coordinator).post("/forloeb/nyt/", {"name": "Kursus 610108-1234"}).content.decode()

    assert "må ikke stå her" in shown
    with as_owner():
        assert not Programme.objects.exists()
