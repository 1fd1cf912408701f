"""Knock Knock by two authorities: a visit without a name that both see, and words that neither shares."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.identity.vocabulary import UnitKind
from rundbord.interventions import actions, queries
from rundbord.interventions.models import Intervention, JointAnswer, JointVisit, StepTaken
from rundbord.interventions.rules.joint import WEIGHED, objections_to_answer, state_of
from rundbord.interventions.vocabulary import InterventionKind, JointState, JointWord
from rundbord.notices.models import Notice
from tests.concerns.files import NAME
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.interventions.stories import fresh, started, taken
from tests.queries import own_queries

KNOCK = InterventionKind.KNOCK_KNOCK
ALL = list(WEIGHED)


@pytest.fixture
def ssp(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """SSP Gladsaxe, who asks."""
    return actor_of(vestegnen.coordinator)


@pytest.fixture
def police(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """The local police, who are asked."""
    return actor_of(vestegnen.officer)


@pytest.fixture
def nominated(ssp: Actor) -> Intervention:
    """A Knock Knock of SSP Gladsaxe, on which SSP itself has said go."""
    intervention = started(ssp, KNOCK)
    taken(intervention, ssp, ("nominate", "nominated"), ("decide", "go"))
    return fresh(intervention, ssp)


@pytest.fixture
def visit(nominated: Intervention, ssp: Actor, vestegnen: Vestegnen) -> JointVisit:
    """The visit on which the local police have been asked."""
    with acting_for(ssp):
        return actions.ask_for_joint_visit(
            nominated, unit=vestegnen.local_police, area=vestegnen.station, weighed=ALL, by=ssp
        )


def _answer(visit: JointVisit, by: Actor, word: JointWord) -> JointAnswer:
    with acting_for(by):
        return actions.answer_joint_visit(visit, word=word.value, weighed=ALL if word is JointWord.GO else [], by=by)


def _sees(actor: Actor, visit: JointVisit) -> bool:
    with acting_for(actor):
        found = JointVisit.objects.filter(pk=visit.pk).exists()
        assert JointAnswer.objects.filter(visit_id=visit.pk).exists() == found
    return found


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ([JointWord.GO], JointState.WAITING),
        ([JointWord.GO, JointWord.GO], JointState.GO),
        ([JointWord.GO, JointWord.NO_GO], JointState.NO_GO),
    ],
)
def test_one_no_is_enough_and_a_yes_takes_two(words: list[JointWord], state: JointState) -> None:
    assert state_of(words, is_over=False) is state
    assert state_of(words, is_over=True) is JointState.OVER


def test_a_yes_has_weighed_all_of_it_and_a_no_owes_nothing() -> None:
    assert list(objections_to_answer("go", ALL[:-1], is_over=False)) == ["weighed"]
    assert list(objections_to_answer("", [], is_over=False)) == ["word"]
    assert list(objections_to_answer("no_go", [], is_over=True)) == [""]
    assert objections_to_answer("no_go", [], is_over=False) == {}


def test_both_units_see_the_visit_and_nobody_else(
    visit: JointVisit, police: Actor, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    other_unit = rows.unit(vestegnen.police, "Forebyggende", UnitKind.PREVENTION)

    assert _sees(actor_of(vestegnen.coordinator), visit)
    assert _sees(police, visit)
    assert _sees(actor_of(vestegnen.leader), visit)
    for who in (
        vestegnen.herlev_case_worker,
        vestegnen.outsider,
        vestegnen.dpo,
        vestegnen.secretary,
        rows.user(vestegnen.gladsaxe_street, Role.CASE_WORKER),
        rows.user(other_unit, Role.OFFICER),
    ):
        assert not _sees(actor_of(who), visit)


def test_the_partner_sees_neither_intervention_nor_file(
    visit: JointVisit, nominated: Intervention, police: Actor
) -> None:
    with acting_for(police):
        assert not Intervention.objects.filter(pk=nominated.pk).exists()
        assert not StepTaken.objects.filter(intervention_id=nominated.pk).exists()


def test_the_visit_has_a_reference_an_area_and_no_name(visit: JointVisit) -> None:
    assert len(visit.reference) == 4
    told = " ".join(str(getattr(visit, field.attname)) for field in visit._meta.concrete_fields)
    assert NAME not in told


def test_the_asked_unit_is_told_without_content(visit: JointVisit, vestegnen: Vestegnen) -> None:
    with as_owner():
        told = Notice.objects.get(kind="joint_visit_asked")

    assert told.unit_id == vestegnen.local_police.pk
    assert told.path == reverse("interventions:show_joint_visit", args=[visit.pk])
    # A secretary or a street worker of the unit would meet a closed door.
    assert told.opens == Permission.SEE_CONCERNS


def test_the_visit_waits_for_both_and_then_takes_place(
    visit: JointVisit, nominated: Intervention, ssp: Actor, police: Actor
) -> None:
    with pytest.raises(Refused, match="ja fra begge"):
        taken(nominated, ssp, ("visit", "met"))

    _answer(visit, police, JointWord.GO)
    taken(nominated, ssp, ("visit", "met"))

    with acting_for(police):
        assert JointVisit.objects.get(pk=visit.pk).ended_at is not None
    assert fresh(nominated, ssp).next_step == "offer"


def test_a_no_stops_it_and_may_be_taken_back(
    visit: JointVisit, nominated: Intervention, ssp: Actor, police: Actor
) -> None:
    _answer(visit, police, JointWord.NO_GO)
    with pytest.raises(Refused, match="sagt nej"):
        taken(nominated, ssp, ("visit", "met"))

    _answer(visit, police, JointWord.GO)
    taken(nominated, ssp, ("visit", "met"))

    with acting_for(police):
        assert len(audit.own_entries(event=Event.JOINT_VISIT_ANSWERED.value)) == 2


def test_the_time_is_seen_by_both(visit: JointVisit, nominated: Intervention, ssp: Actor, police: Actor) -> None:
    _answer(visit, police, JointWord.GO)
    tomorrow = timezone.now() + timedelta(days=1)
    with acting_for(ssp):
        standing = queries.intervention_of(nominated.pk)
        step = queries.step_of(standing, "visit")
        actions.plan_step(standing, step, planned_for=tomorrow, place="Mødes ved stationen", by=ssp)

    with acting_for(police):
        assert JointVisit.objects.get(pk=visit.pk).planned_for == tomorrow


def test_the_partner_ties_it_to_an_own_file_and_keeps_own_words(
    visit: JointVisit, nominated: Intervention, ssp: Actor, police: Actor
) -> None:
    _answer(visit, police, JointWord.GO)
    own = started(police, KNOCK)
    taken(own, police, ("nominate", "nominated"), ("decide", "go"))
    with acting_for(police):
        actions.join_joint_visit(visit, fresh(own, police), by=police)
    taken(own, police, ("visit", "met"))

    with acting_for(ssp):
        assert not StepTaken.objects.filter(intervention_id=own.pk).exists()
    with acting_for(police):
        assert StepTaken.objects.filter(intervention_id=own.pk, step="visit").count() == 1


def test_it_is_asked_for_once_and_only_before_the_visit(
    visit: JointVisit, nominated: Intervention, ssp: Actor, vestegnen: Vestegnen
) -> None:
    with acting_for(ssp), pytest.raises(Refused, match="allerede"):
        actions.ask_for_joint_visit(fresh(nominated, ssp), unit=vestegnen.local_police, area=None, weighed=ALL, by=ssp)
    other = started(ssp, InterventionKind.CONCERN_TALK)
    with acting_for(ssp), pytest.raises(Refused, match="ikke spørges"):
        actions.ask_for_joint_visit(other, unit=vestegnen.local_police, area=None, weighed=ALL, by=ssp)


def test_nobody_answers_for_another(visit: JointVisit, ssp: Actor, police: Actor) -> None:
    told = {"partnership_id": visit.partnership_id, "visit": visit, "word": "go", "answered_at": timezone.now()}

    for authority, user in ((police.authority_id, ssp.user_id), (ssp.authority_id, police.user_id)):
        with acting_for(ssp), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            JointAnswer.objects.create(authority_id=authority, answered_by=user, **told)


def test_nobody_asks_somebody_who_sits_at_no_table(nominated: Intervention, ssp: Actor, vestegnen: Vestegnen) -> None:
    with as_owner():
        unit = vestegnen.outside.units.get()
    with acting_for(ssp), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        actions.ask_for_joint_visit(nominated, unit=unit, area=None, weighed=ALL, by=ssp)


def test_more_than_two_visits_in_ninety_days_are_too_many(
    visit: JointVisit, nominated: Intervention, ssp: Actor, police: Actor
) -> None:
    _answer(visit, police, JointWord.GO)
    taken(nominated, ssp, ("visit", "nobody_home"), ("visit", "refused"))

    with pytest.raises(Refused, match="90 dage"):
        taken(nominated, ssp, ("visit", "met"))


# Screens.


@pytest.fixture
def at_the_police(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    """The officer's browser."""
    return client_of(vestegnen.officer)


def test_the_police_are_asked_answer_and_see_no_name(visit: JointVisit, at_the_police: Client) -> None:
    address = reverse("interventions:show_joint_visit", args=[visit.pk])
    assert "fælles besøg venter på jeres svar" in at_the_police.get("/").content.decode()
    assert "Venter på jeres svar" in at_the_police.get(reverse("interventions:joint_visits")).content.decode()
    assert NAME not in at_the_police.get(address).content.decode()

    incomplete = at_the_police.post(address, {"word": "go", "weighed": ALL[:2]})
    answered = at_the_police.post(address, {"word": "go", "weighed": ALL})

    assert "taget stilling til det hele" in incomplete.content.decode()
    assert answered["Location"] == address
    assert "Begge har sagt ja" in at_the_police.get(address).content.decode()


def test_it_is_asked_for_from_the_intervention(
    nominated: Intervention, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    browser = client_of(vestegnen.coordinator)
    address = reverse("interventions:ask_for_joint_visit", args=[nominated.pk])
    told = browser.get(reverse("interventions:show_intervention", args=[nominated.pk])).content.decode()
    page = browser.get(address).content.decode()

    answer = browser.post(
        address, {"unit": str(vestegnen.local_police.pk), "area": str(vestegnen.station.pk), "weighed": ALL}
    )

    assert "Spørg den anden part" in told
    assert "Lokalpolitiet" in page
    assert "SSP Herlev" not in page
    assert "/faelles-besoeg/" in answer["Location"]


def test_the_police_tie_it_by_one_tap(visit: JointVisit, police: Actor, at_the_police: Client) -> None:
    own = started(police, KNOCK)
    address = reverse("interventions:show_joint_visit", args=[visit.pk])
    assert NAME in at_the_police.get(address).content.decode()

    at_the_police.post(reverse("interventions:join_joint_visit", args=[visit.pk, own.pk]))

    assert fresh(own, police).joint_visit_id == visit.pk


@pytest.mark.parametrize("who", ["herlev_case_worker", "outsider"])
def test_to_others_it_does_not_exist(who: str, visit: JointVisit, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    browser = client_of(getattr(vestegnen, who))

    assert browser.get(reverse("interventions:show_joint_visit", args=[visit.pk])).status_code == 404
    assert visit.reference not in browser.get(reverse("interventions:joint_visits")).content.decode()


def test_the_list_asks_as_much_for_many_as_for_one(
    visit: JointVisit, ssp: Actor, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    browser, address = client_of(vestegnen.coordinator), reverse("interventions:joint_visits")
    browser.get(address)
    with own_queries() as few:
        browser.get(address)
    for _ in range(4):
        more = started(ssp, KNOCK)
        taken(more, ssp, ("nominate", "nominated"), ("decide", "go"))
        with acting_for(ssp):
            actions.ask_for_joint_visit(fresh(more, ssp), unit=vestegnen.local_police, area=None, weighed=ALL, by=ssp)
    with own_queries() as many:
        browser.get(address)

    assert len(many) == len(few)
