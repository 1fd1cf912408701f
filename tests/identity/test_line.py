"""A page asks, before it sends words that nobody keeps, whether its own session still answers."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from rundbord.identity.actions.save_draft import draft_owner
from rundbord.identity.models import SignIn
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen


def _ask(client: ClientOf, vestegnen: Vestegnen, mark: str) -> int:
    asked = {"X-Background": "1", "X-Page-Owner": mark}
    return client(vestegnen.officer).get(reverse("identity:line"), headers=asked).status_code


def test_the_pages_own_session_is_answered(client_of: ClientOf, actor_of: ActorOf, vestegnen: Vestegnen) -> None:
    assert _ask(client_of, vestegnen, draft_owner(actor_of(vestegnen.officer)).mark) == 200


def test_a_page_of_somebody_else_is_told_so(client_of: ClientOf, actor_of: ActorOf, vestegnen: Vestegnen) -> None:
    assert _ask(client_of, vestegnen, draft_owner(actor_of(vestegnen.coordinator)).mark) == 409


def test_a_forged_mark_is_not_the_pages_own(client_of: ClientOf, vestegnen: Vestegnen) -> None:
    assert _ask(client_of, vestegnen, "guessed") == 409


def test_a_lapsed_session_is_told_without_being_led_away(
    client_of: ClientOf, actor_of: ActorOf, vestegnen: Vestegnen
) -> None:
    browser, mark = client_of(vestegnen.officer), draft_owner(actor_of(vestegnen.officer)).mark
    with as_owner():
        SignIn.objects.update(seen_at=timezone.now() - timedelta(minutes=16))

    told = browser.get(reverse("identity:line"), headers={"X-Background": "1", "X-Page-Owner": mark})

    assert told.status_code == 401


def test_asking_keeps_nobody_signed_in(client_of: ClientOf, actor_of: ActorOf, vestegnen: Vestegnen) -> None:
    browser, mark = client_of(vestegnen.officer), draft_owner(actor_of(vestegnen.officer)).mark
    idle_since = timezone.now() - timedelta(minutes=10)
    with as_owner():
        SignIn.objects.update(seen_at=idle_since)

    browser.get(reverse("identity:line"), headers={"X-Page-Owner": mark})

    with as_owner():
        assert set(SignIn.objects.values_list("seen_at", flat=True)) == {idle_since}
