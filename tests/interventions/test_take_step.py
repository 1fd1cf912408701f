"""A step is taken: what is kept, what moves, what is logged, and what is refused."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor, system_of
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.concerns.models import Concern, YoungPerson
from rundbord.concerns.vocabulary import SafeguardKind
from rundbord.interventions import actions, queries
from rundbord.interventions.models import Intervention, StepTaken
from rundbord.interventions.rules.kinds import KINDS
from rundbord.interventions.vocabulary import Ending, InterventionKind
from rundbord.sharing.vocabulary import HonourScreening
from tests.concerns.files import file_on
from tests.factories.situations import ActorOf, Vestegnen
from tests.interventions.stories import WORDS, attempted, fresh, looked_into, safeguard, started, taken

TALK = InterventionKind.CONCERN_TALK
VISIT = InterventionKind.HOME_VISIT


@pytest.fixture
def by(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """The coordinator of SSP Gladsaxe."""
    return actor_of(vestegnen.coordinator)


def _logged(event: Event, actor: Actor) -> list[str]:
    with acting_for(actor):
        return [str(entry.subject_id) for entry in audit.own_entries(event=event.value)]


def test_an_intervention_begins_with_its_first_step_and_a_due_moment(by: Actor) -> None:
    intervention = started(by, TALK)

    assert intervention.next_step == "invite"
    assert intervention.due_at is not None
    assert timezone.localdate(intervention.due_at) == timezone.localdate() + timedelta(days=5)
    assert _logged(Event.INTERVENTION_STARTED, by) == [str(intervention.pk)]


def test_the_same_kind_is_not_begun_twice_nor_without_an_open_concern(by: Actor) -> None:
    intervention = started(by, TALK)
    with pytest.raises(Refused, match="allerede i gang"):
        started(by, TALK, person=intervention.person)

    with acting_for(by):
        Concern.objects.filter(person=intervention.person).update(closed_at=timezone.now())
    with pytest.raises(Refused, match="åben bekymring"):
        started(by, VISIT, person=intervention.person)


def test_an_adult_gets_no_underretning(by: Actor) -> None:
    person = file_on(by, birth_year=timezone.localdate().year - 20)

    with pytest.raises(Refused, match="under 18"):
        started(by, InterventionKind.UNDERRETNING, person=person)


def test_the_police_begin_no_network_council(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    with pytest.raises(Refused, match="kommunen"):
        started(actor_of(vestegnen.officer), InterventionKind.NETWORK_COUNCIL)


def test_a_leader_reads_and_begins_nothing(by: Actor, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    person, leader = file_on(by), actor_of(vestegnen.leader)

    with acting_for(leader), pytest.raises(NotPermitted):
        actions.start_intervention(person, kind=KINDS[TALK], by=leader)


def test_what_was_said_is_sealed_and_read_again(by: Actor) -> None:
    intervention = started(by, TALK)

    row = taken(intervention, by, ("invite", "invited"))

    assert row.words is not None
    assert WORDS.encode() not in bytes(row.words)
    with acting_for(by):
        sheet = queries.sheet_of(queries.intervention_of(intervention.pk), by)
    assert WORDS in [line for each in sheet.done[0].said for line in each.lines]


def test_a_step_moves_the_next_one_and_is_logged_without_words(by: Actor) -> None:
    intervention = started(by, TALK)

    row = taken(intervention, by, ("invite", "invited"))

    assert fresh(intervention, by).next_step == "talk"
    assert _logged(Event.INTERVENTION_STEP_TAKEN, by) == [str(row.pk)]


def test_the_first_contact_stops_the_concerns_clock_once(by: Actor) -> None:
    intervention = started(by, TALK)

    row = taken(intervention, by, ("invite", "invited"), ("talk", "held"))
    with acting_for(by):
        first = Concern.objects.get(pk=intervention.concern_id).contacted_at
    taken(intervention, by, ("summary", "handed"))

    with acting_for(by):
        concern = Concern.objects.get(pk=intervention.concern_id)
    assert first == row.held_at == concern.contacted_at
    assert concern.offered_at is not None
    assert concern.secured_at is None


@pytest.mark.parametrize("outcome", ["nobody_home", "refused"])
def test_nobody_home_and_refused_are_tried_again_on_their_day(outcome: str, by: Actor) -> None:
    intervention = started(by, VISIT)

    taken(intervention, by, ("assess", "go"), ("visit", outcome))

    standing = fresh(intervention, by)
    assert standing.next_step == "visit"
    assert standing.due_at is not None
    assert timezone.localdate(standing.due_at) == timezone.localdate() + timedelta(days=2)
    with acting_for(by):
        assert Concern.objects.get(pk=intervention.concern_id).contacted_at is None


def test_a_course_that_runs_out_ends_by_itself(by: Actor) -> None:
    intervention = started(by, VISIT)

    taken(intervention, by, ("assess", "go"), ("visit", "given_up"))

    standing = fresh(intervention, by)
    assert standing.ended_at is not None
    assert standing.ending == Ending.NO_CONTACT
    with pytest.raises(Refused, match="slut"):
        taken(intervention, by, ("visit", "met"))


def test_an_intervention_is_ended_by_hand_with_a_reason(by: Actor) -> None:
    intervention = started(by, TALK)
    with acting_for(by), pytest.raises(Refused, match="hvorfor"):
        actions.end_intervention(intervention, ending=Ending.MOVED, reason=" ", by=by)

    with acting_for(by):
        row = actions.end_intervention(intervention, ending=Ending.MOVED, reason=WORDS, by=by)

    assert WORDS.encode() not in bytes(row.reason)
    assert fresh(intervention, by).ending == Ending.MOVED
    assert _logged(Event.INTERVENTION_ENDED, by) == [str(row.pk)]
    with acting_for(by), pytest.raises(Refused, match="allerede"):
        actions.end_intervention(intervention, ending=Ending.MOVED, reason=WORDS, by=by)


def test_what_is_sent_twice_is_one_step(by: Actor) -> None:
    intervention, sent = started(by, TALK), UUID("7f0cde0e-8e7c-4a27-8f1f-6e1d0d3f8a11")
    with acting_for(by):
        step = queries.step_of(intervention, "invite")
        once = actions.take_step(intervention, step, attempted(step, "invited"), sent=actions.Sent(id=sent), by=by)
        twice = actions.take_step(intervention, step, attempted(step, "invited"), sent=actions.Sent(id=sent), by=by)
        count = StepTaken.objects.filter(intervention=intervention).count()

    assert once.pk == twice.pk
    assert count == 1


def _file_that_stops(by: Actor, what: str) -> YoungPerson:
    person = file_on(by, has_protected_address=what == "address")
    looked_into(person, by, state=(HonourScreening.SIGNS if what == "honour" else HonourScreening.NO_SIGNS).value)
    if what in {"ban", "staff"}:
        safeguard(person, by, kind=SafeguardKind(what), state="yes")
    return person


@pytest.mark.parametrize("what", ["honour", "address", "ban", "staff"])
def test_a_hard_stop_stops_planning_and_noting_contact(what: str, by: Actor) -> None:
    person = _file_that_stops(by, what)
    intervention = started(by, VISIT, person=person)
    taken(intervention, by, ("assess", "go"))

    with acting_for(by), pytest.raises(Refused):
        actions.plan_step(
            fresh(intervention, by),
            queries.step_of(intervention, "visit"),
            planned_for=timezone.now() + timedelta(days=1),
            place="",
            by=by,
        )
    with pytest.raises(Refused):
        taken(intervention, by, ("visit", "met"))
    # Nobody was met: that may be said.
    taken(intervention, by, ("visit", "nobody_home"))


def test_the_newest_safeguard_of_a_kind_counts(by: Actor) -> None:
    person = _file_that_stops(by, "ban")
    safeguard(person, by, kind=SafeguardKind.BAN, state="no")
    intervention = started(by, VISIT, person=person)

    taken(intervention, by, ("assess", "go"), ("visit", "met"))

    assert fresh(intervention, by).next_step == "follow_up"


def test_a_plan_is_kept_until_it_is_used_or_replaced(by: Actor) -> None:
    intervention = started(by, VISIT)
    taken(intervention, by, ("assess", "go"))
    tomorrow = timezone.now() + timedelta(days=1)
    with acting_for(by):
        step = queries.step_of(intervention, "visit")
        for hours in (0, 2):
            standing = queries.intervention_of(intervention.pk)
            actions.plan_step(
                standing, step, planned_for=tomorrow + timedelta(hours=hours), place="På biblioteket", by=by
            )
        sheet = queries.sheet_of(queries.intervention_of(intervention.pk), by)

    assert sheet.plan is not None
    assert sheet.plan.planned_for == tomorrow + timedelta(hours=2)
    assert sheet.plan_place == "På biblioteket"
    assert len(_logged(Event.INTERVENTION_STEP_PLANNED, by)) == 2


def test_a_plan_in_the_past_is_refused(by: Actor) -> None:
    intervention = started(by, VISIT)
    taken(intervention, by, ("assess", "go"))

    step = queries.step_of(intervention, "visit")
    with acting_for(by), pytest.raises(Refused, match="gået"):
        actions.plan_step(fresh(intervention, by), step, planned_for=timezone.now(), place="", by=by)


def _underretning(by: Actor) -> Intervention:
    intervention = started(by, InterventionKind.UNDERRETNING)
    taken(intervention, by, ("write", "written"))
    return intervention


def test_the_words_of_an_underretning_are_gone_when_it_is_delivered_and_dates_stay(by: Actor) -> None:
    intervention = _underretning(by)
    with acting_for(by):
        before = queries.sheet_of(queries.intervention_of(intervention.pk), by).done[0]
    assert before.said

    taken(intervention, by, ("deliver", "delivered"))

    with acting_for(by):
        sheet = queries.sheet_of(queries.intervention_of(intervention.pk), by)
    written = sheet.done[-1]
    assert (written.said, written.are_words_gone) == ([], True)
    assert written.row.held_at == before.row.held_at
    assert sheet.name == "Ung Eksempel"
    assert sheet.intervention.next_step == "assessed"
    assert len(_logged(Event.UNDERRETNING_WORDS_DESTROYED, by)) == 1


def test_words_that_were_printed_a_day_ago_are_destroyed_by_the_night(by: Actor, vestegnen: Vestegnen) -> None:
    intervention, night = _underretning(by), system_of(vestegnen.gladsaxe.pk)
    with acting_for(by):
        [row] = StepTaken.objects.filter(intervention=intervention)
        actions.print_step(row, by=by)
    with acting_for(night):
        assert actions.destroy_printed_words(by=night) == 0
        StepTaken.objects.filter(pk=row.pk).update(printed_at=timezone.now() - timedelta(hours=25))
        assert actions.destroy_printed_words(by=night) == 1
        assert actions.destroy_printed_words(by=night) == 0

    with acting_for(by):
        assert queries.sheet_of(queries.intervention_of(intervention.pk), by).done[0].are_words_gone


def test_the_first_print_is_the_one_that_counts(by: Actor) -> None:
    intervention = _underretning(by)
    with acting_for(by):
        [row] = StepTaken.objects.filter(intervention=intervention)
        actions.print_step(row, by=by)
        first = StepTaken.objects.get(pk=row.pk).printed_at
        actions.print_step(row, by=by)

        assert StepTaken.objects.get(pk=row.pk).printed_at == first


def test_late_steps_are_counted_for_whoever_reaches_them(by: Actor, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    intervention, leader = started(by, TALK), actor_of(vestegnen.leader)
    other = actor_of(vestegnen.herlev_case_worker)
    with acting_for(by):
        assert queries.overdue_interventions(by).count() == 0
        Intervention.objects.filter(pk=intervention.pk).update(due_at=timezone.now() - timedelta(hours=1))

    for actor, count in ((by, 1), (leader, 1), (other, 0)):
        with acting_for(actor):
            assert queries.overdue_interventions(actor).count() == count


def test_a_key_made_for_one_intervention_does_not_meet_another(by: Actor) -> None:
    one, other, sent = started(by, TALK), started(by, TALK), actions.Sent(id=uuid4())

    assert sent.within(one) != sent.within(other)
