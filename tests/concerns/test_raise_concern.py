"""A concern is raised in the own unit, with seen apart from thought, and told of or put off from the first row."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.utils import timezone

from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import own_entries
from rundbord.concerns.models import Concern, Fact, FamilyNotice, LookUp, NamePart, YoungPerson
from rundbord.concerns.queries.opened import known_of
from rundbord.identity.models import User
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key
from rundbord.notices.models import Notice
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.rules.danish_days import working_days_after
from rundbord.sharing.rules.ages import birthday
from tests.concerns.raising import CPR, WORDS, typed
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import all_words

NEW = "/unge/ny/"


@pytest.fixture
def raised(vestegnen: Vestegnen, client_of: ClientOf) -> YoungPerson:
    """A file that the coordinator opened with a CPR number and all three kinds of words."""
    client_of(vestegnen.coordinator).post(
        NEW, typed(cpr=CPR, thought="Kan være på vej ind i en gruppe.", protective="Lytter til sin træner.")
    )
    with as_owner():
        return YoungPerson.objects.get()


def test_a_concern_opens_a_file_of_the_own_unit(raised: YoungPerson, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    with acting_for(actor_of(vestegnen.leader)):
        person = YoungPerson.objects.get()
        concern = Concern.objects.get()
        known = known_of([person])[person.pk]
        key = open_key(person.data_key_id)
        facts = {fact.kind: key.open(bytes(fact.body), at=place_of(fact, "body")) for fact in Fact.objects.all()}

    assert (person.unit_id, person.lead_id) == (vestegnen.gladsaxe_ssp.pk, vestegnen.coordinator.pk)
    assert (known.name, known.masked_cpr) == ("Ung Eksempel", "610112-••••")
    assert (concern.role, concern.grounds, concern.level) == ("concern", ["own_relation"], "1")
    assert concern.next_on == working_days_after(timezone.localdate(), 5)
    assert facts == {
        "seen": WORDS,
        "thought": "Kan være på vej ind i en gruppe.",
        "protective": "Lytter til sin træner.",
    }


def test_the_file_ends_by_itself_and_never_after_the_eighteenth_birthday(raised: YoungPerson) -> None:
    assert raised.birth_year == 2012
    assert raised.delete_on == timezone.localdate() + timedelta(days=365)


def test_a_file_on_somebody_near_eighteen_ends_on_the_birthday(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    born_on = birthday(timezone.localdate(), age=-18) + timedelta(days=40)
    client_of(vestegnen.coordinator).post(NEW, typed(born_on=born_on.isoformat()))

    with as_owner():
        assert YoungPerson.objects.get().delete_on == birthday(born_on, age=18)


def test_nothing_of_it_lies_open_in_the_database(raised: YoungPerson) -> None:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND relname LIKE 'concerns\\_%'")
        tables = [row[0] for row in cursor.fetchall()]
        stored = ""
        for table in tables:
            cursor.execute(f'SELECT "{table}"::text FROM "{table}"')
            stored += " ".join(row[0] for row in cursor.fetchall())

    assert len(tables) > 10
    for word in ("Eksempel", "6101124321", "610112", "kiosken", "træner"):
        assert word not in stored


def test_raising_and_looking_before_are_logged_without_words(
    raised: YoungPerson, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    with acting_for(actor_of(vestegnen.dpo)):
        events = [entry.event for entry in own_entries()]
    told = all_words()

    assert {"concern_raised", "young_person_sought"} <= set(events)
    assert "Eksempel" not in told
    assert "610112" not in told


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"role": ""}, "role"),
        ({"role": "victim"}, "role"),
        ({"grounds": ["family_conviction"]}, "grounds"),
        ({"grounds": []}, "grounds"),
        ({"role": "contact", "grounds": ["seen_at_event"]}, "role"),
        ({"name": "123"}, "name"),
        ({"cpr": "991399-1234"}, "cpr"),
        ({"cpr": CPR, "born_on": "2011-01-01"}, "born_on"),
        ({"observed_on": "2099-01-01"}, "observed_on"),
        ({"seen": "xx"}, "seen"),
        ({"seen_class": "p5"}, "seen_class"),
        ({"notice_state": ""}, "notice_state"),
        ({"manner": ""}, "manner"),
        ({"notice_state": "deferred", "ground": "", "deferral_reason": "", "recheck_on": ""}, "recheck_on"),
        ({"notice_state": "deferred", "ground": "honour", "deferral_reason": "kort"}, "deferral_reason"),
    ],
)
def test_what_is_missing_or_forbidden_is_told_beside_the_field_and_nothing_typed_is_lost(
    changes: dict[str, Any], field: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    answer = client_of(vestegnen.coordinator).post(NEW, typed(**changes))

    assert answer.status_code == 200
    assert field in answer.context["form"].errors
    assert answer.context["form"]["name"].value() == typed(**changes)["name"]
    with as_owner():
        assert not YoungPerson.objects.exists()


def test_what_stands_wrong_in_a_number_is_never_repeated_in_a_message(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    errors = client_of(vestegnen.coordinator).post(NEW, typed(cpr="991399-1234")).context["form"].errors

    assert "991399" not in str(errors)


@pytest.mark.parametrize("days", [0, 31])
def test_a_deferral_is_looked_at_again_within_thirty_days(days: int, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    answer = client_of(vestegnen.coordinator).post(NEW, typed(**_deferred(days)))

    assert "recheck_on" in answer.context["form"].errors


def test_a_deferral_waits_for_the_leader_who_is_told_without_content(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client_of(vestegnen.coordinator).post(NEW, typed(**_deferred(14)))

    with as_owner():
        notice = FamilyNotice.objects.get()
        told = Notice.objects.get(kind=NoticeKind.DEFERRAL_WAITS)
    assert (notice.state, notice.approved_at) == ("deferred", None)
    assert (told.role, told.unit_id) == (Role.LEADER, vestegnen.gladsaxe_ssp.pk)
    page = client_of(vestegnen.leader).get(told.path)
    assert "Udskudt, afventer godkendelse" in page.content.decode()


def test_a_number_that_the_unit_has_leads_to_its_file_with_everything_typed(
    raised: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.coordinator)

    answer = client.post(NEW, typed(cpr=CPR, seen="Ny hændelse ved stationen."))
    page = answer.content.decode()
    assert "I har allerede en sag på CPR-nummeret" in page
    assert "Ny hændelse ved stationen." in page

    added = client.post(NEW, typed(cpr=CPR, name="Andet Navn", seen="Ny hændelse ved stationen.", foej_til="1"))
    assert added.headers["Location"] == f"/unge/{raised.pk}/"
    with as_owner():
        assert YoungPerson.objects.count() == 1
        assert Concern.objects.count() == 2
        assert LookUp.objects.filter(kind="before_opening", hits=1).count() == 2


def test_a_number_that_another_unit_has_says_nothing(
    raised: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    other = rows.user(vestegnen.gladsaxe_street, Role.CASE_WORKER)

    answer = client_of(other).post(NEW, typed(cpr=CPR))

    assert answer.status_code == 302
    with as_owner():
        assert YoungPerson.objects.count() == 2


def test_what_the_age_means_is_shown_without_saving(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    page = client_of(vestegnen.coordinator).post(NEW, typed(cpr=CPR, se="1")).content.decode()

    assert "10–14 år" in page
    with as_owner():
        assert not YoungPerson.objects.exists()


def test_a_second_worry_is_added_to_a_file(raised: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.coordinator)
    address = f"/unge/{raised.pk}/bekymring/"

    assert "Ung Eksempel" in client.get(address).content.decode()
    client.post(address, typed(level="2"))

    with as_owner():
        assert sorted(Concern.objects.values_list("level", flat=True)) == ["1", "2"]


@pytest.mark.parametrize("who", ["leader", "street_worker", "secretary", "dpo", "administrator", "caretaker"])
def test_who_does_not_work_with_concerns_opens_none(who: str, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    user: User = getattr(vestegnen, who)

    assert client_of(user).get(NEW).status_code == 403
    assert client_of(user).post(NEW, typed()).status_code == 403


def test_police_alone_are_offered_the_classes_on_offences_and_gangs(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    police = client_of(vestegnen.officer).get(NEW).context["form"]
    municipal = client_of(vestegnen.coordinator).get(NEW).context["form"]

    assert [key for key, _ in police.fields["seen_class"].choices] == ["p2", "p3", "p4", "p5", "p7"]
    assert [key for key, _ in municipal.fields["seen_class"].choices] == ["p2", "p4", "p7"]
    assert police.banner.startswith("Oplysninger om bandemiljøet")
    assert municipal.banner == ""


def test_a_fact_on_gangs_is_confirmed_at_birth_for_ninety_days(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client_of(vestegnen.officer).post(NEW, typed(thought="Tilknyttet en gruppe.", thought_class="p5"))

    with as_owner():
        fact = Fact.objects.get(kind="thought")
    assert fact.confirmed_on == timezone.localdate()
    assert fact.keep_until == timezone.localdate() + timedelta(days=90)


def test_a_name_is_indexed_part_by_part(raised: YoungPerson) -> None:
    with as_owner():
        indexes = [bytes(each) for each in NamePart.objects.values_list("index", flat=True)]

    assert len(set(indexes)) == 2


def _deferred(days: int) -> dict[str, Any]:
    day: date = timezone.localdate() + timedelta(days=days)
    return {
        "notice_state": "deferred",
        "manner": "",
        "given_on": "",
        "ground": "honour",
        "deferral_reason": "Familien kan reagere voldsomt, og risikoen er ikke vurderet endnu.",
        "recheck_on": day.isoformat(),
    }


def test_an_address_in_the_page_is_the_files_own_number_alone(
    raised: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    answer = client_of(vestegnen.coordinator).get(f"/unge/{raised.pk}/")

    assert isinstance(raised.pk, UUID)
    assert "<title>Sag om en ung" in answer.content.decode()
