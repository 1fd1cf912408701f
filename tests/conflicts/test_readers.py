"""Who reads a conflict can change: the owner alone, seen before saved, and everything that belongs to it follows."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from rundbord.access.actor import Actor
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.session import acting_for, current_login
from rundbord.audit import Event, own_entries
from rundbord.conflicts import actions, queries
from rundbord.conflicts.models import (
    Conflict,
    ConflictArea,
    ConflictEvent,
    ConflictRevision,
    ConflictStep,
    Evidence,
    GroupIdentity,
    ReaderChange,
    RetaliationWindow,
    Review,
    RiskPoint,
    StatusChange,
    TensionChange,
    Weighing,
)
from rundbord.conflicts.sql import FOLLOWING
from rundbord.conflicts.vocabulary import StepKind
from rundbord.partnership.vocabulary import Audience
from rundbord.tasks.actions import Decision, Words, finish_task, note_dissent, review_decision
from rundbord.tasks.models import DecisionReview, Dissent, Outcome, Task
from rundbord.tasks.vocabulary import ReviewVerdict, TaskOutcome
from tests.database import as_owner
from tests.factories import conflicts
from tests.factories.situations import ActorOf, ClientOf, Vestegnen

WHY = "Herlev skal kunne forberede deres klubber."


@pytest.fixture
def narrow(vestegnen: Vestegnen) -> Conflict:
    """A conflict of Gladsaxe's own, with something in every table that belongs to it."""
    made = conflicts.conflict(
        vestegnen.partnership, vestegnen.gladsaxe_ssp, areas=(vestegnen.station,), audience=Audience.AUTHORITY
    )
    conflicts.event(made)
    conflicts.group(made, "A")
    _fill(made, conflicts.hypothesis(made).pk)
    return made


@pytest.fixture
def coordinator(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    return actor_of(vestegnen.coordinator)


def _fill(conflict: Conflict, hypothesis: UUID) -> None:
    now, own = timezone.now(), conflicts.part(conflict)
    graded = {"reliability": "b", "credibility": "2"}
    sure = {"hypothesis_id": hypothesis, "confidence": "weak"}
    with as_owner():
        ConflictRevision.objects.create(**own, version=1, title="Uro", kind="territory", started_on=now.date())
        TensionChange.objects.create(**own, tension="high", reason="To episoder i nat.")
        Review.objects.create(**own, looked_at="Spændingen.", next_due_at=now)
        StatusChange.objects.create(**own, is_closing=False, reason="Blussede op igen.")
        Weighing.objects.create(**own, **sure, reason="Kun rygter.", expires_at=now)
        Evidence.objects.create(
            **own, **graded, hypothesis_id=hypothesis, side="for", words="Set af klubben.", known_on=now.date()
        )
        RetaliationWindow.objects.create(**own, trigger="Skud", opens_at=now, closes_at=now + timedelta(days=1))
        RiskPoint.objects.create(**own, kind="match", words="Lokalopgør")


def _change(conflict: Conflict, audience: Audience, by: Actor, *, reason: str = WHY, seen: str = "") -> ReaderChange:
    with acting_for(by):
        standing = queries.conflict_of(conflict.pk)
        return actions.change_readers(standing, audience, reason=reason, seen=seen or standing.audience, by=by)


def _take_step(conflict: Conflict, unit: Any, by: Actor) -> ConflictStep:
    decision = Decision(what="Tal med klubben", owner=unit, due_on=timezone.localdate())
    with acting_for(by):
        return actions.take_step(conflict, StepKind.PRESENCE, decision, by=by)


def _parts() -> list[type[Any]]:
    """Every model whose rows belong to a conflict and have readers of the conflict's own."""
    return [
        model
        for model in apps.get_app_config("conflicts").get_models()
        if {"conflict", "audience"} <= {field.name for field in model._meta.fields}
        and model.__name__ != "ClearanceRequest"
    ]


def test_every_table_that_belongs_to_a_conflict_follows_it() -> None:
    assert {model._meta.db_table for model in _parts()} == set(FOLLOWING)
    assert len(FOLLOWING) == 14


def test_new_readers_see_every_old_row(
    narrow: Conflict, coordinator: Actor, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    _take_step(narrow, vestegnen.gladsaxe_ssp, coordinator)
    herlev = actor_of(vestegnen.herlev_case_worker)
    with acting_for(herlev):
        assert not Conflict.objects.exists()

    _change(narrow, Audience.PARTIES, coordinator)

    with acting_for(herlev):
        assert Conflict.objects.get().audience == Audience.PARTIES
        assert [model.__name__ for model in _parts() if not model._base_manager.exists()] == []
        assert ConflictStep.objects.get().task.what == "Tal med klubben"
    with as_owner():
        for model in _parts():
            assert set(model._base_manager.values_list("audience", flat=True)) == {"parties"}


def test_the_course_tells_new_readers_why_and_the_log_who(
    narrow: Conflict, coordinator: Actor, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    _change(narrow, Audience.PARTIES, coordinator)

    page = client_of(vestegnen.herlev_case_worker).get(f"/konflikter/{narrow.pk}/").content.decode()
    assert WHY in page
    assert "Fra kun min myndighed til alle parter" in page
    with acting_for(coordinator):
        assert own_entries(event=Event.CONFLICT_READERS_CHANGED)


def test_after_a_narrowing_others_find_nothing_and_the_owner_everything(
    vestegnen: Vestegnen, coordinator: Actor, actor_of: ActorOf, client_of: ClientOf
) -> None:
    conflict = conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp, areas=(vestegnen.station,))
    conflicts.event(conflict)
    police = client_of(vestegnen.officer)

    _change(conflict, Audience.POLICE, coordinator)
    assert police.get(f"/konflikter/{conflict.pk}/").status_code == 200
    assert client_of(vestegnen.herlev_case_worker).get(f"/konflikter/{conflict.pk}/").status_code == 404
    _change(conflict, Audience.AUTHORITY, coordinator)

    assert police.get(f"/konflikter/{conflict.pk}/").status_code == 404
    with acting_for(actor_of(vestegnen.officer)):
        assert not Conflict.objects.exists()
        assert not ConflictEvent.objects.exists()
        assert not ConflictArea.objects.exists()
    with acting_for(coordinator):
        assert ConflictEvent.objects.count() == 1
        assert ReaderChange.objects.count() == 2


def test_nobody_keeps_the_groups_names_who_no_longer_reads_the_conflict(
    vestegnen: Vestegnen, coordinator: Actor, actor_of: ActorOf
) -> None:
    conflict = conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp)
    conflicts.identity(conflicts.group(conflict, "A"), vestegnen.police)
    conflicts.clearance(conflict, vestegnen.police, vestegnen.herlev, unit=vestegnen.herlev_ssp)
    herlev = actor_of(vestegnen.herlev_case_worker)
    with acting_for(herlev):
        assert GroupIdentity.objects.exists()

    _change(conflict, Audience.POLICE, coordinator)

    with acting_for(herlev):
        assert not GroupIdentity.objects.exists()


@pytest.mark.parametrize("who", ["officer", "herlev_case_worker"])
def test_only_the_owning_authority_chooses(
    who: str, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    conflict = conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp)
    user = getattr(vestegnen, who)

    with pytest.raises(NotPermitted):
        _change(conflict, Audience.POLICE, actor_of(user))

    assert client_of(user).get(f"/konflikter/{conflict.pk}/laesere/").status_code in {403, 404}


def test_the_database_itself_refuses_others_and_every_other_way(
    vestegnen: Vestegnen, actor_of: ActorOf, narrow: Conflict, coordinator: Actor
) -> None:
    common = conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp, audience=Audience.POLICE)
    for actor, conflict in ((actor_of(vestegnen.officer), common), (actor_of(vestegnen.officer), narrow)):
        with acting_for(actor), pytest.raises(DatabaseError, match="anden myndighed"), _savepoint():
            _call(conflict, "parties")
    with acting_for(coordinator), pytest.raises(DatabaseError, match="conflict_is_never_for_partners"), _savepoint():
        _call(narrow, "partners")
    with acting_for(coordinator), pytest.raises(DatabaseError, match="permission denied"), _savepoint():
        Conflict.objects.update(audience="parties")


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ((Audience.AUTHORITY, WHY, ""), "audience"),
        ((Audience.PARTIES, "Fordi.", ""), "reason"),
        ((Audience.PARTIES, WHY, "police"), "audience"),
    ],
    ids=["samme", "uden grund", "overhalet"],
)
def test_a_change_that_says_nothing_or_comes_too_late_is_refused(
    given: tuple[Audience, str, str], field: str, narrow: Conflict, coordinator: Actor
) -> None:
    audience, reason, seen = given
    with pytest.raises(Refused) as refused:
        _change(narrow, audience, coordinator, reason=reason, seen=seen)

    assert list(refused.value.reasons) == [field]


def test_the_unit_that_follows_a_conflict_must_still_read_it(vestegnen: Vestegnen, coordinator: Actor) -> None:
    conflict = conflicts.conflict(
        vestegnen.partnership, vestegnen.herlev_ssp, authority_id=vestegnen.gladsaxe.pk, audience=Audience.PARTIES
    )

    with pytest.raises(Refused, match="følger konflikten"):
        _change(conflict, Audience.AUTHORITY, coordinator)


def test_a_step_in_a_conflict_of_our_own_is_read_by_us_alone_until_all_read_the_conflict(
    narrow: Conflict, coordinator: Actor, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    task = _take_step(narrow, vestegnen.gladsaxe_ssp, coordinator).task
    with acting_for(coordinator):
        finish_task(task, TaskOutcome.DONE, words=Words(text="Aftalt med klubben."), by=coordinator)
        note_dissent(task, vestegnen.gladsaxe_ssp, text="Klubben ville vente.", by=coordinator)
        review_decision(task, ReviewVerdict.STANDS, by=coordinator)
    herlev = actor_of(vestegnen.herlev_case_worker)
    with acting_for(herlev):
        assert not Task.objects.exists()

    with pytest.raises(Refused) as refused:
        _take_step(narrow, vestegnen.herlev_ssp, coordinator)
    _change(narrow, Audience.PARTIES, coordinator)

    assert list(refused.value.reasons) == ["owner"]
    with acting_for(herlev):
        assert Task.objects.get().pk == task.pk
        assert Outcome.objects.get().text == "Aftalt med klubben."
        assert Dissent.objects.get().text == "Klubben ville vente."
        assert DecisionReview.objects.exists()


def test_a_task_that_others_were_given_is_not_taken_from_them(
    vestegnen: Vestegnen, coordinator: Actor, actor_of: ActorOf
) -> None:
    conflict = conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp)
    _take_step(conflict, vestegnen.herlev_ssp, coordinator)

    _change(conflict, Audience.AUTHORITY, coordinator)

    with acting_for(actor_of(vestegnen.herlev_case_worker)):
        assert Task.objects.count() == 1


def test_who_will_read_is_shown_before_it_is_saved_and_must_be_seen(
    narrow: Conflict, vestegnen: Vestegnen, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client, address = client_of(vestegnen.coordinator), f"/konflikter/{narrow.pk}/laesere/"
    given = {"audience": "parties", "reason": WHY, "seen": "authority"}
    with django_assert_max_num_queries(20):
        now = client.get(address).content.decode()
    assert "SSP Gladsaxe" in now
    assert "SSP Herlev" not in now

    for posted in (given, {**given, "confirmed": "on"}, {**given, "confirmed": "on", "shown": "police"}):
        shown = client.post(address, posted).content.decode()
        assert "SSP Herlev" in shown
        assert "også det gamle" in shown
    with as_owner():
        assert Conflict.objects.get(pk=narrow.pk).audience == "authority"

    saved = client.post(address, {**given, "confirmed": "on", "shown": "parties"})

    assert saved.status_code == 302
    with as_owner():
        assert Conflict.objects.get(pk=narrow.pk).audience == "parties"
    fewer = client.post(address, {"audience": "authority", "reason": "Nu kun os selv igen.", "seen": "parties"})
    assert "kan ikke tages tilbage" in fewer.content.decode()


def test_people_are_counted_where_they_are_ours_to_know(narrow: Conflict, coordinator: Actor) -> None:
    with acting_for(coordinator):
        change = queries.change_of_readers(narrow, Audience.PARTIES, coordinator)

    [own] = change.kept
    # Coordinator, leader and secretary see conflicts; street worker, DPO and administrator do not.
    assert (own.name, own.people) == ("Gladsaxe Kommune", 3)
    assert {each.name: each.people for each in change.gained} == {"Herlev Kommune": None, "Vestegnens Politi": None}


def test_the_next_picture_tells_that_the_readers_changed(narrow: Conflict, coordinator: Actor) -> None:
    since = timezone.now()
    _change(narrow, Audience.PARTIES, coordinator)

    with acting_for(coordinator):
        [told] = queries.told_in_picture(since=since, until=timezone.now())

    assert "Læserkredsen er ændret" in told.changes
    assert told.audience == Audience.PARTIES


def _call(conflict: Conflict, readers: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT ctx.change_readers_of_conflict(%s, %s)", [conflict.pk, readers])


def _savepoint() -> Any:
    return transaction.atomic(using=current_login())
