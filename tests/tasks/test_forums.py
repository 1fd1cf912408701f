"""A decision of a forum is there for those seated in it, and for nobody else by any way."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for, current_login
from rundbord.partnership.models import ForumSeat
from rundbord.tasks import actions, queries
from rundbord.tasks.models import DecisionReview, Dissent, Outcome, Reminder, Task
from rundbord.tasks.vocabulary import ReviewVerdict, TaskOutcome
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.tasks.rows import decided, forum_with

SAID = (Outcome, Dissent, DecisionReview, Reminder)


def _spoken_of(vestegnen: Vestegnen, actor_of: ActorOf) -> Task:
    """A decision of Gladsaxe and the police, with something of each kind said about it."""
    forum = forum_with(vestegnen, vestegnen.gladsaxe_ssp, vestegnen.local_police)
    task = decided(vestegnen, vestegnen.local_police, due_in=-1, forum=forum, what="For os to")
    leader = actor_of(vestegnen.leader)
    with acting_for(leader):
        actions.note_dissent(task, vestegnen.gladsaxe_ssp, text="Vi ville vente.", by=leader)
        actions.review_decision(task, ReviewVerdict.STANDS, by=leader)
        later = timezone.localdate() + timedelta(days=9)
        actions.finish_task(task, TaskOutcome.POSTPONED, new_due_on=later, by=leader)
    with as_owner():
        Reminder.objects.create(
            partnership=vestegnen.partnership,
            authority=vestegnen.police,
            audience="parties",
            forum=forum,
            task=task,
            step="owner",
            day=timezone.localdate(),
            at=timezone.now(),
        )
    return task


def test_a_third_party_sees_nothing_of_it(vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf) -> None:
    task = _spoken_of(vestegnen, actor_of)
    seated, third = client_of(vestegnen.officer), client_of(vestegnen.herlev_case_worker)

    for address in ("/opgaver/?vis=alle", "/opgaver/register/?stand=every", "/opgaver/register/beslutninger.csv", "/"):
        assert "For os to" not in third.get(address).content.decode()
    assert "For os to" in seated.get("/opgaver/register/?stand=every").content.decode()
    assert third.get(f"/opgaver/{task.pk}/").status_code == 404
    assert third.post(f"/opgaver/{task.pk}/", {"outcome": "done"}).status_code == 404
    assert seated.get(f"/opgaver/{task.pk}/").status_code == 200
    assert "Koordinationsgruppe" not in third.get("/opgaver/register/").content.decode()
    with acting_for(actor_of(vestegnen.herlev_case_worker)):
        assert [model.objects.count() for model in SAID] == [0, 0, 0, 0]
    with acting_for(actor_of(vestegnen.officer)):
        assert [model.objects.count() for model in SAID] == [1, 1, 1, 1]


def test_whoever_loses_the_seat_loses_the_decision(
    vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    task = _spoken_of(vestegnen, actor_of)
    with as_owner():
        ForumSeat.objects.filter(unit=vestegnen.local_police).update(ends_on=timezone.localdate() - timedelta(days=1))

    assert client_of(vestegnen.officer).get(f"/opgaver/{task.pk}/").status_code == 404


def test_no_row_can_pretend_that_a_decision_of_a_forum_is_everybodys(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    task = _spoken_of(vestegnen, actor_of)
    leader = actor_of(vestegnen.leader)

    with acting_for(leader), pytest.raises(DatabaseError), transaction.atomic(using=current_login()):
        Dissent.objects.create(
            partnership_id=leader.table,
            authority_id=leader.authority_id,
            audience="parties",
            forum=None,
            task=task,
            unit=vestegnen.gladsaxe_ssp,
            text="For alle.",
            at=timezone.now(),
        )


def test_nobody_decides_in_a_forum_without_a_seat(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    forum = forum_with(vestegnen, vestegnen.herlev_ssp, vestegnen.local_police)
    leader = actor_of(vestegnen.leader)

    with acting_for(leader), pytest.raises(DatabaseError), transaction.atomic(using=current_login()):
        Task.objects.create(
            partnership_id=leader.table,
            authority_id=leader.authority_id,
            audience="parties",
            what="Fra et andet bord",
            owner=vestegnen.gladsaxe_ssp,
            due_on=timezone.localdate(),
            decided_at=timezone.now(),
            decided_by=leader.user_id,
            forum=forum,
        )


def test_a_forum_gives_tasks_to_those_who_can_read_them(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    forum = forum_with(vestegnen, vestegnen.gladsaxe_ssp, vestegnen.local_police)
    leader = actor_of(vestegnen.leader)
    decision = actions.Decision(
        what="Gå en runde", owner=vestegnen.herlev_ssp, due_on=timezone.localdate(), forum=forum
    )

    with acting_for(leader), pytest.raises(Refused, match="ingen plads i forummet"):
        actions.decide(decision, by=leader)


def test_a_decision_made_at_a_meeting_knows_forum_meeting_and_item(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    forum = forum_with(vestegnen, vestegnen.gladsaxe_ssp, vestegnen.local_police)
    meeting, item = uuid4(), uuid4()
    client = client_of(vestegnen.leader)
    shown = client.get(f"/opgaver/ny/?forum={forum.pk}&moede={meeting}&punkt={item}").content.decode()

    client.post(
        "/opgaver/ny/",
        {
            "what": "Gå en runde",
            "owner": vestegnen.local_police.pk,
            "due_on": timezone.localdate(),
            "forum": forum.pk,
            "meeting_id": meeting,
            "item_id": item,
        },
    )

    assert str(meeting) in shown
    with as_owner():
        task = Task.objects.get()
    assert (task.forum_id, task.meeting_id, task.item_id) == (forum.pk, meeting, item)


def test_the_picture_tells_only_what_every_party_may_read(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    two = forum_with(vestegnen, vestegnen.gladsaxe_ssp, vestegnen.local_police)
    everybody = forum_with(vestegnen, vestegnen.gladsaxe_ssp, vestegnen.local_police, vestegnen.herlev_ssp)
    decided(vestegnen, vestegnen.local_police, what="For to", forum=two)
    decided(vestegnen, vestegnen.local_police, what="For alle", forum=everybody)
    coordinator, now = actor_of(vestegnen.coordinator), timezone.now()

    with acting_for(coordinator):
        told = queries.told_in_picture(coordinator, since=now - timedelta(days=1), until=now + timedelta(minutes=1))

    assert [row.task.what for row in told] == ["For alle"]
