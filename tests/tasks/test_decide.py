"""Deciding and finishing: which unit does what by when, without persons, overdue first."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.identity.models import Unit
from rundbord.notices.models import Notice
from rundbord.situation.models import Picture
from rundbord.tasks import actions
from rundbord.tasks.models import Outcome, Task
from rundbord.tasks.vocabulary import TaskOutcome
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen


def _task(vestegnen: Vestegnen, owner: Unit, *, due_in: int, what: str = "Gå en fælles runde") -> Task:
    with as_owner():
        return Task.objects.create(
            partnership=vestegnen.partnership,
            authority=vestegnen.gladsaxe,
            audience="parties",
            what=what,
            owner=owner,
            due_on=timezone.localdate() + timedelta(days=due_in),
            decided_at=timezone.now(),
            decided_by=vestegnen.leader.pk,
        )


def test_a_decision_gives_another_partys_unit_a_task_and_tells_it(
    vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    fields = {"what": "Skifte lygterne på stien", "owner": vestegnen.local_police.pk, "due_on": timezone.localdate()}

    answer = client_of(vestegnen.leader).post("/opgaver/ny/", fields)

    with as_owner():
        task = Task.objects.get()
        notice = Notice.objects.get(kind="task_given")
    assert answer["Location"] == f"/opgaver/{task.pk}/"
    assert (notice.recipient_id, notice.unit_id) == (vestegnen.police.pk, vestegnen.local_police.pk)
    with acting_for(actor_of(vestegnen.leader)):
        assert own_entries(event=Event.DECIDED)


def test_a_decision_remembers_the_picture_it_comes_from(
    vestegnen: Vestegnen, published: Picture, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.leader)
    shown = client.get(f"/opgaver/ny/?billede={published.pk}&nr=1").content.decode()
    fields = {
        "what": "Skifte lygterne på stien",
        "owner": vestegnen.gladsaxe_ssp.pk,
        "due_on": timezone.localdate(),
        "picture_id": published.pk,
        "picture_number": 1,
    }

    client.post("/opgaver/ny/", fields)

    assert str(published.pk) in shown
    with as_owner():
        assert Task.objects.get().picture_number == 1


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"what": "Ring til 12 34 56 78"}, "»12 34 56 78«"),
        ({"due_on": "2020-01-01"}, "Fristen ligger før i dag"),
        ({"owner": ""}, "Dette felt er påkrævet"),
    ],
    ids=["et telefonnummer", "en frist i fortiden", "ingen enhed"],
)
def test_what_cannot_be_decided_is_explained(
    changed: dict[str, str], sentence: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    fields = {"what": "Gå en runde", "owner": str(vestegnen.gladsaxe_ssp.pk), "due_on": str(timezone.localdate())}

    shown = client_of(vestegnen.leader).post("/opgaver/ny/", fields | changed).content.decode()

    assert sentence in shown
    with as_owner():
        assert not Task.objects.exists()


def test_a_reporter_may_not_decide(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    reporter = actor_of(vestegnen.street_worker)
    decision = actions.Decision(what="Noget", owner=vestegnen.gladsaxe_ssp, due_on=timezone.localdate())

    with acting_for(reporter), pytest.raises(NotPermitted):
        actions.decide(decision, by=reporter)


@pytest.mark.parametrize("outcome", [TaskOutcome.DONE, TaskOutcome.PARTLY, TaskOutcome.DROPPED])
def test_an_outcome_closes_the_task(outcome: TaskOutcome, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    task = _task(vestegnen, vestegnen.local_police, due_in=0)

    client_of(vestegnen.officer).post(f"/opgaver/{task.pk}/", {"outcome": outcome, "text": "Runden blev gået."})

    with as_owner():
        assert Task.objects.get().closed_at is not None
        assert Outcome.objects.get().unit_id == vestegnen.local_police.pk


def test_postponing_gives_a_new_deadline_and_keeps_the_task_open(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    task = _task(vestegnen, vestegnen.local_police, due_in=-1)
    later = timezone.localdate() + timedelta(days=3)

    client_of(vestegnen.officer).post(f"/opgaver/{task.pk}/", {"outcome": "postponed", "new_due_on": later})

    with as_owner():
        standing = Task.objects.get()
    assert (standing.due_on, standing.closed_at) == (later, None)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"outcome": "postponed"}, "Vælg den nye frist"),
        ({"outcome": "postponed", "new_due_on": date(2020, 1, 1)}, "Fristen ligger før i dag"),
        ({"outcome": "dropped"}, "Skriv kort hvorfor"),
    ],
)
def test_an_outcome_that_says_too_little_is_refused(
    fields: dict[str, object], sentence: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    task = _task(vestegnen, vestegnen.local_police, due_in=0)

    shown = client_of(vestegnen.officer).post(f"/opgaver/{task.pk}/", fields).content.decode()

    assert sentence in shown


def test_of_two_who_finish_the_second_learns_of_the_first(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    task = _task(vestegnen, vestegnen.local_police, due_in=0)
    officer = actor_of(vestegnen.officer)
    with acting_for(officer):
        actions.finish_task(task, TaskOutcome.DONE, by=officer)

    with acting_for(officer), pytest.raises(Refused, match="allerede afsluttet"):
        actions.finish_task(task, TaskOutcome.DONE, by=officer)


def test_overdue_tasks_come_first_and_the_own_units_by_themselves(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _task(vestegnen, vestegnen.local_police, due_in=3, what="Senere runde")
    _task(vestegnen, vestegnen.local_police, due_in=-2, what="Glemt runde")
    _task(vestegnen, vestegnen.herlev_ssp, due_in=0, what="Herlevs runde")
    client = client_of(vestegnen.officer)

    own, everybody = (client.get(f"/opgaver/?vis={which}").content.decode() for which in ("egen", "alle"))

    assert own.index("Glemt runde") < own.index("Senere runde")
    assert "Herlevs runde" not in own
    assert everybody.index("Glemt runde") < everybody.index("Herlevs runde") < everybody.index("Senere runde")


def test_the_list_has_a_fixed_number_of_queries(
    vestegnen: Vestegnen, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(40):
        _task(vestegnen, vestegnen.local_police, due_in=number, what=f"Runde {number}")
    client = client_of(vestegnen.officer)

    with django_assert_max_num_queries(15):
        shown = client.get("/opgaver/?vis=alle").content.decode()

    assert shown.count("entry-heading") == 30
    assert "Ældre" in shown


def test_another_partnership_does_not_find_the_task(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    task = _task(vestegnen, vestegnen.local_police, due_in=0)

    assert client_of(vestegnen.outsider).get(f"/opgaver/{task.pk}/").status_code == 404
