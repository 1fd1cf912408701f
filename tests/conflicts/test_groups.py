"""Who the groups are: named by the police, read by the cleared, logged each time; asking, answering, withdrawing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.conflicts import actions
from rundbord.conflicts.models import Clearance, ClearanceRequest, Conflict, ConflictGroup, GroupIdentity
from rundbord.identity.models import User
from rundbord.notices.models import Notice
from tests.database import as_log_keeper, as_owner
from tests.factories import conflicts
from tests.factories.situations import ActorOf, ClientOf, Vestegnen


@pytest.fixture
def conflict(vestegnen: Vestegnen) -> Conflict:
    return conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp, areas=(vestegnen.station,))


@pytest.fixture
def group(conflict: Conflict) -> ConflictGroup:
    return conflicts.group(conflict, "A", "omkring torvet")


def _readings() -> int:

    with as_log_keeper(), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM audit.event WHERE event = %s", [Event.GROUP_IDENTITY_READ.value])
        row = cursor.fetchone()
        return int(row[0])


def test_the_police_say_who_a_group_is_and_the_municipality_sees_a_letter(
    conflict: Conflict, group: ConflictGroup, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    officer = client_of(vestegnen.officer)

    _name(officer, group, "Nordgruppen")

    assert "Nordgruppen" in officer.get(f"/konflikter/{conflict.pk}/hvem/").content.decode()
    municipality = client_of(vestegnen.coordinator)
    shown = municipality.get(f"/konflikter/{conflict.pk}/").content.decode()
    assert "Gruppe A" in shown
    assert "omkring torvet" in shown
    assert "Nordgruppen" not in shown
    assert municipality.get(f"/konflikter/{conflict.pk}/hvem/").status_code == 404


def test_the_page_of_the_uncleared_is_the_same_byte_for_byte_whether_a_name_is_there_or_not(
    conflict: Conflict, group: ConflictGroup, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.herlev_case_worker)
    before = _plain(client, f"/konflikter/{conflict.pk}/")
    gone = _plain(client, f"/konflikter/{conflict.pk}/hvem/")

    conflicts.identity(group, vestegnen.police)
    conflicts.clearance(conflict, vestegnen.police, vestegnen.gladsaxe, unit=vestegnen.gladsaxe_ssp)

    assert _plain(client, f"/konflikter/{conflict.pk}/") == before
    assert _plain(client, f"/konflikter/{conflict.pk}/hvem/") == gone


def _plain(client: Client, address: str) -> list[str]:
    shown = client.get(address).content.decode().splitlines()
    return [line for line in shown if "nonce" not in line and "csrf" not in line.lower()]


def test_every_reading_is_logged_and_a_reading_that_finds_nothing_is_not(
    conflict: Conflict, group: ConflictGroup, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    conflicts.identity(group, vestegnen.police)
    conflicts.identity(conflicts.group(conflict, "B"), vestegnen.police, "Sydgruppen")
    conflicts.clearance(conflict, vestegnen.police, vestegnen.gladsaxe, unit=vestegnen.gladsaxe_ssp)
    client_of(vestegnen.herlev_case_worker).get(f"/konflikter/{conflict.pk}/hvem/")
    assert _readings() == 0

    shown = client_of(vestegnen.coordinator).get(f"/konflikter/{conflict.pk}/hvem/").content.decode()
    assert "Nordgruppen" in shown
    assert "Sydgruppen" in shown
    assert _readings() == 2

    client_of(vestegnen.officer).get(f"/konflikter/{conflict.pk}/grupper/{group.pk}/hvem/")
    assert _readings() == 3


def test_the_file_itself_reads_no_name_even_for_the_police(
    conflict: Conflict, group: ConflictGroup, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    conflicts.identity(group, vestegnen.police)

    shown = client_of(vestegnen.officer).get(f"/konflikter/{conflict.pk}/").content.decode()

    assert "Hvem er grupperne?" in shown
    assert "Nordgruppen" not in shown
    assert _readings() == 0


def test_a_second_saying_replaces_the_words_and_deleting_leaves_nothing(
    conflict: Conflict, group: ConflictGroup, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    officer = client_of(vestegnen.officer)
    address = f"/konflikter/{conflict.pk}/grupper/{group.pk}"
    for name in ("Nordgruppen", "Sydgruppen"):
        _name(officer, group, name)
    with as_owner():
        assert GroupIdentity.objects.get().name == "Sydgruppen"

    officer.get(f"{address}/slet/")
    with as_owner():
        assert GroupIdentity.objects.exists()
    officer.post(f"{address}/slet/")

    with as_owner():
        assert not GroupIdentity.objects.exists()


def _name(client: Client, group: ConflictGroup, name: str, *, seen: str | None = None) -> Any:
    """Open the form, and send it with what was seen then."""
    address = f"/konflikter/{group.conflict_id}/grupper/{group.pk}/hvem/"
    shown = client.get(address).context["form"]["seen"].value() if seen is None else seen
    return client.post(address, {"name": name, "basis": "", "seen": shown})


def test_of_two_officers_who_name_a_group_at_once_the_second_sees_the_first_ones_words(
    group: ConflictGroup, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    officer = client_of(vestegnen.officer)
    empty = officer.get(f"/konflikter/{group.conflict_id}/grupper/{group.pk}/hvem/").context["form"]["seen"].value()
    _name(officer, group, "Nordgruppen")

    late = _name(officer, group, "Sydgruppen", seen=empty).content.decode()

    assert "En anden har imens rettet feltet til »Nordgruppen«" in late
    assert "Sydgruppen" in late
    with as_owner():
        assert GroupIdentity.objects.get().name == "Nordgruppen"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("Peter Hansen", "Peter Hansen"), ("Torvet", "Navnet står allerede i titlen"), ("", "påkrævet")],
)
def test_a_name_that_is_a_person_or_already_open_to_all_is_refused(
    *, name: str, sentence: str, group: ConflictGroup, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    shown = _name(client_of(vestegnen.officer), group, name).content.decode()

    assert sentence in shown
    with as_owner():
        assert not GroupIdentity.objects.exists()


def test_nobody_but_an_officer_of_the_police_names_a_group(
    group: ConflictGroup, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    coordinator = actor_of(vestegnen.coordinator)

    with acting_for(coordinator), pytest.raises(NotPermitted):
        actions.name_group(group, name="Nordgruppen", by=coordinator)
    assert client_of(vestegnen.coordinator).get(f"/konflikter/{group.conflict_id}/adgang/").status_code == 403


def test_a_unit_is_cleared_until_a_day_and_is_told(
    conflict: Conflict, group: ConflictGroup, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    conflicts.identity(group, vestegnen.police)
    given = {"unit": vestegnen.gladsaxe_ssp.pk, "reason": "Mægler mellem grupperne i klubben.", "days": "14"}

    client_of(vestegnen.officer).post(f"/konflikter/{conflict.pk}/adgang/enhed/", given)

    with as_owner():
        clearance = Clearance.objects.get()
        assert clearance.expires_at - clearance.given_at == timedelta(days=14)
        assert Notice.objects.get(kind="clearance_given").unit_id == vestegnen.gladsaxe_ssp.pk
    shown = client_of(vestegnen.coordinator).get(f"/konflikter/{conflict.pk}/").content.decode()
    assert "Hvem er grupperne?" in shown
    assert "Politiet har givet dig adgang" in shown
    assert "Bed om adgang" not in shown
    assert "Hvem er grupperne?" not in _page(client_of, vestegnen.street_worker, conflict)


def _page(client_of: ClientOf, user: User, conflict: Conflict) -> str:
    return client_of(user).get(f"/konflikter/{conflict.pk}/").content.decode()


def test_a_withdrawn_clearance_hides_the_groups_from_the_next_reading_on(
    conflict: Conflict, group: ConflictGroup, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    conflicts.identity(group, vestegnen.police)
    clearance = conflicts.clearance(conflict, vestegnen.police, vestegnen.gladsaxe, unit=vestegnen.gladsaxe_ssp)
    cleared, officer = client_of(vestegnen.coordinator), client_of(vestegnen.officer)
    address = f"/konflikter/{conflict.pk}/adgang/{clearance.pk}/traek/"
    assert cleared.get(f"/konflikter/{conflict.pk}/hvem/").status_code == 200

    officer.post(address, {"reason": "Mæglingen er slut."})

    assert cleared.get(f"/konflikter/{conflict.pk}/hvem/").status_code == 404
    assert "Trukket tilbage" in officer.get(f"/konflikter/{conflict.pk}/adgang/").content.decode()
    assert "allerede trukket tilbage" in officer.post(address, {"reason": "Mæglingen er slut."}).content.decode()


def test_a_user_asks_the_police_answer_and_only_that_user_may_read(
    conflict: Conflict, group: ConflictGroup, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    conflicts.identity(group, vestegnen.police)
    asker, officer = client_of(vestegnen.coordinator), client_of(vestegnen.officer)
    asker.post(f"/konflikter/{conflict.pk}/bed-om-adgang/", {"reason": "Skal tale med forældrene på torvet."})
    with as_owner():
        asked = ClearanceRequest.objects.get()
        assert Notice.objects.get(kind="clearance_asked").recipient_id == vestegnen.police.pk
    waiting = asker.get(f"/konflikter/{conflict.pk}/").content.decode()
    offered = officer.get(f"/konflikter/{conflict.pk}/adgang/").content.decode()

    answer = {"act": "give", "reason": "Nødvendigt for samtalerne.", "days": "7"}
    officer.post(f"/konflikter/{conflict.pk}/adgang/oensker/{asked.pk}/", answer)

    assert "Du har bedt om adgang" in waiting
    assert "Skal tale med forældrene på torvet." in offered
    assert asker.get(f"/konflikter/{conflict.pk}/hvem/").status_code == 200
    assert client_of(vestegnen.leader).get(f"/konflikter/{conflict.pk}/hvem/").status_code == 404
    with as_owner():
        assert Notice.objects.get(kind="clearance_given").user_id == vestegnen.coordinator.pk
    late = officer.post(f"/konflikter/{conflict.pk}/adgang/oensker/{asked.pk}/", answer).content.decode()
    assert "allerede svaret" in late


def test_a_refusal_is_told_with_its_reason(
    conflict: Conflict, group: ConflictGroup, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    asked = conflicts.clearance_request(conflict, vestegnen.gladsaxe_ssp, user_id=vestegnen.coordinator.pk)
    answer = {"act": "refuse", "reason": "Bogstaverne er nok til opgaven.", "days": "7"}

    client_of(vestegnen.officer).post(f"/konflikter/{conflict.pk}/adgang/oensker/{asked.pk}/", answer)

    shown = client_of(vestegnen.coordinator).get(f"/konflikter/{conflict.pk}/").content.decode()
    assert "Politiet har afslået dit ønske om adgang: Bogstaverne er nok til opgaven." in shown
    with as_owner():
        assert not Clearance.objects.exists()
        assert Notice.objects.get(kind="clearance_refused").user_id == vestegnen.coordinator.pk


def test_nobody_asks_twice_or_is_cleared_twice(
    conflict: Conflict, group: ConflictGroup, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    asker, officer = actor_of(vestegnen.coordinator), actor_of(vestegnen.officer)
    grounds = actions.Grounds(reason="Mægler mellem grupperne.", days=7)
    with acting_for(asker):
        actions.ask_clearance(conflict, reason="Skal tale med forældrene.", by=asker)
        with pytest.raises(Refused, match="allerede spurgt"):
            actions.ask_clearance(conflict, reason="Skal tale med forældrene.", by=asker)

    with acting_for(officer):
        actions.clear_unit(conflict, vestegnen.herlev_ssp, grounds, by=officer)
        with pytest.raises(Refused, match="allerede adgang"):
            actions.clear_unit(conflict, vestegnen.herlev_ssp, grounds, by=officer)


def test_a_unit_that_cannot_read_the_conflict_is_not_cleared(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    narrow = conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp, audience="police")
    officer = actor_of(vestegnen.officer)
    grounds = actions.Grounds(reason="Mægler mellem grupperne.", days=7)

    with acting_for(officer), pytest.raises(Refused, match="kan ikke læse konflikten"):
        actions.clear_unit(narrow, vestegnen.herlev_ssp, grounds, by=officer)


def test_groups_get_the_next_letter_and_a_word_that_can_be_changed(
    conflict: Conflict, group: ConflictGroup, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.coordinator)
    client.post(f"/konflikter/{conflict.pk}/grupper/", {"label": "omkring skolen"})
    same = client.post(f"/konflikter/{conflict.pk}/grupper/", {"label": "Omkring Torvet"}).content.decode()
    address = f"/konflikter/{conflict.pk}/grupper/{group.pk}/"
    seen = client.get(address).context["form"]["seen"].value()
    client.post(address, {"label": "omkring kiosken", "seen": seen})
    late = client.post(address, {"label": "omkring broen", "seen": seen}).content.decode()

    with as_owner():
        assert [(each.letter, each.label) for each in ConflictGroup.objects.order_by("letter")] == [
            ("A", "omkring kiosken"),
            ("B", "omkring skolen"),
        ]
    assert "To grupper har samme betegnelse" in same
    assert "rettet feltet til »omkring kiosken«" in late


def test_a_seventh_group_is_one_too_many(conflict: Conflict, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    for letter in "ABCDEF":
        conflicts.group(conflict, letter, f"sted {letter}")
    actor = actor_of(vestegnen.coordinator)

    with acting_for(actor), pytest.raises(Refused, match="højst være seks grupper"):
        actions.add_group(conflict, label="et syvende sted", by=actor)


def test_a_clearance_ends_by_itself(
    conflict: Conflict, group: ConflictGroup, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    conflicts.identity(group, vestegnen.police)
    ended = timezone.now() - timedelta(minutes=1)
    conflicts.clearance(conflict, vestegnen.police, vestegnen.gladsaxe, unit=vestegnen.gladsaxe_ssp, expires_at=ended)

    shown = _page(client_of, vestegnen.coordinator, conflict)

    assert "Hvem er grupperne?" not in shown
    assert "Bed om adgang" in shown
    assert "Udløbet" in client_of(vestegnen.officer).get(f"/konflikter/{conflict.pk}/adgang/").content.decode()
