"""A person who slipped through: struck in every stored copy, everybody told, the incident judged within 72 hours."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.db import connection

from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.notices.models import Notice
from rundbord.partnership.queries.place_names import place_names
from rundbord.partnership.vocabulary import Audience
from rundbord.situation import actions
from rundbord.situation.models import BlackOut, BreachNote, Correction, Entry, Incident, Picture, Report, Section
from rundbord.situation.queries.drafts import draft_picture, person_check
from rundbord.situation.queries.pictures import published_picture
from rundbord.situation.rules.striking import STRUCK
from rundbord.situation.vocabulary import SectionKind
from rundbord.tasks.models import Task
from tests.database import as_owner
from tests.factories import rows
from tests.factories.pictures import Morning
from tests.factories.situations import ActorOf, ClientOf, Vestegnen

NAME = "Anders Eksempel"


@pytest.fixture
def named(vestegnen: Vestegnen, morning: Morning, actor_of: ActorOf) -> Picture:
    """A published picture in which an invented name stands in many places."""
    with as_owner():
        Incident.objects.filter(pk=morning.noise.pk).update(heading=f"{NAME} spillede høj musik")
        Report.objects.filter(pk=morning.told.pk).update(text=f"Set af {NAME}s nabo.")
        Report.objects.filter(pk=morning.narrow_report.pk).update(text=f"{NAME} kørte knallert.")
    coordinator = actor_of(vestegnen.coordinator)
    with acting_for(coordinator):
        words = actions.SectionWords(
            kind=SectionKind.SUMMARY,
            audience=Audience.PARTIES,
            text=f"Vi så {NAME}.",
            number=1,
            from_version=0,
        )
        actions.edit_section(words, by=coordinator)
        mark = person_check(draft_picture(coordinator).lines, places=place_names()).mark
        picture = actions.publish_picture(number=1, confirmed=mark, by=coordinator)
        actions.correct_picture(picture, text=f"{NAME} var der ikke.", audience=Audience.PARTIES, by=coordinator)
    return picture


def _left() -> dict[str, int]:
    tables = [Entry, Section, Correction, Incident, Report, Task]
    with as_owner(), connection.cursor() as cursor:
        counts = {}
        for model in tables:
            table = model._meta.db_table
            cursor.execute(f"SELECT count(*) FROM {table} t WHERE t::text ILIKE %s", [f"%{NAME}%"])
            counts[model.__name__] = cursor.fetchone()[0]
    return {name: count for name, count in counts.items() if count}


def _strike(vestegnen: Vestegnen, user: str, named: Picture, actor_of: ActorOf) -> BlackOut:
    actor = actor_of(getattr(vestegnen, user))
    with acting_for(actor):
        return actions.black_out(named, phrases=[NAME], reason="Et navn eller kælenavn", by=actor)


def test_the_words_are_struck_in_every_copy_that_the_authority_may_change(
    vestegnen: Vestegnen, named: Picture, actor_of: ActorOf
) -> None:
    assert set(_left()) == {"Entry", "Section", "Correction", "Incident", "Report"}

    _strike(vestegnen, "coordinator", named, actor_of)

    assert _left() == {"Report": 1}


def test_the_authority_whose_own_report_holds_the_words_is_told(
    vestegnen: Vestegnen, named: Picture, actor_of: ActorOf
) -> None:
    _strike(vestegnen, "coordinator", named, actor_of)

    with as_owner():
        told = Notice.objects.filter(kind="breach_noted", recipient=vestegnen.police)
        assert set(told.values_list("role", flat=True)) == {"coordinator", "dpo"}
        assert set(told.values_list("path", flat=True)) == {"/haendelsesnotater/"}


def test_units_that_have_read_the_picture_are_told(
    vestegnen: Vestegnen, named: Picture, actor_of: ActorOf, client_of: ClientOf
) -> None:
    client_of(vestegnen.herlev_case_worker).get("/situationsbillede/1/")

    _strike(vestegnen, "coordinator", named, actor_of)

    with as_owner():
        told = Notice.objects.filter(kind="person_blacked_out").values_list("unit__name", flat=True)
        assert list(told) == ["SSP Herlev"]


@pytest.mark.parametrize("reader", ["coordinator", "officer", "herlev_case_worker", "caretaker"])
def test_the_seal_is_renewed_for_every_reader(
    reader: str, vestegnen: Vestegnen, named: Picture, actor_of: ActorOf
) -> None:
    old_seal = bytes(named.seal or b"")
    _strike(vestegnen, "coordinator", named, actor_of)
    actor = actor_of(getattr(vestegnen, reader))

    with acting_for(actor):
        shown = published_picture(1, actor=actor)

    assert shown.is_intact
    assert bytes(shown.picture.seal or b"") != old_seal
    assert NAME not in str(shown.edition.lines)
    assert STRUCK in str(shown.edition.lines)


def test_an_authority_that_does_not_see_every_line_strikes_those_it_sees_and_spoils_no_seal(
    vestegnen: Vestegnen, named: Picture, actor_of: ActorOf
) -> None:
    herlev = actor_of(rows.user(vestegnen.herlev_ssp, Role.COORDINATOR))
    with acting_for(herlev):
        actions.black_out(named, phrases=[NAME], reason="Et navn eller kælenavn", by=herlev)
    officer = actor_of(vestegnen.officer)

    with acting_for(officer):
        shown = published_picture(1, actor=officer)

    assert shown.is_intact
    assert [line.audience for line in shown.edition.lines if NAME in str(line.content)] == ["police"]
    with as_owner():
        assert Notice.objects.filter(kind="breach_noted", recipient=vestegnen.gladsaxe).exists()


def test_the_log_keeps_the_old_seal_and_never_the_words(
    vestegnen: Vestegnen, named: Picture, actor_of: ActorOf
) -> None:
    old_seal = bytes(named.seal or b"").hex()

    _strike(vestegnen, "coordinator", named, actor_of)

    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SET ROLE rundbord_audit")
        cursor.execute("SELECT convert_from(canonical, 'UTF8') FROM audit.event WHERE event = 'person_blacked_out'")
        [(canonical,)] = cursor.fetchall()
        cursor.execute("SELECT count(*) FROM audit.event WHERE convert_from(canonical, 'UTF8') ILIKE '%%Eksempel%%'")
        [(naming,)] = cursor.fetchall()
    assert json.loads(canonical)["details"]["old_seal"] == old_seal
    assert naming == 0


def test_a_note_opens_with_a_clock_of_72_hours(vestegnen: Vestegnen, named: Picture, actor_of: ActorOf) -> None:
    black_out = _strike(vestegnen, "coordinator", named, actor_of)

    with as_owner():
        [note] = BreachNote.objects.all()
        assert note.authority_id == vestegnen.gladsaxe.pk
        assert note.judge_before - black_out.at == timedelta(hours=72)


def test_another_authority_opens_its_own_note_and_sees_no_other(
    vestegnen: Vestegnen, named: Picture, actor_of: ActorOf, client_of: ClientOf
) -> None:
    black_out = _strike(vestegnen, "coordinator", named, actor_of)
    with as_owner():
        note = BreachNote.objects.get()

    answer = client_of(vestegnen.outsider).post(f"/haendelsesnotater/aabn/{black_out.pk}/")
    hidden = client_of(vestegnen.outsider).get(f"/haendelsesnotater/{note.pk}/")

    assert (answer.status_code, hidden.status_code) == (404, 404)


def test_a_judged_note_is_closed_once(
    vestegnen: Vestegnen, named: Picture, actor_of: ActorOf, client_of: ClientOf
) -> None:
    _strike(vestegnen, "coordinator", named, actor_of)
    with as_owner():
        note = BreachNote.objects.get()
    client = client_of(vestegnen.dpo)
    page = f"/haendelsesnotater/{note.pk}/"

    first = client.post(page, {"text": "Lav risiko, intern kreds.", "is_final": "on"})
    second = client.post(page, {"text": "Noget andet.", "is_final": "on"})

    assert first.status_code == 302
    assert "Notatet er afsluttet" in second.content.decode()
    with as_owner():
        assert BreachNote.objects.get().text == "Lav risiko, intern kreds."


def test_words_are_picked_by_their_place_and_shown_before_they_are_struck(
    vestegnen: Vestegnen, named: Picture, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.coordinator)
    with as_owner():
        entry = Entry.objects.get(kind="observation", content__heading__startswith=NAME)
    picks = [f"{entry.pk}.heading:0", f"{entry.pk}.heading:1"]

    preview = client.post("/situationsbillede/1/sloer/", {"word": picks}).content.decode()
    struck = client.post("/situationsbillede/1/sloer/", {"word": picks, "step": "strike", "reason": "name"})

    assert f"<mark>{NAME}</mark>" in preview
    assert struck["Location"] == "/situationsbillede/1/"
    assert _left() == {"Report": 1}


def test_picking_nothing_is_explained(vestegnen: Vestegnen, named: Picture, client_of: ClientOf) -> None:
    shown = client_of(vestegnen.coordinator).post("/situationsbillede/1/sloer/", {}).content.decode()

    assert "Peg på de ord, der skal sløres." in shown
