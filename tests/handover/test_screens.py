"""The pages of a hand-over meeting: who finds them, what stands on them, and what never does."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from rundbord.audit import Event
from rundbord.handover.models import HandOverLine, HandOverList
from rundbord.handover.vocabulary import LineVerdict
from rundbord.identity.models import User
from rundbord.sharing.vocabulary import LegalBasis, PersonRole
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.handover.meetings import NAME, WORDS, Room, answer, clear_elsewhere, line_on, list_of, question_about, room
from tests.logs import logged
from tests.queries import own_queries
from tests.sharing.telling import WHY


@pytest.fixture
def meeting(vestegnen: Vestegnen, actor_of: ActorOf) -> Room:
    return room(vestegnen, actor_of)


@pytest.fixture
def police(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    return client_of(vestegnen.officer)


@pytest.fixture
def gladsaxe(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    return client_of(vestegnen.coordinator)


def _page(of: Room) -> str:
    return f"/moeder/{of.meeting.pk}/overlevering/"


def _shown(client: Client, of: Room) -> str:
    return client.get(_page(of)).content.decode()


def _typed(of: Room, **changed: str) -> dict[str, str]:
    return {
        "name": NAME,
        "born_on": "2011-01-01",
        "role": "concern",
        "words": WORDS,
        "seen_on": (timezone.localdate() - timedelta(days=1)).isoformat(),
        "information_class": "p2",
        "grade": "seen",
        "addressed": str(of.table.world.gladsaxe_ssp.pk),
        **changed,
    }


def test_from_a_list_to_a_name_and_to_nothing_left(meeting: Room, police: Client, gladsaxe: Client) -> None:
    assert "Begynd en liste" in _shown(police, meeting)
    police.post(f"{_page(meeting)}ny/")
    with as_owner():
        standing = HandOverList.objects.get()
    added = police.post(f"/overlevering/{standing.pk}/linje/", _typed(meeting))
    assert added.headers["Location"] == _page(meeting)
    with as_owner():
        line = HandOverLine.objects.get()

    asked = _shown(gladsaxe, meeting)
    assert WORDS in asked
    assert NAME not in asked
    question = question_about(line, meeting)
    gladsaxe.post(f"/overlevering/spoergsmaal/{question.pk}/", {"svar": "taken_up"})

    own = _shown(police, meeting)
    assert "Giv navnet" in own
    assert NAME in own
    name_page = f"/overlevering/linje/{line.pk}/navn/"
    assert "Det gives videre" in police.get(name_page).content.decode()
    wish = {"purpose": "crime_prevention", "necessity": WHY, "basis": LegalBasis.SSP.value}
    assert police.post(name_page, wish).headers["Location"] == _page(meeting)
    assert "Navnet er givet" in _shown(police, meeting)
    assert police.get(name_page).status_code == 404

    assert "Det kan ikke gøres om" in police.get(f"/overlevering/{standing.pk}/luk/").content.decode()
    police.post(f"/overlevering/{standing.pk}/luk/")
    clear_elsewhere(standing, meeting)
    assert "nøgle er destrueret" in _shown(police, meeting)
    assert "1 nøgle er destrueret" in _shown(gladsaxe, meeting)
    assert NAME not in _shown(police, meeting)
    assert WORDS not in _shown(gladsaxe, meeting)


def test_without_a_basis_the_page_proposes_one_and_keeps_what_was_typed(meeting: Room, police: Client) -> None:
    line = line_on(list_of(meeting), meeting)
    answer(line, meeting)

    shown = police.post(
        f"/overlevering/linje/{line.pk}/navn/", {"purpose": "crime_prevention", "necessity": WHY}
    ).content.decode()

    assert "Navnet kan ikke gives endnu" in shown
    assert LegalBasis.SSP.label in shown.partition("Hjemler, der kan bære det")[2]
    assert WHY in shown


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"words": "Mødte Jens Jensen ved hallen."}, "navn"),
        ({"born_on": "2001-01-01"}, "fyldt 18 år"),
        ({"seen_on": "2020-01-01"}, "14 dage"),
        ({"role": ""}, "Vælg rollen"),
        ({"cpr": "123"}, "seks cifre"),
        ({"addressed": ""}, "Vælg enheden"),
        ({"name": ""}, "Skriv navnet"),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(
    changed: dict[str, str], says: str, meeting: Room, police: Client
) -> None:
    standing = list_of(meeting)
    typed = _typed(meeting, **changed)

    shown = police.post(f"/overlevering/{standing.pk}/linje/", typed).content.decode()

    assert says in shown
    assert typed["words"] in shown
    with as_owner():
        assert not HandOverLine.objects.exists()


def test_no_unit_without_the_individual_part_can_be_chosen(meeting: Room, police: Client) -> None:
    shown = police.get(f"/overlevering/{list_of(meeting).pk}/linje/").content.decode()

    assert "SSP Gladsaxe" in shown
    assert "SSP Herlev" not in shown


@pytest.mark.parametrize("who", ["herlev_case_worker", "outsider"])
def test_for_whoever_leaves_the_room_there_is_no_such_page(
    who: str, meeting: Room, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    standing = list_of(meeting)
    line = line_on(standing, meeting)
    user: User = getattr(vestegnen, who)
    other, question = client_of(user), question_about(line, meeting)

    assert other.get(_page(meeting)).status_code == 404
    assert other.get(f"/overlevering/{standing.pk}/linje/").status_code == 404
    assert other.get(f"/overlevering/{standing.pk}/luk/").status_code == 404
    assert other.get(f"/overlevering/linje/{line.pk}/navn/").status_code == 404
    assert other.post(f"/overlevering/spoergsmaal/{question.pk}/", {"svar": "taken_up"}).status_code == 404
    assert other.post(f"{_page(meeting)}ny/").status_code == 404


def test_who_was_wronged_can_only_be_left(meeting: Room, gladsaxe: Client) -> None:
    line = line_on(list_of(meeting), meeting, role=PersonRole.VICTIM)

    shown = _shown(gladsaxe, meeting)
    assert "Vi tager den op" not in shown
    question = question_about(line, meeting)
    refused = gladsaxe.post(f"/overlevering/spoergsmaal/{question.pk}/", {"svar": "taken_up"})
    assert refused.headers["Location"].endswith("?afvist=1")


def test_reading_the_names_is_logged_and_reading_questions_tells_no_name(
    meeting: Room, police: Client, gladsaxe: Client
) -> None:
    standing = list_of(meeting)
    line_on(standing, meeting)
    _shown(gladsaxe, meeting)
    assert logged(Event.HAND_OVER_READ, about=standing) == 0

    _shown(police, meeting)

    assert logged(Event.HAND_OVER_READ, about=standing) == 1


def test_many_lines_cost_no_more_queries_than_one(meeting: Room, police: Client, gladsaxe: Client) -> None:
    standing = list_of(meeting)
    answer(line_on(standing, meeting), meeting, LineVerdict.LEFT)
    for client in (police, gladsaxe):
        client.get(_page(meeting))
    with own_queries() as of_one:
        police.get(_page(meeting))
        gladsaxe.get(_page(meeting))
    for _ in range(4):
        line_on(standing, meeting)

    with own_queries() as of_five:
        police.get(_page(meeting))
        gladsaxe.get(_page(meeting))

    assert len(of_five) == len(of_one) <= 28
