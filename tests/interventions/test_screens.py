"""The screens of interventions: what they show, what they refuse, what they log, and to whom they do not exist."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.session import AUTH, acting_for, speaking_as
from rundbord.audit import Event
from rundbord.identity import actions as identity
from rundbord.identity.models import Draft, SignIn, User
from rundbord.identity.vocabulary import Proof
from rundbord.interventions import queries
from rundbord.interventions.models import Intervention, StepTaken
from rundbord.interventions.vocabulary import InterventionKind
from tests.concerns.files import NAME, file_on
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.interventions.stories import WORDS, fresh, looked_into, started, taken, values_of
from tests.queries import own_queries

TALK = InterventionKind.CONCERN_TALK
VISIT = InterventionKind.HOME_VISIT


@pytest.fixture
def by(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    """The coordinator of SSP Gladsaxe."""
    return actor_of(vestegnen.coordinator)


@pytest.fixture
def browser(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    """The coordinator's browser."""
    return client_of(vestegnen.coordinator)


def _address(screen: str, *keys: object) -> str:
    return reverse(f"interventions:{screen}", args=list(keys))


def _events(by: Actor, event: Event) -> int:
    with acting_for(by):
        return len(audit.own_entries(event=event.value))


def _posted(intervention: Intervention, key: str, outcome: str, **changed: object) -> dict[str, Any]:
    step = queries.step_of(intervention, key)
    values = values_of(step)
    sent: dict[str, Any] = {name: value for name, value in values.items() if not isinstance(value, list)}
    sent |= {name: value for name, value in values.items() if name in {"grounds", "present"}}
    if "agreements" in values:
        sent |= {"agreements-1-who": "Den unge", "agreements-1-what": "Møder op", "agreements-1-when": "mandag"}
    now = timezone.localtime().strftime("%Y-%m-%dT%H:%M")
    again = (timezone.localdate() + timedelta(days=2)).isoformat()
    return {"sent": str(uuid4()), "outcome": outcome, "held_at": now, "again_on": again, **sent, **changed}


def test_an_intervention_is_begun_from_the_file(by: Actor, browser: Client) -> None:
    person = file_on(by)

    page = browser.get(_address("start_intervention", person.pk))
    answer = browser.post(_address("start_intervention", person.pk), {"kind": TALK.value})

    assert "Bekymringssamtale" in page.content.decode()
    with acting_for(by):
        [intervention] = Intervention.objects.filter(person=person)
    assert answer["Location"] == _address("show_intervention", intervention.pk)


def test_what_speaks_against_beginning_is_told_on_the_page(by: Actor, browser: Client) -> None:
    intervention = started(by, TALK)

    answer = browser.post(_address("start_intervention", intervention.person_id), {"kind": TALK.value})

    assert answer.status_code == 200
    assert "allerede i gang" in answer.content.decode()


def test_the_page_shows_the_next_step_its_due_moment_and_what_was_said(by: Actor, browser: Client) -> None:
    intervention = started(by, TALK)
    taken(intervention, by, ("invite", "invited"))

    told = browser.get(_address("show_intervention", intervention.pk)).content.decode()

    assert NAME in told
    assert "Hold samtalen" in told
    assert "aftalt lokalt" in told
    assert WORDS in told
    assert f"<title>{NAME}" not in told
    assert _events(by, Event.INTERVENTION_READ) == 1


def test_a_step_is_noted_from_the_form(by: Actor, browser: Client) -> None:
    intervention = started(by, TALK)
    taken(intervention, by, ("invite", "invited"))

    answer = browser.post(_address("take_step", intervention.pk, "talk"), _posted(intervention, "talk", "held"))

    assert answer["Location"] == _address("show_intervention", intervention.pk)
    assert fresh(intervention, by).next_step == "summary"
    told = browser.get(answer["Location"]).content.decode()
    assert "Den unge · Møder op · mandag" in told


def test_an_incomplete_step_keeps_everything_typed_and_says_what_is_missing(by: Actor, browser: Client) -> None:
    intervention = started(by, TALK)
    taken(intervention, by, ("invite", "invited"))
    typed = _posted(intervention, "talk", "held", young_view="", situation="Kom for sent i skole.")
    del typed["agreements-1-who"], typed["agreements-1-what"], typed["agreements-1-when"]

    answer = browser.post(_address("take_step", intervention.pk, "talk"), typed)

    form = answer.context["form"]
    assert set(form.errors) == {"young_view", "agreements-1-who"}
    assert form["situation"].value() == "Kom for sent i skole."
    assert "Kom for sent i skole." in answer.content.decode()


def test_sending_the_same_form_twice_is_one_step(by: Actor, browser: Client) -> None:
    intervention = started(by, VISIT)
    taken(intervention, by, ("assess", "go"))
    typed = _posted(intervention, "visit", "nobody_home")

    for _ in range(2):
        assert browser.post(_address("take_step", intervention.pk, "visit"), typed).status_code == 302

    with acting_for(by):
        assert StepTaken.objects.filter(intervention=intervention, step="visit").count() == 1


def test_hard_stops_are_told_before_the_form_is_filled_in(by: Actor, browser: Client) -> None:
    person = file_on(by, has_protected_address=True)
    looked_into(person, by)
    intervention = started(by, VISIT, person=person)
    taken(intervention, by, ("assess", "go"))

    for screen, keys in (("show_intervention", ()), ("take_step", ("visit",)), ("plan_step", ("visit",))):
        told = browser.get(_address(screen, intervention.pk, *keys)).content.decode()
        assert "Adressen er beskyttet." in told
        assert "Gør i stedet" in told
    refused = browser.post(_address("take_step", intervention.pk, "visit"), _posted(intervention, "visit", "met"))
    assert refused.status_code == 200
    assert fresh(intervention, by).next_step == "visit"


def test_a_time_is_planned_and_shown(by: Actor, browser: Client) -> None:
    intervention = started(by, VISIT)
    taken(intervention, by, ("assess", "go"))
    when = timezone.localtime() + timedelta(days=1)

    answer = browser.post(
        _address("plan_step", intervention.pk, "visit"),
        {"planned_for": when.strftime("%Y-%m-%dT%H:%M"), "place": "På biblioteket"},
    )

    assert "På biblioteket" in browser.get(answer["Location"]).content.decode()


def test_an_intervention_is_ended_from_its_page(by: Actor, browser: Client) -> None:
    intervention = started(by, TALK)
    missing = browser.post(_address("end_intervention", intervention.pk), {"ending": "moved", "reason": ""})
    assert missing.status_code == 200

    browser.post(_address("end_intervention", intervention.pk), {"ending": "moved", "reason": WORDS})

    told = browser.get(_address("show_intervention", intervention.pk)).content.decode()
    assert "Flyttet" in told
    assert "Notér skridtet" not in told


def test_the_summary_that_the_family_gets_is_what_is_stored(by: Actor, browser: Client) -> None:
    intervention = started(by, TALK)
    row = taken(intervention, by, ("invite", "invited"), ("talk", "held"))

    answer = browser.post(_address("print_step", row.pk))

    assert answer["Content-Disposition"] == 'attachment; filename="referat.pdf"'
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)
    for said in ("Referat af vores samtale", NAME, "1. Kortlægning", "2. Ansvarliggørelse", "3. Tiltag", WORDS):
        assert said in " ".join(text.split())
    assert _events(by, Event.INTERVENTION_PRINTED) == 1


def test_a_page_is_not_made_by_looking(by: Actor, browser: Client) -> None:
    intervention = started(by, TALK)
    row = taken(intervention, by, ("invite", "invited"))

    assert browser.get(_address("print_step", row.pk)).status_code == 404
    assert _events(by, Event.INTERVENTION_PRINTED) == 0


def test_an_underretning_is_fetched_until_it_is_delivered_and_then_without_words(by: Actor, browser: Client) -> None:
    intervention = started(by, InterventionKind.UNDERRETNING)
    row = taken(intervention, by, ("write", "written"))
    for _ in range(2):
        assert browser.post(_address("print_step", row.pk)).status_code == 200

    browser.post(_address("take_step", intervention.pk, "deliver"), _posted(intervention, "deliver", "delivered"))

    assert browser.post(_address("print_step", row.pk)).status_code == 404
    told = browser.get(_address("show_intervention", intervention.pk)).content.decode()
    assert "Ordene er slettet her." in told
    assert WORDS not in told
    assert "barnets lov § 136" in told


@pytest.mark.parametrize("who", ["officer", "herlev_case_worker", "outsider"])
def test_to_others_it_does_not_exist(who: str, by: Actor, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    intervention = started(by, TALK)
    row = taken(intervention, by, ("invite", "invited"))
    browser = client_of(getattr(vestegnen, who))

    for screen, keys in (
        *(("show_intervention", (intervention.pk,)), ("take_step", (intervention.pk, "talk"))),
        *(("plan_step", (intervention.pk, "talk")), ("end_intervention", (intervention.pk,))),
        *(("of_file", (intervention.person_id,)), ("start_intervention", (intervention.person_id,))),
    ):
        assert browser.get(_address(screen, *keys)).status_code == 404
    assert browser.post(_address("print_step", row.pk)).status_code == 404
    assert NAME not in browser.get(_address("interventions")).content.decode()


def _without_second_factor(user: User) -> Client:
    with speaking_as(AUTH):
        token = identity.begin_session(User.objects.get(pk=user.pk), proof=Proof.PASSWORD).token
    client = Client()
    client.cookies[settings.SIGN_IN_COOKIE] = token
    return client


def test_without_a_second_factor_nothing_is_shown(by: Actor, vestegnen: Vestegnen) -> None:
    intervention = started(by, TALK)
    browser = _without_second_factor(vestegnen.coordinator)

    answer = browser.get(_address("show_intervention", intervention.pk))

    assert answer.status_code in {302, 403}
    assert NAME not in answer.content.decode()


def test_what_is_sent_without_a_session_is_never_kept_as_a_draft(by: Actor, browser: Client) -> None:
    intervention = started(by, TALK)
    with as_owner():
        SignIn.objects.update(seen_at=timezone.now() - timedelta(minutes=16))

    answer = browser.post(_address("take_step", intervention.pk, "invite"), _posted(intervention, "invite", "invited"))

    assert answer.status_code == 302
    with as_owner():
        assert not Draft.objects.exists()


def test_the_leader_sees_and_writes_nothing(by: Actor, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    intervention, browser = started(by, TALK), client_of(vestegnen.leader)

    told = browser.get(_address("show_intervention", intervention.pk)).content.decode()

    assert NAME in told
    assert "Notér skridtet" not in told
    assert browser.get(_address("take_step", intervention.pk, "invite")).status_code == 403


def test_the_list_opens_all_names_with_one_query_for_keys_and_is_logged(by: Actor, browser: Client) -> None:
    for number in range(2):
        started(by, TALK, person=file_on(by, name=f"Ung Eksempel {number}"))
    browser.get(_address("interventions"))
    with own_queries() as few:
        browser.get(_address("interventions"))
    for number in range(2, 8):
        started(by, TALK, person=file_on(by, name=f"Ung Eksempel {number}"))
    with own_queries() as many:
        told = browser.get(_address("interventions")).content.decode()

    assert len(many) == len(few)
    assert told.count("Ung Eksempel") == 8
    assert _events(by, Event.INTERVENTIONS_LISTED) == 3


def test_late_interventions_stand_on_the_day(by: Actor, browser: Client) -> None:
    intervention = started(by, TALK)
    with acting_for(by):
        Intervention.objects.filter(pk=intervention.pk).update(due_at=timezone.now() - timedelta(hours=1))

    told = browser.get("/").content.decode()

    assert "indsats er over fristen" in told
    assert NAME not in told
