"""A breach is opened, judged, notified, told of and closed; who saw what tells nothing but that."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import Model
from django.utils import timezone
from pypdf import PdfReader

from rundbord import audit
from rundbord.access.actor import Actor, system_of
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.breaches import jobs
from rundbord.breaches.actions import NewBreach, clear, close, open_breach
from rundbord.breaches.models import Breach
from rundbord.breaches.queries import who_saw
from rundbord.breaches.vocabulary import BreachOrigin
from rundbord.identity.models import User
from rundbord.notices.models import Notice
from rundbord.sharing.actions import read_received
from tests.concerns.files import file_on
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.rights.asking import registrar
from tests.sharing.telling import Table, table_of, tell

WHAT = "Oplysninger om en ung blev sendt til en forkert enhed og læst der."
JUDGED = {
    "risk": "high",
    "risk_words": "Den unge kan blive genkendt i sin skole.",
    "measures": "Modtageren har slettet kopien.",
    "notify": "yes",
    "tell": "yes",
}


def breach_of(by: Actor, told: Model | None = None) -> Breach:
    """Open a breach that was discovered an hour ago."""
    now = timezone.now()
    new = NewBreach(
        origin=BreachOrigin.RECALL,
        origin_id=told.pk if told else None,
        happened_at=now - timedelta(hours=5),
        discovered_at=now - timedelta(hours=1),
        what=WHAT,
        people=1,
    )
    with acting_for(by):
        return open_breach(new, by=by)


@pytest.fixture
def clerk(vestegnen: Vestegnen) -> User:
    """Gladsaxe's registrar."""
    return registrar(vestegnen.gladsaxe_ssp)


@pytest.fixture
def table(vestegnen: Vestegnen, actor_of: ActorOf) -> Table:
    """Police, Gladsaxe and Herlev at one table."""
    return table_of(vestegnen, actor_of)


def _read_by(reader: Actor, told: Model) -> None:
    with acting_for(reader):
        copies: Any = apps.get_model("sharing", "ReceivedDisclosure")
        read_received(copies.objects.get(disclosure_id=told.pk), by=reader)


def test_from_the_discovery_to_what_was_learnt(
    clerk: User, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    desk, officer = client_of(clerk), client_of(vestegnen.dpo)
    breach = breach_of(actor_of(clerk))
    address = f"/brud/{breach.pk}/"

    opened = desk.get(address).content.decode()
    desk.post(f"{address}vurder/", JUDGED)
    judged = desk.get(address).content.decode()
    early = officer.post(address, {"learning": "Vi viser modtageren tydeligere, før noget sendes."}).content.decode()
    desk.post(f"{address}anmeldt/")
    letter = desk.post(f"{address}brev/", {"name": "Testine Testesen"})
    officer.post(address, {"learning": "Vi viser modtageren tydeligere, før noget sendes."})

    assert "70 timer tilbage" in opened or "71 timer tilbage" in opened
    assert "Kopiér ind i formularen på virk.dk" in judged
    assert "databeskyttelsesforordningens artikel 33" in judged
    assert "Anmeldelsen til Datatilsynet er ikke noteret." in early
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(letter.content)).pages)
    assert "Testine Testesen" in text
    with acting_for(actor_of(vestegnen.dpo)):
        closed = Breach.objects.get()
        assert closed.closed_at is not None
        assert closed.told == 1
        events = {entry.event for entry in own_entries(limit=50)}
    assert {"breach_opened", "breach_weighed", "breach_notified", "breach_letter_printed", "breach_closed"} <= events
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM breaches_breach b WHERE b::text LIKE '%Testine%'")
        assert cursor.fetchone() == (0,)


def test_only_the_officer_closes_and_nothing_changes_afterwards(
    clerk: User, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    desk = actor_of(clerk)
    breach = breach_of(desk)

    with pytest.raises(NotPermitted), acting_for(desk):
        close(breach, learning="Vi har lært meget af det.", by=desk)
    with as_owner():
        Breach.objects.update(closed_at=timezone.now(), closed_label="Test", delete_on=timezone.localdate())
    assert "Bruddet er afsluttet." in client_of(clerk).post(f"/brud/{breach.pk}/vurder/", JUDGED).content.decode()
    machine = system_of(vestegnen.gladsaxe.pk)
    with acting_for(machine):
        assert clear(by=machine) == 1
        assert not Breach.objects.exists()


def test_of_two_who_judge_at_once_the_second_reads_the_first_and_keeps_the_own_words(
    clerk: User, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    address = f"/brud/{breach_of(actor_of(clerk)).pk}/vurder/"
    first, second = client_of(clerk), client_of(vestegnen.dpo)
    theirs = {**JUDGED, "risk_words": "Arket lå kun fremme i en time.", "read_at": ""}

    assert first.post(address, {**JUDGED, "read_at": ""}).status_code == 302
    refused = second.post(address, theirs)

    page = refused.content.decode()
    assert "i mellemtiden" in page
    assert JUDGED["risk_words"] in page
    assert "Arket lå kun fremme i en time." in page
    read_at = refused.context["form"]["read_at"].value()
    assert second.post(address, {**theirs, "read_at": read_at}).status_code == 302
    with as_owner():
        assert Breach.objects.get().risk_words == "Arket lå kun fremme i en time."


def test_words_that_name_somebody_are_stopped(clerk: User, client_of: ClientOf) -> None:
    now = timezone.localtime()
    sent = client_of(clerk).post(
        "/brud/nyt/",
        {
            "origin": "by_hand",
            "happened_at": f"{now - timedelta(hours=2):%Y-%m-%dT%H:%M}",
            "discovered_at": f"{now - timedelta(hours=1):%Y-%m-%dT%H:%M}",
            "what": "Sendte cpr 610108-1234 til en forkert modtager i går.",
            "people": "1",
        },
    )

    assert sent.status_code == 200
    assert "må ikke stå her" in sent.content.decode()


def test_who_saw_what_tells_units_and_numbers_of_this_disclosure_alone(table: Table, actor_of: ActorOf) -> None:
    (told,) = tell(table.police, [table.world.gladsaxe_ssp])
    (other,) = tell(table.police, [table.world.gladsaxe_ssp])
    _read_by(table.gladsaxe, told)
    _read_by(table.gladsaxe, other)
    desk = actor_of(registrar(table.world.local_police))
    breach = breach_of(desk, told)

    with acting_for(desk):
        (sight,) = who_saw(breach)

    assert sight.authority == table.world.gladsaxe.name
    assert sight.reader == 1
    assert table.world.coordinator.name not in str(sight)


def test_nobody_asks_who_saw_what_somebody_else_told(table: Table, actor_of: ActorOf) -> None:
    (told,) = tell(table.police, [table.world.gladsaxe_ssp])
    _read_by(table.gladsaxe, told)
    for unit in (table.world.herlev_ssp, table.world.gladsaxe_ssp):
        desk = actor_of(registrar(unit))
        breach = breach_of(desk, told)
        with acting_for(desk):
            assert who_saw(breach) == []
    police = table.police
    with acting_for(police), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM audit.who_saw(%s)", [told.pk])
        assert cursor.fetchall() == []


def test_who_saw_what_covers_a_file_of_the_own_authority_and_no_other(
    clerk: User, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    ours, desk = actor_of(vestegnen.coordinator), actor_of(clerk)
    person, other = file_on(ours), file_on(ours)
    with acting_for(ours):
        for event, about in (
            (Event.YOUNG_PERSON_READ, person),
            (Event.CPR_REVEALED, person),
            (Event.CPR_REVEALED, other),
        ):
            audit.record(event, about=about, by=ours)
        audit.record(Event.JOURNAL_NOTE_PRINTED, about=person.concerns.get(), by=ours)
    breach = breach_of(desk, person)
    herlev = actor_of(registrar(vestegnen.herlev_ssp, sign_in_name="herlev-registratur"))
    theirs = breach_of(herlev, person)

    with acting_for(desk):
        saw = who_saw(breach)

    assert [each.what for each in saw] == [
        Event.YOUNG_PERSON_READ.label,
        Event.CPR_REVEALED.label,
        Event.JOURNAL_NOTE_PRINTED.label,
    ]
    assert {(each.unit, each.reader) for each in saw} == {(vestegnen.gladsaxe_ssp.name, 1)}
    assert vestegnen.coordinator.name not in str(saw)
    with acting_for(herlev):
        assert who_saw(theirs) == []
    with acting_for(ours), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM audit.who_saw_file(%s)", [person.pk])
        assert cursor.fetchone() == (0,)


def test_nobody_else_sees_a_breach(clerk: User, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf) -> None:
    breach = breach_of(actor_of(clerk))

    for user in (vestegnen.coordinator, vestegnen.leader, vestegnen.administrator):
        assert client_of(user).get(f"/brud/{breach.pk}/").status_code == 403
    herlev = registrar(vestegnen.herlev_ssp, sign_in_name="herlev-registratur")
    assert client_of(herlev).get(f"/brud/{breach.pk}/").status_code == 404
    assert "Ingen brud" in client_of(herlev).get("/brud/").content.decode()


def test_what_nobody_has_judged_is_told_without_a_word_of_it(
    clerk: User, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    breach_of(actor_of(clerk))

    jobs.remind_of_breaches(0)

    with as_owner():
        told = set(Notice.objects.filter(kind="breach_waits").values_list("role", "path"))
    assert told == {("registrar", "/brud/"), ("dpo", "/brud/")}
    assert "brud er ikke afsluttet" in client_of(vestegnen.dpo).get("/").content.decode()


def test_a_reading_that_never_was_is_refused(clerk: User, actor_of: ActorOf) -> None:
    desk = actor_of(clerk)
    with pytest.raises(Refused), acting_for(desk):
        open_breach(
            NewBreach(
                origin=BreachOrigin.BY_HAND,
                happened_at=timezone.now(),
                discovered_at=timezone.now() + timedelta(days=1),
                what=WHAT,
                people=1,
            ),
            by=desk,
        )
