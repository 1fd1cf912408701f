"""Promises to residents, walks and clubs: what is promised and answered, and what anybody may read without sign-in."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import psycopg
import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.partnership.models import ClubOffer, Gathering, Promise, PublishedPromise, WalkObservation
from tests.database import as_owner, logged_in
from tests.factories.situations import ActorOf, ClientOf, Vestegnen

TODAY = timezone.localdate


@pytest.fixture
def meeting(vestegnen: Vestegnen) -> Gathering:
    """A safety meeting at the station."""
    with as_owner():
        return Gathering.objects.create(
            partnership=vestegnen.partnership,
            authority=vestegnen.gladsaxe,
            kind="safety_meeting",
            title="Møde i beboerhuset",
            area=vestegnen.station,
            held_on=TODAY() - timedelta(days=20),
            came=3,
        )


@pytest.fixture
def promise(vestegnen: Vestegnen, meeting: Gathering) -> Promise:
    """New light on the path, promised by Gladsaxe's SSP."""
    with as_owner():
        return Promise.objects.create(
            partnership=vestegnen.partnership,
            authority=vestegnen.gladsaxe,
            gathering=meeting,
            area=vestegnen.station,
            text="Nyt lys på stien",
            owner=vestegnen.gladsaxe_ssp,
            due_on=TODAY() - timedelta(days=1),
            feedback_on=TODAY() + timedelta(days=5),
            state="open",
        )


def test_a_gathering_is_a_day_a_number_and_themes(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.coordinator)

    page = client.post(
        "/partnerskab/beboere/ny/",
        {"kind": "parents", "title": "Forældreaften", "held_on": str(TODAY()), "came": 3, "themes": "Sociale medier"},
        follow=True,
    ).content.decode()

    assert "under 5" in page
    assert "Sociale medier" in page
    columns = {field.name for field in Gathering._meta.get_fields() if not field.is_relation}
    assert columns == {"id", "kind", "title", "held_on", "came", "themes", "meeting_id"}


def test_a_gathering_of_tomorrow_and_words_about_a_person_are_refused(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.coordinator)
    form = {"kind": "theme_meeting", "title": "Temamøde", "held_on": str(TODAY() + timedelta(days=1))}

    early = client.post("/partnerskab/beboere/ny/", form).content.decode()
    about = client.post(
        "/partnerskab/beboere/ny/", {**form, "held_on": str(TODAY()), "themes": "Om 610108-0001."}
    ).content.decode()

    assert "ikke holdt endnu" in early
    assert "610108-0001" in about
    with as_owner():
        assert not Gathering.objects.exists()


def test_a_promise_has_owner_deadline_and_a_day_for_the_answer(
    vestegnen: Vestegnen, client_of: ClientOf, meeting: Gathering
) -> None:
    client = client_of(vestegnen.coordinator)

    client.post(
        f"/partnerskab/beboere/{meeting.pk}/loefte/",
        {
            "text": "Klub åben om fredagen",
            "area": str(vestegnen.station.pk),
            "owner": str(vestegnen.gladsaxe_ssp.pk),
            "due_on": str(TODAY() + timedelta(days=9)),
            "feedback_on": str(TODAY() + timedelta(days=12)),
        },
    )

    page = client.get("/partnerskab/beboere/").content.decode()
    assert "Klub åben om fredagen" in page
    assert "Ikke udgivet" in page


def test_nothing_is_public_before_somebody_publishes_it(vestegnen: Vestegnen, client: Client, promise: Promise) -> None:
    unpublished = client.get(f"/loefter/{vestegnen.station.pk}/")
    missing = client.get(f"/loefter/{uuid4()}/")

    assert (unpublished.status_code, missing.status_code) == (404, 404)
    assert b"Stationen" not in unpublished.content
    assert len(unpublished.content) == len(missing.content)


def test_the_public_page_says_what_was_published_and_no_more(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf, promise: Promise
) -> None:
    client, worker = Client(), client_of(vestegnen.coordinator)
    worker.post(f"/partnerskab/loefter/{promise.pk}/udgiv/")
    first = client.get(f"/loefter/{vestegnen.station.pk}/").content.decode()
    worker.post(
        f"/partnerskab/loefter/{promise.pk}/svar/", {"state": "kept", "answer": "Lyset er skiftet på hele stien."}
    )
    unchanged = client.get(f"/loefter/{vestegnen.station.pk}/").content.decode()
    behind = worker.get(f"/partnerskab/beboere/{promise.gathering_id}/").content.decode()
    worker.post(f"/partnerskab/loefter/{promise.pk}/udgiv/")
    told = client.get(f"/loefter/{vestegnen.station.pk}/").content.decode()

    assert "Nyt lys på stien" in first
    assert "Over fristen" in first
    assert "Lyset er skiftet" not in unchanged
    assert "udgiv igen" in behind
    assert "Lyset er skiftet på hele stien." in told
    assert "Holdt" in told
    assert "Møde i beboerhuset" not in told
    links = {href for href in re.findall(r'href="([^"]+)"', told) if not href.startswith(("/static/", "#"))}
    assert not {href for href in links if "partnerskab" in href or "omraader" in href}
    with acting_for(actor_of(vestegnen.dpo)):
        assert len(own_entries(event=Event.PROMISE_PUBLISHED, limit=5)) == 2


def test_what_is_taken_off_is_gone_from_the_public_page(
    vestegnen: Vestegnen, client: Client, client_of: ClientOf, promise: Promise
) -> None:
    worker = client_of(vestegnen.coordinator)
    worker.post(f"/partnerskab/loefter/{promise.pk}/udgiv/")

    worker.post(f"/partnerskab/loefter/{promise.pk}/traek/")

    assert client.get(f"/loefter/{vestegnen.station.pk}/").status_code == 404


def test_the_login_of_the_public_page_reads_published_promises_and_neither_promises_nor_gatherings() -> None:
    with logged_in("rundbord_auth") as cursor:
        cursor.execute("SELECT count(*) FROM partnership_publishedpromise")
        for table in ("promise", "gathering", "walkobservation", "cluboffer"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                cursor.execute(f"SELECT 1 FROM partnership_{table}")
            cursor.connection.rollback()


def test_another_party_that_decides_nothing_does_not_answer(
    vestegnen: Vestegnen, client_of: ClientOf, promise: Promise
) -> None:
    text = client_of(vestegnen.herlev_case_worker).post(
        f"/partnerskab/loefter/{promise.pk}/svar/", {"state": "kept", "answer": "Det er gjort."}
    )

    assert "Kun den part, der skal holde det" in text.content.decode()
    with as_owner():
        assert Promise.objects.get().state == "open"


def test_an_answer_needs_words(vestegnen: Vestegnen, client_of: ClientOf, promise: Promise) -> None:
    text = client_of(vestegnen.coordinator).post(
        f"/partnerskab/loefter/{promise.pk}/svar/", {"state": "broken", "answer": ""}
    )

    assert "Det er det, beboerne vil vide" in text.content.decode()


def test_a_walk_has_observations_with_owner_and_state(
    vestegnen: Vestegnen, client_of: ClientOf, meeting: Gathering
) -> None:
    with as_owner():
        walk = Gathering.objects.create(
            partnership=vestegnen.partnership,
            authority=vestegnen.gladsaxe,
            kind="safety_walk",
            title="Aftentur",
            held_on=TODAY(),
        )
    client = client_of(vestegnen.coordinator)
    form = {
        "place": "Stien bag skolen",
        "category": "light",
        "priority": "high",
        "owner": str(vestegnen.gladsaxe_ssp.pk),
        "due_on": str(TODAY() + timedelta(days=14)),
    }
    client.post(f"/partnerskab/beboere/{walk.pk}/observation/", form)
    elsewhere = client.post(f"/partnerskab/beboere/{meeting.pk}/observation/", form).content.decode()
    with as_owner():
        seen = WalkObservation.objects.get()
    client.post(f"/partnerskab/observationer/{seen.pk}/", {"state": "mended"})

    page = client.get(f"/partnerskab/beboere/{walk.pk}/").content.decode()
    assert "Stien bag skolen" in page
    assert "Udbedret" in page
    assert "Kun en tryghedsvandring" in elsewhere


def test_clubs_are_listed_by_area_and_taken_off(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.coordinator)
    client.post(
        "/partnerskab/foreninger/ny/",
        {"association": "Idrætsforeningen", "title": "Fodbold om fredagen", "area": str(vestegnen.park.pk)},
    )
    listed = client.get("/partnerskab/foreninger/").content.decode()
    with as_owner():
        offer = ClubOffer.objects.get()
    client.post(f"/partnerskab/foreninger/{offer.pk}/afslut/")

    assert "Fodbold om fredagen" in listed
    assert "Fodbold om fredagen" not in client.get("/partnerskab/foreninger/").content.decode()


def test_another_partnership_and_those_who_only_read_change_nothing(
    vestegnen: Vestegnen, client_of: ClientOf, meeting: Gathering, promise: Promise
) -> None:
    stranger, partner = client_of(vestegnen.outsider), client_of(vestegnen.caretaker)

    assert stranger.get(f"/partnerskab/beboere/{meeting.pk}/").status_code == 404
    assert stranger.post(f"/partnerskab/loefter/{promise.pk}/udgiv/").status_code == 404
    assert partner.get("/partnerskab/beboere/").status_code == 403
    assert client_of(vestegnen.herlev_case_worker).post(f"/partnerskab/loefter/{promise.pk}/udgiv/").status_code == 403
    with as_owner():
        assert not PublishedPromise.objects.exists()


def test_the_list_costs_the_same_however_many(
    vestegnen: Vestegnen, client_of: ClientOf, promise: Promise, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with as_owner():
        for number in range(40):
            Promise.objects.create(
                partnership=vestegnen.partnership,
                authority=vestegnen.gladsaxe,
                area=vestegnen.station,
                text=f"Løfte {number}",
                owner=vestegnen.gladsaxe_ssp,
                due_on=TODAY(),
                feedback_on=TODAY(),
                state="open",
            )
    client = client_of(vestegnen.officer)

    with django_assert_max_num_queries(15):
        client.get("/partnerskab/beboere/")
