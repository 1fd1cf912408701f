"""Drafts: what a user typed comes back to that user, and to nobody else in the same browser."""

from __future__ import annotations

from datetime import timedelta
from typing import cast

import pytest
import time_machine
from django.conf import settings
from django.test import Client, RequestFactory
from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.identity.actions.save_draft import draft_owner
from rundbord.identity.drafts import draft_initial, restored_draft
from rundbord.identity.models import Draft, SignIn, User
from rundbord.situation.models import Report
from rundbord.web import SignedInRequest
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen

FORM = "/indberet/"


def _opened_by(user: User, actor_of: ActorOf) -> SignedInRequest:
    request = cast(SignedInRequest, RequestFactory().get(FORM))
    request.actor = actor_of(user)
    return request


def _autosave(client: Client, text: str, **more: str) -> int:
    return client.post("/kladde/", {"draft_key": FORM, "text": text, **more}).status_code


def _let_sessions_lapse() -> None:
    with as_owner():
        SignIn.objects.update(seen_at=timezone.now() - timedelta(minutes=16))


@pytest.fixture
def shared_browser(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    """A browser in which the coordinator's session lapsed and the leader has signed in since."""
    client = client_of(vestegnen.coordinator)
    client.cookies[settings.SIGN_IN_COOKIE] = client_of(vestegnen.leader).cookies[settings.SIGN_IN_COOKIE].value
    return client


def test_an_autosaved_draft_fills_the_form_again(vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf) -> None:
    answer = client_of(vestegnen.coordinator).post(
        "/kladde/", {"draft_key": FORM, "text": "Uro ved stationen", "moods": ["calm", "tense"]}
    )

    request = _opened_by(vestegnen.coordinator, actor_of)
    with acting_for(request.actor):
        draft = restored_draft(request)
    assert draft.initial == {"text": "Uro ved stationen", "moods": ["calm", "tense"]}
    assert answer.json() == {"saved_at": draft.saved_at}


def test_a_form_without_draft_stays_empty(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    request = _opened_by(vestegnen.coordinator, actor_of)

    with acting_for(request.actor):
        assert draft_initial(request) == {}


def test_a_colleague_never_finds_the_draft(vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf) -> None:
    _autosave(client_of(vestegnen.coordinator), "Uro ved stationen")

    request = _opened_by(vestegnen.leader, actor_of)
    with acting_for(request.actor):
        assert draft_initial(request) == {}
        assert not Draft.objects.exists()


def test_an_autosave_after_the_session_lapsed_is_kept_for_its_user(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    client = client_of(vestegnen.coordinator)
    _let_sessions_lapse()

    status = _autosave(client, "Skrevet efter tid")

    request = _opened_by(vestegnen.coordinator, actor_of)
    with acting_for(request.actor):
        assert draft_initial(request) == {"text": "Skrevet efter tid"}
    assert status == 302


@pytest.mark.parametrize("address", ["/kladde/", "/"])
def test_words_on_a_page_left_open_go_to_their_writer_when_another_has_signed_in(
    vestegnen: Vestegnen, shared_browser: Client, actor_of: ActorOf, address: str
) -> None:
    mark = draft_owner(actor_of(vestegnen.coordinator)).mark

    response = shared_browser.post(
        address, {"text": "Koordinatorens ord", "draft_owner": mark} | ({"draft_key": "/"} if address != "/" else {})
    )

    assert response.status_code in {401, 409}
    with as_owner():
        draft = Draft.objects.get()
    assert draft.user_id == vestegnen.coordinator.pk
    assert draft.address == "/"
    assert draft.fields == {"text": ["Koordinatorens ord"]}


def test_a_forged_owner_is_no_owner(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    forged = f"{vestegnen.leader.pk}/{vestegnen.gladsaxe.pk}:forfalsket"

    _autosave(client_of(vestegnen.coordinator), "Mine egne ord", draft_owner=forged)

    with as_owner():
        assert Draft.objects.get().user_id == vestegnen.coordinator.pk


_TOO_LATE = timedelta(days=3, minutes=1)


def test_words_from_friday_afternoon_are_kept_on_monday_morning(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.coordinator)
    with time_machine.travel(timezone.now() + timedelta(hours=64), tick=True):
        answer = client.post(FORM, {"text": "Skrevet i fredags"})

    assert "kladde=gemt" in answer["Location"]
    assert "Det, du skrev, er gemt." in client.get(answer["Location"]).content.decode()
    with as_owner():
        assert Draft.objects.get().fields == {"text": ["Skrevet i fredags"]}


def test_a_cookie_that_lapsed_long_ago_keeps_no_words_and_the_page_says_so(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.coordinator)
    with time_machine.travel(timezone.now() + _TOO_LATE, tick=True):
        answer = client.post(FORM, {"text": "Fra en browser, der blev glemt"})

    assert "kladde=tabt" in answer["Location"]
    assert "Det, du skrev, er ikke gemt" in client.get(answer["Location"]).content.decode()
    with as_owner():
        assert not Draft.objects.exists()


def test_an_old_mark_leaves_no_words_by_another_lapsed_session(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    mark = draft_owner(actor_of(vestegnen.coordinator)).mark
    with time_machine.travel(timezone.now() + _TOO_LATE, tick=True):
        client = client_of(vestegnen.leader)
        _let_sessions_lapse()
        answer = client.post(FORM, {"text": "Lagt ind til en anden", "draft_owner": mark})

    assert "kladde=tabt" in answer["Location"]
    with as_owner():
        assert not Draft.objects.exists()


def test_a_page_left_open_for_days_by_another_user_is_neither_kept_nor_acted_upon(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    mark = draft_owner(actor_of(vestegnen.coordinator)).mark
    with time_machine.travel(timezone.now() + _TOO_LATE, tick=True):
        response = client_of(vestegnen.street_worker).post(FORM, {"text": "En andens ord", "draft_owner": mark})

    assert response.status_code == 409
    assert "teksten er ikke gemt" in response.content.decode()
    with as_owner():
        assert not Draft.objects.exists()
        assert not Report.objects.exists()


def test_the_writers_own_old_page_is_sent_as_ever(vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf) -> None:
    mark = draft_owner(actor_of(vestegnen.coordinator)).mark
    with time_machine.travel(timezone.now() + _TOO_LATE, tick=True):
        client = client_of(vestegnen.coordinator)
        status = _autosave(client, "Mine egne ord", draft_owner=mark)

    assert status == 200
    with as_owner():
        assert Draft.objects.get().user_id == vestegnen.coordinator.pk


def test_a_form_without_words_promises_nothing(vestegnen: Vestegnen, client: Client) -> None:
    answer = client.post("/opgaver/", {"csrfmiddlewaretoken": "x"})

    assert "kladde" not in answer["Location"]
