"""Publishing: numbered, frozen by audience, sealed, never with a person, and never twice."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.identity.models import User
from rundbord.notices.models import Notice
from rundbord.partnership.rules.danish_days import at_clock, danish_day
from rundbord.situation import actions
from rundbord.situation.models import Entry, Incident, Picture
from rundbord.situation.queries.drafts import draft_picture, person_check
from rundbord.situation.queries.pictures import PublishedPicture, published_picture
from rundbord.situation.rules.period import PUBLISHED_BY
from rundbord.situation.vocabulary import Change
from tests.database import as_owner
from tests.factories import rows
from tests.factories.pictures import Morning
from tests.factories.situations import ActorOf, ClientOf, Vestegnen


def _read(user: User, number: int, actor_of: ActorOf) -> PublishedPicture:
    actor = actor_of(user)
    with acting_for(actor):
        return published_picture(number, actor=actor)


def test_a_published_picture_is_numbered_sealed_and_known_at_a_moment(published: Picture) -> None:
    assert published.number == 1
    assert published.published_at == published.covers_to
    assert len(bytes(published.seal or b"")) == 32


def test_each_reader_gets_an_edition_of_their_own(
    vestegnen: Vestegnen, morning: Morning, published: Picture, actor_of: ActorOf
) -> None:
    seen = {
        name: {event.heading for event in _read(getattr(vestegnen, name), 1, actor_of).edition.events}
        for name in ("coordinator", "officer", "herlev_case_worker", "caretaker")
    }

    assert seen["coordinator"] == {"Indbrud i kælder", "Høj musik ved stationen", "Knallertkørsel om natten"}
    assert seen["officer"] == seen["coordinator"]
    assert seen["herlev_case_worker"] == {"Indbrud i kælder", "Høj musik ved stationen"}
    assert seen["caretaker"] == {"Høj musik ved stationen"}


@pytest.mark.parametrize("reader", ["coordinator", "officer", "herlev_case_worker", "caretaker"])
def test_every_reader_can_check_the_seal_of_what_they_see(
    reader: str, vestegnen: Vestegnen, published: Picture, actor_of: ActorOf
) -> None:
    assert _read(getattr(vestegnen, reader), 1, actor_of).is_intact


def test_a_line_changed_outside_of_the_product_breaks_the_seal(
    vestegnen: Vestegnen, published: Picture, actor_of: ActorOf
) -> None:
    with as_owner():
        entry = Entry.objects.filter(kind="incident").first()
        assert entry is not None
        Entry.objects.filter(pk=entry.pk).update(content={**entry.content, "heading": "Ingenting"})

    assert not _read(vestegnen.herlev_case_worker, 1, actor_of).is_intact


def test_a_hidden_line_leaves_no_gap_in_anybodys_numbering(
    vestegnen: Vestegnen, published: Picture, actor_of: ActorOf
) -> None:
    with acting_for(actor_of(vestegnen.herlev_case_worker)):
        for audience in ("parties", "partners"):
            positions = sorted(Entry.objects.filter(audience=audience).values_list("position", flat=True))

            assert positions == list(range(1, len(positions) + 1))


def test_the_silent_unit_is_named_and_the_heard_one_is_not(
    vestegnen: Vestegnen, morning: Morning, actor_of: ActorOf
) -> None:
    coordinator = actor_of(vestegnen.coordinator)
    tomorrow = at_clock(danish_day(timezone.now()) + timedelta(days=1), PUBLISHED_BY)

    with acting_for(coordinator):
        edition = draft_picture(coordinator, now=tomorrow).edition

    assert "SSP Herlev" in {source.unit for source in edition.missing}


def test_a_unit_that_reported_to_its_own_authority_alone_is_not_called_silent(
    vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    rows.reporting_duty(vestegnen.partnership, vestegnen.herlev_ssp)
    rows.report(vestegnen.partnership, vestegnen.herlev_ssp, audience="authority", text="Kun for Herlev.")
    coordinator = actor_of(vestegnen.coordinator)

    with acting_for(coordinator):
        edition = draft_picture(coordinator, now=timezone.now() + timedelta(minutes=1)).edition

    assert "SSP Herlev" not in {source.unit for source in edition.missing}
    assert "Kun for Herlev." not in str(edition.lines)


def test_partners_see_no_small_count(vestegnen: Vestegnen, published: Picture, actor_of: ActorOf) -> None:
    edition = _read(vestegnen.caretaker, 1, actor_of).edition

    assert {area.observations for area in edition.areas} == {None}
    assert {area.incidents for area in edition.areas} == {None}


def test_the_picture_stays_as_it_was_known_and_the_next_one_tells_the_change(
    vestegnen: Vestegnen, morning: Morning, published: Picture, actor_of: ActorOf
) -> None:
    coordinator = actor_of(vestegnen.coordinator)
    with as_owner():
        Incident.objects.filter(pk=morning.burglary.pk).update(
            heading="Forsøg på indbrud i kælder", version=2, changed_at=timezone.now()
        )

    with acting_for(coordinator):
        actions.publish_picture(number=2, by=coordinator)

    first, second = (_read(vestegnen.officer, number, actor_of).edition for number in (1, 2))
    assert "Indbrud i kælder" in {event.heading for event in first.events}
    assert [(event.heading, event.change) for event in second.events] == [
        ("Forsøg på indbrud i kælder", Change.CHANGED)
    ]


def test_of_two_who_publish_at_once_the_second_is_told_calmly(
    vestegnen: Vestegnen, morning: Morning, actor_of: ActorOf
) -> None:
    coordinator = actor_of(vestegnen.coordinator)
    with acting_for(coordinator):
        actions.publish_picture(number=1, by=coordinator)

    with acting_for(coordinator), pytest.raises(Refused, match=r"nr\. 1 er netop udgivet af en anden"):
        actions.publish_picture(number=1, by=coordinator)

    with as_owner():
        assert list(Picture.objects.order_by("number").values_list("number", flat=True)) == [1, None]


def test_a_number_stops_publishing_and_the_words_are_shown(
    vestegnen: Vestegnen, morning: Morning, client_of: ClientOf
) -> None:
    with as_owner():
        morning.told.text = "Ring til 12 34 56 78 om døren."
        morning.told.save()
    client = client_of(vestegnen.coordinator)

    shown = client.get("/situationsbillede/kladde/udgiv/").content.decode()
    client.post("/situationsbillede/kladde/udgiv/", {"number": 1})

    assert "12 34 56 78" in shown
    assert "Udgiv nu" not in shown
    with as_owner():
        assert not Picture.objects.exclude(number=None).exists()


def test_a_warning_must_be_confirmed_and_is_logged(
    vestegnen: Vestegnen, morning: Morning, actor_of: ActorOf, client_of: ClientOf
) -> None:
    with as_owner():
        morning.told.text = "Anders Eksempel åbnede døren."
        morning.told.save()
    coordinator, client = actor_of(vestegnen.coordinator), client_of(vestegnen.coordinator)
    with acting_for(coordinator):
        mark = person_check(draft_picture(coordinator).lines, places=()).mark

    unconfirmed = client.post("/situationsbillede/kladde/udgiv/", {"number": 1})
    confirmed = client.post("/situationsbillede/kladde/udgiv/", {"number": 1, "confirmed": mark})

    assert "bekræft, at ingen af dem peger på en person" in unconfirmed.content.decode()
    assert confirmed["Location"] == "/situationsbillede/1/"
    with acting_for(coordinator):
        assert own_entries(event=Event.GUARD_OVERRIDDEN)


def test_all_parties_are_told_without_content(vestegnen: Vestegnen, published: Picture) -> None:
    with as_owner():
        told = Notice.objects.filter(kind="picture_published")

        assert set(told.values_list("recipient__code", flat=True)) == {"politi", "gladsaxe", "herlev", "bolig"}
        assert set(told.values_list("path", flat=True)) == {"/situationsbillede/1/"}


def test_a_case_worker_may_not_publish(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    case_worker = actor_of(vestegnen.herlev_case_worker)

    with acting_for(case_worker), pytest.raises(NotPermitted):
        actions.publish_picture(number=1, by=case_worker)


def test_the_other_partnership_does_not_find_it(vestegnen: Vestegnen, published: Picture, client_of: ClientOf) -> None:
    assert client_of(vestegnen.outsider).get("/situationsbillede/1/").status_code == 404
