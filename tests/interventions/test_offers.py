"""The catalogue of offers: a municipality keeps its own, all parties at the table see where there is room."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.interventions import actions
from rundbord.interventions.models import Offer
from rundbord.interventions.rules.offers import objections_to_offer
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.interventions.stories import OFFER
from tests.queries import own_queries


@pytest.fixture
def offer(vestegnen: Vestegnen, actor_of: ActorOf) -> Offer:
    """An offer of Gladsaxe."""
    by = actor_of(vestegnen.coordinator)
    with acting_for(by):
        return actions.add_offer(OFFER, by=by)


@pytest.mark.parametrize(
    ("changed", "field"),
    [({"free": 11}, "free"), ({"to_age": 12}, "to_age"), ({"from_age": 3}, "from_age"), ({"to_age": 40}, "to_age")],
)
def test_what_speaks_against_an_offer(changed: dict[str, int], field: str) -> None:
    assert list(objections_to_offer(**{"from_age": 13, "to_age": 17, "places": 10, "free": 4, **changed})) == [field]


def test_all_parties_see_it_and_only_its_municipality_changes_it(
    offer: Offer, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    other, outsider = actor_of(vestegnen.herlev_case_worker), actor_of(vestegnen.outsider)

    with acting_for(other):
        assert Offer.objects.filter(pk=offer.pk).exists()
        assert Offer.objects.filter(pk=offer.pk).update(free=0) == 0
    with acting_for(outsider):
        assert not Offer.objects.filter(pk=offer.pk).exists()
    with acting_for(other), pytest.raises(DatabaseError), transaction.atomic():
        Offer.objects.create(
            **{name: getattr(offer, name) for name in ("partnership_id", "authority_id", "name", "sort_key", "kind")},
            **{name: getattr(offer, name) for name in ("contact", "from_age", "to_age", "places", "free")},
            counted_at=offer.counted_at,
        )


def test_the_police_keep_no_offers(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.officer)

    with acting_for(by), pytest.raises(Refused, match="kommunerne"):
        actions.add_offer(OFFER, by=by)


def test_places_are_counted_anew_and_the_page_says_so(offer: Offer, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    browser = client_of(vestegnen.coordinator)
    typed = {"name": "Værkstedet", "kind": "leisure", "words": "", "contact": "Ungdomsskolen"}
    numbers = {"from_age": 13, "to_age": 17, "in_all": 10, "free": 0}
    address = reverse("interventions:change_offer", args=[offer.pk])

    refused = browser.post(address, {**typed, **numbers, "free": 12})
    answer = browser.post(address, {**typed, **numbers})

    assert "flere ledige" in refused.content.decode()
    told = client_of(vestegnen.officer).get(answer["Location"]).content.decode()
    assert "Ingen ledige" in told
    assert "Værkstedet" not in browser.get(f"{answer['Location']}?ledige=on").content.decode()


def test_a_name_has_no_place_in_an_offer(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    typed = {"name": "Værkstedet", "kind": "leisure", "words": "Test Testesen går her.", "contact": "Ungdomsskolen"}

    answer = client_of(vestegnen.coordinator).post(
        reverse("interventions:add_offer"), {**typed, "from_age": 13, "to_age": 17, "in_all": 1, "free": 1}
    )

    assert "words" in answer.context["form"].errors


def test_a_closed_offer_is_gone_from_the_catalogue(offer: Offer, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    browser = client_of(vestegnen.coordinator)

    answer = browser.post(reverse("interventions:close_offer", args=[offer.pk]))

    assert "Værkstedet" not in browser.get(answer["Location"]).content.decode()


def test_another_municipality_changes_no_offer(offer: Offer, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    browser = client_of(vestegnen.herlev_case_worker)

    assert browser.get(reverse("interventions:change_offer", args=[offer.pk])).status_code == 404
    assert browser.post(reverse("interventions:close_offer", args=[offer.pk])).status_code == 404


def test_the_catalogue_asks_as_much_for_many_as_for_one(
    offer: Offer, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    browser, by = client_of(vestegnen.coordinator), actor_of(vestegnen.coordinator)
    browser.get("/tilbud/")
    with own_queries() as few:
        browser.get("/tilbud/")
    with acting_for(by):
        for number in range(6):
            actions.add_offer(replace(OFFER, name=f"Værksted {number}"), by=by)
    with own_queries() as many:
        browser.get("/tilbud/")

    assert len(many) == len(few)
