"""Two visits to one family: both learn it when both hold an approved plan and have asked, and else nobody anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import DatabaseError, transaction
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.interventions import actions, queries
from rundbord.interventions.models import Intervention
from rundbord.interventions.rules.joint import WEIGHED
from rundbord.interventions.rules.kinds import KINDS
from rundbord.interventions.vocabulary import Ending, InterventionKind, JointWord
from rundbord.keys.current import round_keys
from rundbord.sharing.models import CommonKnowledge, Nomination, WhoElseRound
from tests.database import as_owner
from tests.factories.rounds import OTHER, at_work, closed, nominated, opened
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.factories.two_visits import WHY, asked, decided, family, plan, planned
from tests.interventions.stories import WORDS, fresh, started, taken
from tests.sharing.observing import World, in_a_world, observing, told_apart

WARNING = "To besøg hos den samme familie"


@pytest.fixture(autouse=True)
def _at_work(vestegnen: Vestegnen) -> None:
    at_work(vestegnen)


@pytest.fixture
def ssp(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """The coordinator of SSP Gladsaxe."""
    return actor_of(vestegnen.coordinator)


@pytest.fixture
def police(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """The officer."""
    return actor_of(vestegnen.officer)


@pytest.fixture
def meeting(ssp: Actor) -> WhoElseRound:
    """A round that closes in two days."""
    return opened(ssp)


def _page(client_of: ClientOf, user: Any, intervention: Intervention) -> str:
    return client_of(user).get(f"/indsatser/{intervention.pk}/").content.decode()


def test_both_are_warned_when_both_have_planned_and_asked(  # noqa: PLR0917 - pytest gives fixtures by name
    meeting: WhoElseRound, ssp: Actor, police: Actor, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    ours, theirs = planned(ssp), planned(police)
    asked(ours, meeting, ssp)
    asked(theirs, meeting, police)
    assert WARNING not in _page(client_of, vestegnen.coordinator, ours)

    closed(meeting, vestegnen)

    for user, own, other in (
        (vestegnen.coordinator, ours, "Lokalpolitiet"),
        (vestegnen.officer, theirs, "SSP Gladsaxe"),
    ):
        page = _page(client_of, user, own)
        assert WARNING in page
        assert f"{other}, " in page
        file = client_of(user).get(f"/unge/{own.person_id}/").content.decode()
        assert "Skulle også besøge familien" in file


@pytest.mark.parametrize("theirs", ["nothing", "a plan alone", "another family", "an acquaintance"])
def test_without_a_plan_and_a_question_of_both_nobody_is_warned(  # noqa: PLR0917 - pytest gives fixtures by name
    theirs: str, meeting: WhoElseRound, ssp: Actor, police: Actor, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    ours = planned(ssp)
    asked(ours, meeting, ssp)
    if theirs == "a plan alone":
        planned(police)
    elif theirs == "another family":
        asked(planned(police, OTHER), meeting, police)
    elif theirs == "an acquaintance":
        nominated(police, meeting, person=family(police))

    closed(meeting, vestegnen)

    with as_owner():
        assert CommonKnowledge.objects.count() == 0
        assert Nomination.objects.count() == 0
    assert WARNING not in _page(client_of, vestegnen.coordinator, ours)


@pytest.mark.parametrize("days", [1, 17])
def test_a_visit_outside_the_fortnight_is_not_asked_about(days: int, meeting: WhoElseRound, ssp: Actor) -> None:
    visit = planned(ssp, at=timezone.now() + timedelta(days=days))

    with pytest.raises(Refused, match="fjorten dage"):
        asked(visit, meeting, ssp)


def test_without_a_plan_nothing_is_asked(meeting: WhoElseRound, ssp: Actor) -> None:
    with pytest.raises(Refused, match="ikke planlagt"):
        asked(decided(ssp), meeting, ssp)


def test_a_visit_that_is_ended_is_no_plan(meeting: WhoElseRound, ssp: Actor) -> None:
    visit = planned(ssp)
    with acting_for(ssp):
        actions.end_intervention(visit, ending=Ending.MOVED, reason=WORDS, by=ssp)

    with pytest.raises(Refused, match="ikke planlagt"):
        asked(visit, meeting, ssp)


def test_it_is_a_nomination_like_others_judged_capped_and_logged(meeting: WhoElseRound, ssp: Actor) -> None:
    visit = planned(ssp)
    with pytest.raises(Refused, match="nødvendigt"):
        asked(visit, meeting, ssp, why="Fordi.")

    asked(visit, meeting, ssp)
    with pytest.raises(Refused, match="allerede indmeldt"):
        asked(visit, meeting, ssp, why=f"Igen: {WHY}")

    with as_owner():
        [nomination] = Nomination.objects.all()
    assert nomination.kind == "visit"
    with acting_for(ssp):
        assert [entry.subject_id for entry in own_entries(event=Event.NOMINATED)] == [str(nomination.pk)]


def test_only_one_step_of_a_kind_is_at_home_and_it_is_called_visit() -> None:
    """The policy of the database names the step."""
    at_home = {step.key for kind in KINDS.values() for step in kind.steps if step.is_at_home}

    assert at_home == {"visit"}


@pytest.mark.parametrize("forged", ["honest", "no plan", "too early", "too late", "cancelled", "ended", "another step"])
def test_the_database_takes_no_visit_without_an_approved_plan(forged: str, meeting: WhoElseRound, ssp: Actor) -> None:
    with acting_for(ssp):
        closes_at = WhoElseRound.objects.get(pk=meeting.pk).closes_at
    when = {"too early": closes_at - timedelta(hours=1), "too late": closes_at + timedelta(days=14, hours=1)}
    visit = decided(ssp) if forged == "no plan" else planned(ssp, at=when.get(forged))
    honest = nominated(ssp, meeting, person=visit.person)
    with as_owner():
        if forged == "cancelled":
            visit.plans.update(cancelled_at=timezone.now())
        if forged == "ended":
            Intervention.objects.filter(pk=visit.pk).update(ended_at=timezone.now())
        if forged == "another step":
            visit.plans.update(step="talk")
    columns = {field.attname: getattr(honest, field.attname) for field in honest._meta.fields}
    columns |= {"id": uuid4(), "kind": "visit"}

    with acting_for(ssp):
        if forged == "honest":
            Nomination.objects.create(**columns)
            return
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Nomination.objects.create(**columns)


def test_the_unit_that_goes_along_is_no_news(  # noqa: PLR0917 - pytest gives fixtures by name
    meeting: WhoElseRound, ssp: Actor, police: Actor, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    knock = InterventionKind.KNOCK_KNOCK
    ours, theirs = started(ssp, knock, person=family(ssp)), started(police, knock, person=family(police))
    for own, by in ((ours, ssp), (theirs, police)):
        taken(own, by, ("nominate", "nominated"), ("decide", "go"))
    with acting_for(ssp):
        visit = actions.ask_for_joint_visit(
            fresh_by(ours), unit=vestegnen.local_police, area=None, weighed=list(WEIGHED), by=ssp
        )
    with acting_for(police):
        actions.answer_joint_visit(visit, word=JointWord.GO.value, weighed=list(WEIGHED), by=police)
        actions.join_joint_visit(visit, fresh_by(theirs), by=police)
    for own, by in ((ours, ssp), (theirs, police)):
        asked(plan(fresh(own, by), by), meeting, by)

    closed(meeting, vestegnen)

    with as_owner():
        assert CommonKnowledge.objects.count() == 2
    assert WARNING not in _page(client_of, vestegnen.coordinator, ours)
    assert WARNING not in _page(client_of, vestegnen.officer, theirs)


def fresh_by(intervention: Intervention) -> Intervention:
    """Read it again in the name of whoever acts."""
    return queries.intervention_of(intervention.pk)


# Screens.


def test_planning_leads_to_asking_where_a_round_is_open(
    meeting: WhoElseRound, ssp: Actor, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    browser, visit = client_of(vestegnen.coordinator), decided(ssp)
    when = timezone.localtime() + timedelta(days=7)
    given = {"planned_for": f"{when:%Y-%m-%dT%H:%M}", "place": "Hos familien"}

    address = browser.post(f"/indsatser/{visit.pk}/skridt/visit/tid/", given)["Location"]
    page = browser.get(address).content.decode()
    short = browser.post(address, {"round_id": str(meeting.pk), "reason": "Fordi."}).content.decode()
    answer = browser.post(address, {"round_id": str(meeting.pk), "reason": WHY})

    assert address == f"/indsatser/{visit.pk}/andre-besoeg/"
    assert "Spring over" in page
    assert "nødvendigt" in short
    assert "I har spurgt" in browser.get(answer["Location"]).content.decode()
    # Asked once, there is nothing left to ask.
    assert browser.get(address)["Location"] == f"/indsatser/{visit.pk}/"


def test_planning_leads_back_where_no_round_is_open(ssp: Actor, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    visit = decided(ssp)
    when = timezone.localtime() + timedelta(days=7)

    answer = client_of(vestegnen.coordinator).post(
        f"/indsatser/{visit.pk}/skridt/visit/tid/", {"planned_for": f"{when:%Y-%m-%dT%H:%M}"}
    )

    assert answer["Location"] == f"/indsatser/{visit.pk}/"


def test_whether_both_visit_is_not_asked_from_the_file(
    meeting: WhoElseRound, ssp: Actor, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    person = family(ssp)
    given = {"round_id": str(meeting.pk), "kind": "visit", "purpose": "crime_prevention", "reason": WHY}

    client_of(vestegnen.coordinator).post(f"/unge/{person.pk}/kender-i/", given)

    with as_owner():
        assert set(Nomination.objects.values_list("kind", flat=True)) <= {"known"}


# Two worlds.


@pytest.fixture
def clock() -> Iterator[Callable[[int], None]]:
    """Let no minute end between two worlds; give what sets the clock so many minutes on from where it stood."""
    start = timezone.now() + timedelta(minutes=12)
    with time_machine.travel(start, tick=False) as traveller:
        yield lambda minutes: traveller.move_to(start + timedelta(minutes=minutes))


@pytest.mark.parametrize("moment", ["open", "closed"])
@pytest.mark.parametrize("observer", ["coordinator", "herlev_case_worker"])
def test_two_world_one_plan_alone_leaves_no_trace(  # noqa: PLR0913, PLR0917 - fixtures by name
    moment: str,
    observer: str,
    meeting: WhoElseRound,
    vestegnen: Vestegnen,
    actor_of: ActorOf,
    client_of: ClientOf,
    clock: Callable[[int], None],
) -> None:
    """SSP Gladsaxe is about to visit; the police have a plan of the very same, of another family, or none."""
    ssp, police = actor_of(vestegnen.coordinator), actor_of(vestegnen.officer)
    user = getattr(vestegnen, observer)
    ours, same, another = planned(ssp), decided(police), decided(police, OTHER)
    addresses = ["/", f"/indsatser/{ours.pk}/", f"/indsatser/{ours.pk}/andre-besoeg/", f"/unge/{ours.person_id}/"]
    addresses += [
        "/indsatser/",
        "/indsatser/tal/",
        f"/kendskab/{meeting.pk}/",
        "/kendskab/",
        "/beskeder/",
        "/overblik/",
    ]
    look = observing(actor_of(user), client_of(user), addresses)
    look()  # whoever reads a screen for the first time leaves a trace of their own

    def world(act: Callable[[], object]) -> World:
        def live() -> None:
            clock(0)
            # Closing destroys the key, which no rollback brings back: each world has its own.
            round_keys().make(meeting.authority_id, meeting.pk)
            asked(ours, meeting, ssp)
            act()
            # Notices of one moment stand in no order.
            clock(5)
            if moment == "closed":
                closed(meeting, vestegnen)

        return in_a_world(live, look)

    nothing = world(lambda: None)
    a_plan_alone = world(lambda: plan(same, police))
    other_family = world(lambda: asked(plan(another, police), meeting, police))
    both = world(lambda: asked(plan(same, police), meeting, police))

    assert told_apart(a_plan_alone, nothing) == []
    assert told_apart(other_family, nothing) == []
    if moment == "open" or observer != "coordinator":
        assert told_apart(both, nothing) == []
    else:
        # The worlds are looked at closely enough: here the two parties are to learn it.
        assert both != nothing
