"""Who reads and writes what of a conflict, as the database itself decides; and who may know who the groups are."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for, current_login
from rundbord.conflicts.models import (
    Clearance,
    ClearanceRequest,
    Conflict,
    ConflictEvent,
    ConflictGroup,
    Evidence,
    GroupIdentity,
    TensionChange,
)
from rundbord.partnership.vocabulary import Audience
from tests.factories import conflicts
from tests.factories.situations import ActorOf, Vestegnen

TABLES = (
    *("conflict", "conflictarea", "conflictevent", "conflictgroup", "conflictrevision", "conflictstep"),
    *("evidence", "groupidentity", "hypothesis", "retaliationwindow", "review", "riskpoint", "statuschange"),
    *("tensionchange", "weighing", "clearance", "clearancerequest", "readerchange"),
)
REACH = {"partnership_id", "authority_id", "audience", "conflict_id", "unit_id", "recipient_id", "group_id", "user_id"}


@pytest.fixture
def known(vestegnen: Vestegnen) -> GroupIdentity:
    conflict = conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp, areas=(vestegnen.station,))
    return conflicts.identity(conflicts.group(conflict, "A"), vestegnen.police)


@pytest.mark.parametrize(
    ("audience", "readers"),
    [
        (Audience.PARTIES, {"coordinator", "street_worker", "officer", "herlev_case_worker"}),
        (Audience.POLICE, {"coordinator", "street_worker", "officer"}),
        (Audience.AUTHORITY, {"coordinator", "street_worker"}),
    ],
)
def test_a_conflict_and_its_parts_reach_as_far_as_its_audience(
    audience: Audience, readers: set[str], vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    conflict = conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp, audience=audience)
    conflicts.event(conflict)

    seen = set()
    for name in ("coordinator", "street_worker", "officer", "herlev_case_worker", "outsider"):
        with acting_for(actor_of(getattr(vestegnen, name))):
            if Conflict.objects.exists():
                seen.add(name)
            assert Conflict.objects.exists() == ConflictEvent.objects.exists()

    assert seen == readers


@pytest.mark.parametrize("table", TABLES)
def test_the_partners_login_reaches_no_table_of_conflicts(table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT has_table_privilege('rundbord_place', %s, 'SELECT, INSERT, UPDATE, DELETE')"
            " OR has_any_column_privilege('rundbord_place', %s, 'SELECT, INSERT, UPDATE')",
            [f"conflicts_{table}", f"conflicts_{table}"],
        )
        assert cursor.fetchone() == (False,)


@pytest.mark.parametrize("table", TABLES)
def test_no_update_changes_whom_a_row_reaches(table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT a.attname FROM pg_attribute a WHERE a.attrelid = %s::regclass AND a.attnum > 0"
            " AND NOT a.attisdropped AND has_column_privilege('rundbord_app', a.attrelid, a.attnum, 'UPDATE')",
            [f"conflicts_{table}"],
        )
        changeable = {str(row[0]) for row in cursor.fetchall()}

    assert changeable & (REACH | {"id", "at", "user_label"}) == set()


def test_what_the_police_add_to_a_municipalitys_narrow_conflict_stays_in_its_sight_and_no_wider(
    vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    conflict = conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp, audience=Audience.POLICE)
    officer = actor_of(vestegnen.officer)

    with acting_for(officer):
        _tension(conflict, officer)

    with acting_for(actor_of(vestegnen.coordinator)):
        assert TensionChange.objects.get().unit_id == vestegnen.local_police.pk
    with acting_for(actor_of(vestegnen.herlev_case_worker)):
        assert not TensionChange.objects.exists()


@pytest.mark.parametrize("forged", ["audience", "authority", "unit"])
def test_no_part_reaches_wider_than_its_conflict_or_names_another_writer(
    forged: str, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    conflict = conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp, audience=Audience.POLICE)
    officer = actor_of(vestegnen.officer)
    forgeries: dict[str, dict[str, Any]] = {
        "audience": {"audience": "parties"},
        "authority": {"authority_id": vestegnen.police.pk},
        "unit": {"unit_id": vestegnen.herlev_ssp.pk},
    }

    with acting_for(officer), pytest.raises(DatabaseError, match="row-level security"):
        _tension(conflict, officer, **forgeries[forged])


def test_evidence_belongs_to_a_hypothesis_of_the_same_conflict(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    ours = conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp)
    other = conflicts.hypothesis(conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp, title="En anden"))
    actor = actor_of(vestegnen.coordinator)

    with acting_for(actor), pytest.raises(DatabaseError, match="row-level security"), _savepoint():
        Evidence.objects.create(
            **conflicts.part(ours, unit_id=actor.unit_id),
            hypothesis=other,
            side="for",
            words="Set af to klubber.",
            reliability="b",
            credibility="2",
            known_on=timezone.localdate(),
        )


def test_a_conflict_is_never_for_partners(vestegnen: Vestegnen) -> None:
    with pytest.raises(DatabaseError, match="conflict_is_never_for_partners"), _savepoint():
        conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp, audience=Audience.PARTNERS)


@pytest.mark.parametrize(
    ("who", "knows"),
    [
        ("officer", True),
        ("coordinator", False),
        ("street_worker", False),
        ("leader", False),
        ("herlev_case_worker", False),
        ("outsider", False),
    ],
)
def test_without_a_clearance_the_police_alone_know_a_group(
    *, who: str, knows: bool, known: GroupIdentity, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    assert _knows(actor_of(getattr(vestegnen, who))) is knows


def test_a_cleared_unit_knows_and_the_unit_next_door_does_not(
    known: GroupIdentity, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    conflicts.clearance(known.conflict, vestegnen.police, vestegnen.gladsaxe, unit=vestegnen.gladsaxe_ssp)

    assert _knows(actor_of(vestegnen.coordinator))
    assert not _knows(actor_of(vestegnen.street_worker))
    assert not _knows(actor_of(vestegnen.herlev_case_worker))


def test_a_cleared_user_knows_and_the_colleague_does_not(
    known: GroupIdentity, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    conflicts.clearance(known.conflict, vestegnen.police, vestegnen.gladsaxe, user_id=vestegnen.coordinator.pk)

    assert _knows(actor_of(vestegnen.coordinator))
    assert not _knows(actor_of(vestegnen.leader))


@pytest.mark.parametrize(
    "columns",
    [
        {"expires_at": timedelta(seconds=-1)},
        {"withdrawn_at": timedelta(minutes=-1)},
        {"expires_at": timedelta(hours=-20)},
    ],
    ids=["netop udløbet", "trukket tilbage", "længe udløbet"],
)
def test_a_clearance_that_has_ended_opens_nothing(
    columns: dict[str, timedelta], known: GroupIdentity, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    ended = {name: timezone.now() + away for name, away in columns.items()}
    conflicts.clearance(known.conflict, vestegnen.police, vestegnen.gladsaxe, unit=vestegnen.gladsaxe_ssp, **ended)

    assert not _knows(actor_of(vestegnen.coordinator))


def test_a_clearance_for_one_conflict_opens_no_other(
    known: GroupIdentity, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    other = conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp, title="En anden konflikt")
    conflicts.clearance(other, vestegnen.police, vestegnen.gladsaxe, unit=vestegnen.gladsaxe_ssp)

    assert not _knows(actor_of(vestegnen.coordinator))


def test_a_unit_of_the_same_number_in_another_authority_is_not_cleared(
    known: GroupIdentity, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    """A clearance names unit and authority: one that names the wrong authority opens nothing."""
    conflicts.clearance(known.conflict, vestegnen.police, vestegnen.herlev, unit=vestegnen.gladsaxe_ssp)

    assert not _knows(actor_of(vestegnen.coordinator))


def test_a_municipality_cannot_say_who_a_group_is_even_by_hand(
    known: GroupIdentity, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    actor = actor_of(vestegnen.coordinator)

    with acting_for(actor), pytest.raises(DatabaseError, match="row-level security"), _savepoint():
        GroupIdentity.objects.create(
            partnership_id=actor.table,
            authority_id=actor.authority_id,
            conflict=known.conflict,
            group=known.group,
            name="Nogen",
            written_at=timezone.now(),
            written_by=actor.user_id,
        )


@pytest.mark.parametrize("whose", ["gladsaxe", "police"])
def test_a_municipality_cannot_clear_itself_even_by_hand(
    whose: str, known: GroupIdentity, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    actor = actor_of(vestegnen.coordinator)

    with acting_for(actor), pytest.raises(DatabaseError, match="row-level security"), _savepoint():
        _clear(known.conflict, actor, authority=getattr(vestegnen, whose), unit=vestegnen.gladsaxe_ssp)
    assert not _knows(actor)


def test_the_police_clear_a_unit_of_the_very_party_and_a_user_who_asked(
    known: GroupIdentity, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    officer = actor_of(vestegnen.officer)
    asked = conflicts.clearance_request(known.conflict, vestegnen.gladsaxe_ssp, user_id=vestegnen.coordinator.pk)

    for forged in ({"unit": vestegnen.herlev_ssp}, {"user_id": uuid4()}, {"user_id": vestegnen.leader.pk}):
        with acting_for(officer), pytest.raises(DatabaseError, match="row-level security"), _savepoint():
            _clear(known.conflict, officer, authority=vestegnen.police, **forged)
    with acting_for(officer):
        _clear(known.conflict, officer, authority=vestegnen.police, unit=vestegnen.gladsaxe_ssp)
        _clear(known.conflict, officer, authority=vestegnen.police, user_id=asked.user_id)
        assert Clearance.objects.count() == 2


def test_nobody_asks_in_anothers_name(known: GroupIdentity, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    actor = actor_of(vestegnen.coordinator)

    with acting_for(actor), pytest.raises(DatabaseError, match="row-level security"), _savepoint():
        ClearanceRequest.objects.create(
            partnership_id=actor.table,
            authority_id=actor.authority_id,
            audience="police",
            conflict=known.conflict,
            unit_id=actor.unit_id,
            user_id=vestegnen.leader.pk,
            user_label="Leder",
            reason="Vil gerne vide det.",
            at=timezone.now(),
            answer="waiting",
        )


def test_who_asks_is_seen_by_the_own_authority_and_the_police_alone(
    known: GroupIdentity, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    conflicts.clearance_request(known.conflict, vestegnen.gladsaxe_ssp)

    seen = {}
    for name in ("coordinator", "officer", "herlev_case_worker"):
        with acting_for(actor_of(getattr(vestegnen, name))):
            seen[name] = ClearanceRequest.objects.exists()

    assert seen == {"coordinator": True, "officer": True, "herlev_case_worker": False}


def test_the_cleared_cannot_change_the_words_or_the_clearance(
    known: GroupIdentity, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    conflicts.clearance(known.conflict, vestegnen.police, vestegnen.gladsaxe, unit=vestegnen.gladsaxe_ssp)

    with acting_for(actor_of(vestegnen.coordinator)):
        assert GroupIdentity.objects.update(name="Et andet navn") == 0
        assert GroupIdentity.objects.all().delete()[0] == 0
        assert Clearance.objects.update(withdrawn_why="") == 0
        assert ConflictGroup.objects.update(label="Omkring torvet") == 1


def _knows(actor: Actor) -> bool:
    with acting_for(actor):
        return GroupIdentity.objects.exists()


def _tension(conflict: Conflict, actor: Actor, **columns: Any) -> None:
    with _savepoint():
        TensionChange.objects.create(
            **conflicts.part(conflict, **{"unit_id": actor.unit_id, **columns}),
            tension="high",
            reason="To episoder i nat.",
        )


def _clear(conflict: Conflict, actor: Actor, **columns: Any) -> None:
    now = timezone.now()
    Clearance.objects.create(
        partnership_id=actor.table,
        conflict=conflict,
        recipient_id=_gladsaxe(conflict),
        recipient_label="SSP",
        reason="Mægler mellem grupperne.",
        given_at=now,
        given_by=actor.user_id,
        expires_at=now + timedelta(days=7),
        **columns,
    )


def _gladsaxe(conflict: Conflict) -> Any:
    return conflict.authority_id


def _savepoint() -> Any:
    return transaction.atomic(using=current_login())
