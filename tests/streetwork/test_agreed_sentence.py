"""What both sides say of an area together: only where they agree, and only as long as they do."""

from __future__ import annotations

import pytest
from django.utils import timezone

from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.streetwork.actions import write_agreed_sentence
from rundbord.streetwork.models import AgreedSentence
from rundbord.streetwork.queries import mapped_area
from rundbord.streetwork.rules.quarters import Quarter, quarter_on
from rundbord.streetwork.vocabulary import ActivityLevel
from tests.database import as_owner
from tests.factories import activity
from tests.factories.situations import ActorOf, ClientOf, Vestegnen


def _this_quarter() -> Quarter:
    return quarter_on(timezone.localdate())


def _address(vestegnen: Vestegnen) -> str:
    return f"/gadearbejde/kortlaegning/{vestegnen.station.pk}/{_this_quarter().key}/"


def test_an_agreed_sentence_stands_until_a_side_changes_its_view(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    quarter, officer = _this_quarter(), actor_of(vestegnen.officer)
    activity.agreed(vestegnen.station, vestegnen.local_police, vestegnen.gladsaxe_ssp, ActivityLevel.SINGLE)
    words = "Vi holder øje med kiosken fredag aften."

    with acting_for(officer):
        write_agreed_sentence(vestegnen.station, quarter, words, after=0, by=officer)
        standing = mapped_area(vestegnen.station, quarter).sentence
    activity.view(vestegnen.station, vestegnen.gladsaxe_ssp, ActivityLevel.RECURRING, number=2)
    with acting_for(officer):
        after = mapped_area(vestegnen.station, quarter).sentence

    assert standing is not None
    assert standing.text == words
    assert after is None
    with as_owner():
        assert AgreedSentence.objects.count() == 1


def test_no_sentence_is_agreed_while_the_sides_differ(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    activity.view(vestegnen.station, vestegnen.local_police, ActivityLevel.SINGLE)
    activity.view(vestegnen.station, vestegnen.gladsaxe_ssp, ActivityLevel.NONE)
    officer = actor_of(vestegnen.officer)

    with acting_for(officer), pytest.raises(Refused, match="ikke enige"):
        write_agreed_sentence(vestegnen.station, _this_quarter(), "Det er roligt her.", after=0, by=officer)


def test_of_two_who_write_the_sentence_at_once_both_are_shown(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    police = activity.view(vestegnen.station, vestegnen.local_police)
    ssp = activity.view(vestegnen.station, vestegnen.gladsaxe_ssp)
    client = client_of(vestegnen.coordinator)
    seen = client.get(f"{_address(vestegnen)}saetning/").context["form"]["seen"].value()
    activity.sentence(police, ssp, "Der er roligt i hele området.")

    answer = client.post(f"{_address(vestegnen)}saetning/", {"text": "Intet set siden sommer.", "seen": seen})

    assert "»Der er roligt i hele området.«" in answer.content.decode()
    assert answer.context["form"]["text"].value() == "Intet set siden sommer."
