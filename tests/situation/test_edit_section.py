"""Two coordinators write at once: nothing is overwritten, both see both, drafts wait for their writer."""

from __future__ import annotations

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.situation import actions
from rundbord.situation.models import Picture, Section
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen

SUMMARY = "/situationsbillede/kladde/summary/parties/"


def _save(client: Client, text: str, *, from_version: int, number: int = 1) -> str:
    response = client.post(SUMMARY, {"text": text, "number": number, "from_version": from_version})
    return str(response.headers.get("Location", "")) or response.content.decode()


def _standing() -> list[tuple[int, str]]:
    with as_owner():
        return list(Section.objects.order_by("version").values_list("version", "text"))


def test_each_saving_is_a_version(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.coordinator)

    _save(client, "Roligt døgn.", from_version=0)
    _save(client, "Roligt døgn i alle områder.", from_version=1)

    assert _standing() == [(1, "Roligt døgn."), (2, "Roligt døgn i alle områder.")]


def test_who_saves_second_loses_nothing_and_overwrites_nothing(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    first = client_of(vestegnen.coordinator)
    second = client_of(rows.user(vestegnen.herlev_ssp, Role.COORDINATOR))
    _save(first, "Roligt døgn.\n\nMøde kl. 10.", from_version=0)
    _save(first, "Roligt døgn.\n\nMøde kl. 11.", from_version=1)

    shown = _save(second, "Uro ved stationen.\n\nMøde kl. 10.", from_version=1)

    assert "I har skrevet samtidig" in shown
    assert "Den andens tekst" in shown
    assert "Uro ved stationen.\n\nMøde kl. 11.</textarea>" in shown
    assert [version for version, _ in _standing()] == [1, 2]


def test_the_proposal_can_be_accepted(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.coordinator)
    _save(client, "Roligt døgn.", from_version=0)
    _save(client, "Uroligt døgn.", from_version=0)

    where = _save(client, "Roligt døgn.\n\nUroligt døgn.", from_version=1)

    assert where == "/situationsbillede/kladde/"
    assert _standing()[-1] == (2, "Roligt døgn.\n\nUroligt døgn.")


def test_words_for_a_picture_that_was_published_meanwhile_are_kept_for_the_next(
    vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    coordinator = actor_of(vestegnen.coordinator)
    with acting_for(coordinator):
        actions.publish_picture(number=1, by=coordinator)

    shown = _save(client_of(vestegnen.coordinator), "Roligt døgn.", from_version=0, number=1)

    assert "Billedet blev udgivet, mens du skrev" in shown
    assert "Roligt døgn.</textarea>" in shown
    assert _standing() == []


def test_a_person_is_stopped_before_saving(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    shown = _save(client_of(vestegnen.coordinator), "Ring på 12 34 56 78.", from_version=0)

    assert "»12 34 56 78«" in shown
    assert _standing() == []


def test_the_others_saved_words_come_as_a_part_of_the_page(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _save(client_of(vestegnen.coordinator), "Roligt døgn.", from_version=0)
    other = client_of(rows.user(vestegnen.herlev_ssp, Role.COORDINATOR))

    part = other.get(SUMMARY, headers={"HX-Request": "true"}).content.decode()

    assert "Roligt døgn." in part
    assert "<textarea" not in part


def test_the_signal_of_the_draft_changes_when_somebody_saves(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.coordinator)
    before = client.get("/signal/?emne=draft").json()

    _save(client, "Roligt døgn.", from_version=0)

    assert client.get("/signal/?emne=draft").json() != before


def test_an_unsaved_text_waits_for_its_writer_alone(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.coordinator)
    other = client_of(rows.user(vestegnen.gladsaxe_ssp, Role.COORDINATOR))

    client.post("/kladde/", {"draft_key": SUMMARY, "text": "Halvt skrevet", "number": "1", "from_version": "0"})

    assert "Halvt skrevet" in client.get(SUMMARY).content.decode()
    assert "Halvt skrevet" not in other.get(SUMMARY).content.decode()


def test_two_who_begin_at_once_share_one_draft(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    for user in (vestegnen.coordinator, rows.user(vestegnen.herlev_ssp, Role.COORDINATOR)):
        actor = actor_of(user)
        with acting_for(actor):
            actions.start_picture(by=actor)

    with as_owner():
        assert Picture.objects.count() == 1


def test_the_draft_has_a_fixed_number_of_queries(
    vestegnen: Vestegnen, morning: object, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = client_of(vestegnen.coordinator)

    with django_assert_max_num_queries(32):
        client.get("/situationsbillede/kladde/")
