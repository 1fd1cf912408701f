"""What stays overdue goes from the unit to its leader and then to the next agenda, each step told once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from rundbord.access.actor import system_of
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.identity.models import Duty
from rundbord.notices.models import Notice
from rundbord.partnership.models import Forum, ForumSeat
from rundbord.partnership.vocabulary import ForumKind, SeatRole
from rundbord.tasks import actions, queries
from rundbord.tasks.jobs import let_overdue_climb, remind_units
from rundbord.tasks.models import Reminder, Task
from rundbord.tasks.rules import Climbing, steps_due
from rundbord.tasks.vocabulary import ReminderStep
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.tasks.rows import decided, forum_with

NOW = 0
FRIDAY = date(2026, 11, 20)
# Friday 25 December and the days around it: Christmas Eve is a working day by law, the two after it are not.
BEFORE_CHRISTMAS = date(2026, 12, 23)


@pytest.mark.parametrize(
    ("due_on", "today", "steps"),
    [
        (FRIDAY, date(2026, 11, 24), []),
        (FRIDAY, date(2026, 11, 25), [ReminderStep.LEADER]),
        (FRIDAY, date(2026, 12, 1), [ReminderStep.LEADER]),
        (FRIDAY, date(2026, 12, 2), [ReminderStep.LEADER, ReminderStep.AGENDA]),
        (BEFORE_CHRISTMAS, date(2026, 12, 28), []),
        (BEFORE_CHRISTMAS, date(2026, 12, 29), [ReminderStep.LEADER]),
    ],
    ids=["to arbejdsdage", "tre arbejdsdage", "dagen før dagsordenen", "dagsordenen", "hen over jul", "efter jul"],
)
def test_steps_are_counted_in_working_days(due_on: date, today: date, steps: list[ReminderStep]) -> None:
    assert steps_due(due_on, Climbing(), today=today) == steps


def _notices(kind: str) -> list[Notice]:
    with as_owner():
        return list(Notice.objects.filter(kind=kind))


def _steps() -> list[str]:
    with as_owner():
        return sorted(Reminder.objects.values_list("step", flat=True))


def test_an_overdue_task_climbs_to_the_leader_and_to_the_agenda_and_each_is_told_once(vestegnen: Vestegnen) -> None:
    task = decided(vestegnen, vestegnen.gladsaxe_ssp, due_in=-30)

    for _ in range(2):
        remind_units(NOW)
        let_overdue_climb(NOW)

    [leader], [agenda] = _notices("task_climbed_to_leader"), _notices("task_on_agenda")
    assert (leader.recipient_id, leader.unit_id, leader.role) == (
        vestegnen.gladsaxe.pk,
        vestegnen.gladsaxe_ssp.pk,
        Role.LEADER,
    )
    assert agenda.unit_id == vestegnen.gladsaxe_ssp.pk
    assert {leader.path, agenda.path} == {f"/opgaver/{task.pk}/"}
    assert _steps() == ["agenda", "leader", "owner"]


def test_a_unit_without_a_leader_is_helped_by_the_leaders_of_its_authority(vestegnen: Vestegnen) -> None:
    decided(vestegnen, vestegnen.gladsaxe_street, due_in=-30)

    let_overdue_climb(NOW)

    [leader] = _notices("task_climbed_to_leader")
    assert (leader.recipient_id, leader.unit_id, leader.role) == (vestegnen.gladsaxe.pk, None, Role.LEADER)


def test_a_leader_who_has_left_leads_nobody(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    with as_owner():
        Duty.objects.filter(user=vestegnen.leader).update(ends_on=timezone.localdate() - timedelta(days=1))
    decided(vestegnen, vestegnen.gladsaxe_ssp, due_in=-30)

    let_overdue_climb(NOW)

    [leader] = _notices("task_climbed_to_leader")
    assert leader.unit_id is None


def test_a_new_deadline_begins_anew_and_a_closed_task_climbs_no_further(vestegnen: Vestegnen) -> None:
    task = decided(vestegnen, vestegnen.gladsaxe_ssp, due_in=-30)
    let_overdue_climb(NOW)
    with as_owner():
        Task.objects.filter(pk=task.pk).update(due_on=timezone.localdate() - timedelta(days=29))
    let_overdue_climb(NOW)
    with as_owner():
        Task.objects.filter(pk=task.pk).update(
            due_on=timezone.localdate() - timedelta(days=28), closed_at=timezone.now()
        )

    let_overdue_climb(NOW)

    assert _steps() == ["agenda", "agenda", "leader", "leader"]


def test_the_partnership_sets_how_long_is_waited(vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf) -> None:
    decided(vestegnen, vestegnen.gladsaxe_ssp, due_in=-30)

    client_of(vestegnen.secretary).post("/opgaver/register/loeft/", {"to_leader": 60, "to_agenda": 5})
    let_overdue_climb(NOW)

    assert _steps() == []
    assert "Efter 60 arbejdsdage" in client_of(vestegnen.officer).get("/opgaver/register/").content.decode()
    with acting_for(actor_of(vestegnen.secretary)):
        assert own_entries(event=Event.CLIMB_RULE_SET)


def test_who_does_not_govern_the_partnership_sets_no_rule(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    leader, secretary = actor_of(vestegnen.leader), actor_of(vestegnen.secretary)

    with acting_for(leader), pytest.raises(NotPermitted):
        actions.set_climb_rule(Climbing(), by=leader)
    with acting_for(secretary), pytest.raises(Refused, match="arbejdsdage"):
        actions.set_climb_rule(Climbing(to_leader=0), by=secretary)


def test_the_agenda_of_a_forum_gets_what_it_decided_itself(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    forum = forum_with(vestegnen, vestegnen.gladsaxe_ssp, vestegnen.local_police)
    morning = forum_with(vestegnen, vestegnen.gladsaxe_ssp, kind=ForumKind.MORNING)
    own = decided(vestegnen, vestegnen.local_police, due_in=-30, forum=forum)
    loose = decided(vestegnen, vestegnen.local_police, due_in=-29)
    decided(vestegnen, vestegnen.local_police, due_in=-1, forum=forum, what="For ny til dagsordenen")

    let_overdue_climb(NOW)

    leader = actor_of(vestegnen.leader)
    with acting_for(leader):
        assert [row.task.pk for row in queries.waiting_for_agenda(leader, forum)] == [own.pk]
        assert [row.task.pk for row in queries.waiting_for_agenda(leader, morning)] == [loose.pk]
    told = {notice.unit_id for notice in _notices("task_on_agenda")}
    assert told == {vestegnen.gladsaxe_ssp.pk}


def test_owner_and_decider_are_told_once_that_a_decision_is_to_be_looked_at_again(vestegnen: Vestegnen) -> None:
    decided(vestegnen, vestegnen.herlev_ssp, review_on=timezone.localdate(), closed_at=timezone.now())
    decided(vestegnen, vestegnen.herlev_ssp, review_on=timezone.localdate() + timedelta(days=1))

    let_overdue_climb(NOW)
    let_overdue_climb(NOW)

    told = {(notice.recipient_id, notice.unit_id) for notice in _notices("decision_to_review")}
    assert told == {(vestegnen.herlev.pk, vestegnen.herlev_ssp.pk), (vestegnen.gladsaxe.pk, vestegnen.gladsaxe_ssp.pk)}
    assert len(_notices("decision_to_review")) == 2


def test_a_decider_that_has_left_the_partnership_is_not_told_and_stops_nobodys_night(vestegnen: Vestegnen) -> None:
    decided(vestegnen, vestegnen.herlev_ssp, due_in=-40, review_on=timezone.localdate())
    with as_owner():
        vestegnen.partnership.parties.filter(authority=vestegnen.gladsaxe).update(
            left_on=timezone.localdate() - timedelta(days=1)
        )

    let_overdue_climb(NOW)

    assert {notice.recipient_id for notice in _notices("decision_to_review")} == {vestegnen.herlev.pk}


def test_the_decision_shows_how_far_it_has_climbed(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    task = decided(vestegnen, vestegnen.gladsaxe_ssp, due_in=-30)
    let_overdue_climb(NOW)

    shown = client_of(vestegnen.officer).get(f"/opgaver/{task.pk}/").content.decode()

    assert "Løftet til lederen" in shown
    assert "Sat på næste dagsorden" in shown


def test_a_night_takes_each_step_of_many_tasks_once(vestegnen: Vestegnen) -> None:
    for number in range(12):
        decided(vestegnen, vestegnen.gladsaxe_ssp, due_in=-30, what=f"Runde {number}")
    night = system_of(vestegnen.gladsaxe.pk, partnership_id=vestegnen.partnership.pk)
    with acting_for(night):
        assert actions.climb(by=night) == 24
        assert actions.climb(by=night) == 0


def test_a_leading_seat_of_another_party_is_told_of_the_agenda(vestegnen: Vestegnen) -> None:
    forum = forum_with(vestegnen, vestegnen.local_police, vestegnen.gladsaxe_ssp)
    rows.user(vestegnen.local_police, Role.LEADER)
    decided(vestegnen, vestegnen.gladsaxe_ssp, due_in=-30, forum=forum)

    let_overdue_climb(NOW)

    assert {notice.unit_id for notice in _notices("task_on_agenda")} == {vestegnen.local_police.pk}
    with as_owner():
        assert ForumSeat.objects.get(forum=forum, role=SeatRole.CHAIR).unit_id == vestegnen.local_police.pk
        assert Forum.objects.count() == 1
