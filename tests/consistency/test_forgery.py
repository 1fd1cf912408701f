"""What somebody could try who has got hold of the application's SQL in the name of one user: nothing but their own."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for, current_login
from rundbord.identity.models import Duty, OneTimeLink
from rundbord.partnership.models import Party
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.models import Incident, Photo, Picture, Reading, Report
from tests.database import as_log_keeper, as_owner, taking_role
from tests.factories import rows
from tests.factories.pictures import Morning
from tests.factories.situations import ActorOf, Vestegnen

# What says whose a common row is, who reads it, and what it belongs to: set once, when the row is added.
_REACH = {"partnership_id", "authority_id", "unit_id", "audience", "recipient_id"}
_BELONGING = {"picture_id", "report_id", "first_report_id", "task_id", "black_out_id", "party_id", "kind", "nature"}
_BELONGING.update({"shift_id", "user_id", "forum_id", "proposal_id", "programme_id", "owner_id"})
_COMMON = (
    *("situation_incident", "situation_incidentrevision", "situation_triage", "situation_section", "situation_entry"),
    *("situation_correction", "tasks_task", "tasks_outcome", "partnership_party", "partnership_chairterm"),
    "partnership_reportingduty",
    *("tasks_dissent", "tasks_decisionreview", "tasks_proposalanswer", "programmes_cohort"),
    *("zones_zone", "zones_zonedecision", "zones_bancount", "zones_comingevent"),
    *("streetwork_activityview", "streetwork_agreedsentence"),
    *("alerts_suddenevent", "alerts_call", "alerts_logline", "alerts_safetynotice", "alerts_safetyreceipt"),
    *("streetwork_shift", "streetwork_routearea", "streetwork_shiftsheet", "streetwork_teammember"),
)


NOBODY = "00000000-0000-4000-8000-000000000007"


def _run(statement: str, *values: str | bytes | UUID) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.mark.parametrize("table", _COMMON)
def test_no_update_can_change_whose_a_common_row_is_or_who_reads_it(table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT a.attname FROM pg_attribute a WHERE a.attrelid = %s::regclass AND a.attnum > 0"
            " AND NOT a.attisdropped AND (has_column_privilege('rundbord_app', a.attrelid, a.attnum, 'UPDATE')"
            " OR has_column_privilege('rundbord_place', a.attrelid, a.attnum, 'UPDATE'))",
            [table],
        )
        changeable = {str(row[0]) for row in cursor.fetchall()}

    assert changeable
    assert changeable & (_REACH | _BELONGING | {"id"}) == set()


@pytest.mark.parametrize("audience", [Audience.PARTNERS, Audience.AUTHORITY])
def test_a_municipality_cannot_give_a_police_incident_other_readers(
    audience: Audience, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    incident = rows.incident(vestegnen.partnership, vestegnen.police, audience=Audience.PARTIES, heading="Hærværk")

    with acting_for(actor_of(vestegnen.coordinator)), pytest.raises(DatabaseError, match="permission denied"):
        _run("UPDATE situation_incident SET audience = %s WHERE id = %s", audience.value, incident.pk)

    with as_owner():
        assert Incident.objects.get(pk=incident.pk).audience == Audience.PARTIES


def test_a_municipality_cannot_make_another_partys_incident_its_own(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    incident = rows.incident(vestegnen.partnership, vestegnen.police, audience=Audience.PARTIES, heading="Hærværk")

    with acting_for(actor_of(vestegnen.coordinator)), pytest.raises(DatabaseError, match="permission denied"):
        _run("UPDATE situation_incident SET authority_id = %s WHERE id = %s", vestegnen.gladsaxe.pk, incident.pk)


def test_a_municipality_that_calls_itself_police_still_reads_no_police_rows(
    vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    narrow = rows.report(vestegnen.partnership, vestegnen.local_police, audience=Audience.POLICE)
    secretary = actor_of(vestegnen.secretary)

    # No session writes such a row (ADR 0038); somebody with the owner's rights has.
    with as_owner():
        Party.objects.create(
            partnership=vestegnen.partnership,
            authority=vestegnen.gladsaxe,
            kind="police",
            joined_on=timezone.localdate() - timedelta(days=400),
        )
        Party.objects.filter(authority=vestegnen.gladsaxe, kind="municipality").update(
            left_on=timezone.localdate() - timedelta(days=1)
        )
    with acting_for(secretary):
        seen = Report.objects.filter(pk=narrow.pk).exists()

    assert not seen


def test_a_party_cannot_change_its_kind(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    with acting_for(actor_of(vestegnen.secretary)), pytest.raises(DatabaseError, match="permission denied"):
        _run("UPDATE partnership_party SET kind = 'police' WHERE authority_id = %s", vestegnen.gladsaxe.pk)


def test_no_link_can_be_made_for_another_authoritys_user(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    administrator = actor_of(vestegnen.administrator)

    with acting_for(administrator), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        OneTimeLink.objects.create(
            authority_id=administrator.authority_id,
            user_id=vestegnen.officer.pk,
            token_hash=b"x" * 32,
            expires_at=timezone.now() + timedelta(hours=1),
        )


def test_a_published_picture_cannot_move_to_another_partnership(
    vestegnen: Vestegnen, published: Picture, actor_of: ActorOf
) -> None:
    with acting_for(actor_of(vestegnen.coordinator)), pytest.raises(DatabaseError, match="permission denied"):
        _run("UPDATE situation_picture SET partnership_id = %s", vestegnen.other_partnership.pk)


def test_frozen_lines_cannot_change_place_or_audience(
    vestegnen: Vestegnen, published: Picture, morning: Morning, actor_of: ActorOf
) -> None:
    for change in ("audience = 'partners'", "position = 99", "kind = 'summary'", "incident_id = NULL"):
        with acting_for(actor_of(vestegnen.coordinator)), pytest.raises(DatabaseError, match="permission denied"):
            _run(f"UPDATE situation_entry SET {change}")


def _report(actor: Actor, **forged: object) -> None:
    now = timezone.now()
    columns = {
        "partnership_id": actor.table,
        "authority_id": actor.authority_id,
        "unit_id": actor.unit_id,
        "reporter_id": actor.user_id,
        "audience": Audience.PARTIES.value,
        "nature": "observation",
        "source_kind": "street",
        "text": "Uro ved stationen.",
        "created_at": now,
        "changed_at": now,
    }
    with transaction.atomic(using=current_login()):
        Report.objects.create(**columns | forged)


@pytest.mark.parametrize("who", ["street_worker", "officer", "caretaker"])
def test_a_report_names_the_own_unit_and_the_own_user(vestegnen: Vestegnen, actor_of: ActorOf, who: str) -> None:
    actor = actor_of(getattr(vestegnen, who))

    with acting_for(actor):
        _report(actor)
    for forged in (
        {"unit_id": vestegnen.herlev_ssp.pk},
        {"unit_id": vestegnen.gladsaxe_ssp.pk},
        {"reporter_id": vestegnen.coordinator.pk},
        {"authority_id": vestegnen.herlev.pk},
    ):
        with acting_for(actor), pytest.raises(DatabaseError, match="row-level security"):
            _report(actor, **forged)


@pytest.mark.parametrize("column", ["unit_id", "reporter_id", "authority_id", "partnership_id", "created_at"])
@pytest.mark.parametrize("who", ["street_worker", "caretaker"])
def test_no_update_can_give_a_report_another_writer(
    vestegnen: Vestegnen, actor_of: ActorOf, who: str, column: str
) -> None:
    actor = actor_of(getattr(vestegnen, who))

    with acting_for(actor):
        _report(actor)
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Report.objects.update(**{column: F(column)})


def test_a_photo_names_the_own_unit(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    actor = actor_of(vestegnen.street_worker)

    with acting_for(actor):
        _report(actor)
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Photo.objects.create(
                partnership_id=actor.table,
                authority_id=actor.authority_id,
                unit_id=vestegnen.herlev_ssp.pk,
                audience=Audience.PARTIES.value,
                report=Report.objects.get(reporter_id=actor.user_id),
                content=b"",
                media_type="image/jpeg",
                width=1,
                height=1,
                created_at=timezone.now(),
            )


@pytest.mark.parametrize("who", ["leader", "caretaker"])
def test_a_reading_names_the_own_unit_and_the_own_user(
    vestegnen: Vestegnen, published: Picture, actor_of: ActorOf, who: str
) -> None:
    actor = actor_of(getattr(vestegnen, who))
    true = {"unit_id": actor.unit_id, "user_id": actor.user_id}

    for forged in ({"unit_id": vestegnen.herlev_ssp.pk}, {"user_id": vestegnen.officer.pk}):
        with (
            acting_for(actor),
            pytest.raises(DatabaseError, match="row-level security"),
            transaction.atomic(using=current_login()),
        ):
            Reading.objects.bulk_create([_reading(actor, published, **true | forged)], ignore_conflicts=True)
    with acting_for(actor):
        Reading.objects.bulk_create([_reading(actor, published, **true)], ignore_conflicts=True)

    with as_owner():
        assert [reading.unit_id for reading in Reading.objects.filter(user_id=actor.user_id)] == [actor.unit_id]


@pytest.mark.parametrize("who", ["leader", "officer", "caretaker"])
def test_no_login_reads_which_users_have_read_a_picture(
    vestegnen: Vestegnen, published: Picture, actor_of: ActorOf, who: str
) -> None:
    actor = actor_of(getattr(vestegnen, who))

    for column in ("user_id", "*"):
        with (
            acting_for(actor),
            pytest.raises(DatabaseError, match="permission denied"),
            transaction.atomic(using=current_login()),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"SELECT {column} FROM situation_reading")


def _reading(actor: Actor, picture: Picture, **columns: object) -> Reading:
    now = timezone.now()
    return Reading(partnership_id=actor.table, authority_id=actor.authority_id, picture=picture, at=now, **columns)


def test_no_duty_can_be_given_to_another_authoritys_user_or_in_its_unit(
    vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    administrator = actor_of(vestegnen.administrator)
    true = {"user_id": vestegnen.leader.pk, "unit_id": vestegnen.gladsaxe_ssp.pk}

    for forged in (
        {"user_id": vestegnen.officer.pk},
        {"unit_id": vestegnen.herlev_ssp.pk},
        {"authority_id": vestegnen.herlev.pk},
    ):
        with acting_for(administrator), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            _duty(administrator, **true | forged)
    with acting_for(administrator):
        _duty(administrator, **true)

    with as_owner():
        assert Duty.objects.filter(user=vestegnen.leader, role="reporter").exists()


def _duty(actor: Actor, **columns: object) -> None:
    given = {"authority_id": actor.authority_id, "user_label": "-", "role": "reporter", "starts_on": "2026-01-01"}
    Duty.objects.create(**given | columns)


@pytest.mark.parametrize("column", ["user_id", "unit_id", "role", "authority_id", "starts_on"])
def test_no_update_can_turn_a_duty_into_another(vestegnen: Vestegnen, actor_of: ActorOf, column: str) -> None:
    with acting_for(actor_of(vestegnen.administrator)), pytest.raises(DatabaseError, match="permission denied"):
        _run(f"UPDATE identity_duty SET {column} = {column}")


@pytest.mark.parametrize("column", ["authority_id", "sign_in_name", "id"])
def test_no_update_can_turn_a_user_into_another(vestegnen: Vestegnen, actor_of: ActorOf, column: str) -> None:
    with acting_for(actor_of(vestegnen.administrator)), pytest.raises(DatabaseError, match="permission denied"):
        _run(f"UPDATE identity_user SET {column} = {column}")


def _canonical(**changes: object) -> dict[str, object]:
    return {
        "id": str(uuid4()),
        "at": timezone.now().isoformat(),
        "event": "area_created",
        "subject_kind": None,
        "subject": None,
        "details": {},
    } | changes


@pytest.mark.parametrize(
    ("claim", "value"),
    [
        ("user", NOBODY),
        ("unit", NOBODY),
        ("partnership", NOBODY),
        ("purpose", "control"),
        ("event", "signed_in"),
        ("event", "sign_in_failed"),
        ("details", {"tekst": "x" * 10_000}),
    ],
)
def test_a_log_entry_says_what_the_context_says(
    claim: str, value: object, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    actor = actor_of(vestegnen.coordinator)
    true = {
        "user": str(actor.user_id),
        "authority": str(actor.authority_id),
        "unit": str(actor.unit_id),
        "partnership": str(actor.partnership_id),
        "purpose": actor.purpose.value,
    }
    entry = json.dumps(_canonical(**true, **({claim: value} if claim not in true else {})) | {claim: value})

    with acting_for(actor), pytest.raises(DatabaseError, match="loglinjen"):
        _run("SELECT audit.record(%s, %s)", entry.encode(), b"s" * 16)


def test_a_log_entry_cannot_say_the_same_key_twice(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    actor = actor_of(vestegnen.coordinator)
    entry = json.dumps(
        _canonical(
            user=str(actor.user_id),
            authority=str(actor.authority_id),
            unit=str(actor.unit_id),
            partnership=str(actor.partnership_id),
            purpose=actor.purpose.value,
        )
    )
    twice = entry.replace('{"id"', f'{{"user": "{vestegnen.officer.pk}", "id"', 1)

    with acting_for(actor), pytest.raises(DatabaseError, match="loglinjen"):
        _run("SELECT audit.record(%s, %s)", twice.encode(), b"s" * 16)


def test_an_entry_dated_back_shows_when_it_was_taken(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    actor = actor_of(vestegnen.coordinator)
    entry = _canonical(
        user=str(actor.user_id),
        authority=str(actor.authority_id),
        unit=str(actor.unit_id),
        partnership=str(actor.partnership_id),
        purpose=actor.purpose.value,
        at=(timezone.now() - timedelta(days=3)).isoformat(),
    )

    with acting_for(actor):
        _run("SELECT audit.record(%s, %s)", json.dumps(entry).encode(), b"s" * 16)

    with as_log_keeper(), connection.cursor() as cursor:
        cursor.execute("SELECT taken_at - at > interval '2 days' FROM audit.event WHERE id = %s", [str(entry["id"])])
        assert cursor.fetchone() == (True,)


def test_a_log_entry_that_tells_the_truth_is_taken(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    actor = replace(actor_of(vestegnen.coordinator), unit_id=None)
    entry = _canonical(
        user=str(actor.user_id),
        authority=str(actor.authority_id),
        unit=None,
        partnership=str(actor.partnership_id),
        purpose=actor.purpose.value,
    )

    with acting_for(actor):
        _run("SELECT audit.record(%s, %s)", json.dumps(entry).encode(), b"s" * 16)

    with as_log_keeper(), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM audit.event WHERE id = %s", [str(entry["id"])])
        assert cursor.fetchone() == (1,)


def test_the_sign_in_login_cannot_read_what_users_typed(vestegnen: Vestegnen) -> None:
    with taking_role("auth"), pytest.raises(DatabaseError, match="permission denied"):
        _run("SELECT fields FROM identity_draft")
