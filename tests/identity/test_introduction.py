"""The introduction to the rules: passed when all is right, kept without what was wrong, and in force for a year."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from rundbord.access.actor import system_of
from rundbord.access.assurance import Assurance
from rundbord.access.permissions import Permission
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.identity.models import IntroductionPass, User
from rundbord.identity.rules.introduction import SITUATIONS, VERSION
from rundbord.notices.actions import remind_of_introduction
from rundbord.notices.models import Notice
from tests.database import as_owner
from tests.factories.authenticator import Device
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.identity.signing import with_password
from tests.logs import entries_of
from tests.queries import own_queries

RIGHT = {situation.key: situation.right.key for situation in SITUATIONS}
FIRST = SITUATIONS[0]
WRONG = next(answer for answer in FIRST.answers if not answer.is_right)
PATH = "/introduktion/situationer/"


def _passed(user: User, *, days_left: int, version: str = VERSION) -> IntroductionPass:
    today = timezone.localdate()
    with as_owner():
        return IntroductionPass.objects.create(
            authority_id=user.authority_id,
            user=user,
            version=version,
            passed_at=timezone.now() - timedelta(days=365 - days_left),
            holds_until=today + timedelta(days=days_left),
        )


@pytest.fixture
def _conflicts_reach_persons(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a permission that exists reach persons, since none does yet."""
    monkeypatch.setattr("rundbord.access.assurance.PERSON_ACCESS", frozenset({Permission.SEE_CONFLICTS}))


def test_all_right_is_passed_for_a_year_and_logged(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.coordinator)

    response = client.post(PATH, RIGHT)

    assert response["Location"] == "/introduktion/"
    assert "Du har bestået" in client.get("/introduktion/").content.decode()
    with as_owner():
        passed = IntroductionPass.objects.get()
    assert (passed.user_id, passed.version) == (vestegnen.coordinator.pk, VERSION)
    assert passed.holds_until == timezone.localdate() + timedelta(days=365)
    assert len(entries_of(Event.INTRODUCTION_PASSED, user=vestegnen.coordinator)) == 1


def test_a_wrong_answer_is_explained_with_its_paragraph_and_kept_nowhere(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.coordinator)

    page = client.post(PATH, RIGHT | {FIRST.key: WRONG.key}).content.decode()

    assert "7 af 8 er rigtige" in page
    assert WRONG.why in page
    assert WRONG.law in page
    assert page.count(" checked") == len(SITUATIONS)
    with as_owner():
        assert not IntroductionPass.objects.exists()
    assert entries_of(Event.INTRODUCTION_PASSED, user=vestegnen.coordinator) == []


@pytest.mark.parametrize("forged", ["", "z", WRONG.key * 2])
def test_no_answer_and_an_answer_that_is_none_do_not_pass(
    forged: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client_of(vestegnen.coordinator).post(PATH, RIGHT | {FIRST.key: forged})

    with as_owner():
        assert not IntroductionPass.objects.exists()


def test_police_and_municipality_read_their_own_rules(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    police = client_of(vestegnen.officer).get("/introduktion/1/").content.decode()
    municipality = client_of(vestegnen.coordinator).get("/introduktion/1/").content.decode()

    assert "For jer gælder også stk. 5" in police
    assert "For jer følger adgangen af stk. 2" in municipality
    assert "stk. 5:" not in municipality


def test_the_partners_workspace_has_no_introduction_and_an_own_account(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.caretaker)

    assert client.get("/introduktion/").status_code == 404
    page = client.get("/min-konto/")
    assert page.status_code == 200
    assert "Introduktion til reglerne" not in page.content.decode()


@pytest.mark.usefixtures("_conflicts_reach_persons")
def test_a_permission_that_reaches_persons_needs_second_factor_and_introduction(vestegnen: Vestegnen) -> None:
    coordinator = with_password(vestegnen.coordinator)
    coordinator.gives_password()

    led = coordinator.client.get("/konflikter/")
    coordinator.adds(Device())
    without = coordinator.client.get("/konflikter/")
    coordinator.client.post(PATH, RIGHT)
    with_both = coordinator.client.get("/konflikter/")

    assert led["Location"].startswith("/min-konto/andet-trin/")
    assert without.status_code == 403
    assert "ikke i kraft endnu" in without.content.decode()
    assert with_both.status_code == 200


@pytest.mark.usefixtures("_conflicts_reach_persons")
def test_what_waits_is_out_of_navigation_and_actor(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    _passed(vestegnen.leader, days_left=100)

    leader = actor_of(vestegnen.leader)

    assert leader.assurance is Assurance.PASSWORD
    assert leader.withheld == {Permission.SEE_CONFLICTS}
    assert not leader.may(Permission.SEE_CONFLICTS)
    assert leader.may(Permission.SEE_TASKS)


@pytest.mark.usefixtures("_conflicts_reach_persons")
@pytest.mark.parametrize(
    ("days_left", "version", "status"), [(0, VERSION, 200), (-1, VERSION, 403), (9, "2020-01", 403)]
)
def test_a_pass_counts_through_its_last_day_and_by_a_text_that_still_counts(
    days_left: int, version: str, status: int, vestegnen: Vestegnen
) -> None:
    coordinator = with_password(vestegnen.coordinator)
    coordinator.gives_password()
    coordinator.adds(Device())
    _passed(vestegnen.coordinator, days_left=days_left, version=version)

    assert coordinator.client.get("/konflikter/").status_code == status


def test_a_pass_is_of_one_authority(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client_of(vestegnen.coordinator).post(PATH, RIGHT)

    assert "Bestået" in client_of(vestegnen.administrator).get("/brugere/sikkerhed/").content.decode()
    with acting_for(system_of(vestegnen.herlev.pk)):
        assert not IntroductionPass.objects.exists()


def test_the_administrator_sees_who_is_ready_in_a_fixed_number_of_questions(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    _passed(vestegnen.leader, days_left=12)
    _passed(vestegnen.dpo, days_left=-3)
    client = client_of(vestegnen.administrator)

    with own_queries() as asked:
        page = client.get("/brugere/sikkerhed/").content.decode()

    assert "Udløber snart" in page
    assert "Udløbet" in page
    assert "Ikke bestået" in page
    assert len(asked) <= 9, asked


def test_the_own_account_asks_a_fixed_number_of_questions(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    clients = [client_of(vestegnen.coordinator) for _ in range(12)]

    with own_queries() as asked:
        assert clients[0].get("/min-konto/").status_code == 200

    assert len(asked) <= 8, asked


def test_one_is_reminded_once_in_the_last_month_unless_one_has_passed_again(vestegnen: Vestegnen) -> None:
    _passed(vestegnen.leader, days_left=30)
    _passed(vestegnen.coordinator, days_left=31)
    _passed(vestegnen.dpo, days_left=20)
    _passed(vestegnen.dpo, days_left=365)
    system = system_of(vestegnen.gladsaxe.pk, partnership_id=vestegnen.partnership.pk)

    with acting_for(system):
        told = [remind_of_introduction(by=system), remind_of_introduction(by=system)]
    with time_machine.travel(timezone.now() + timedelta(days=1)), acting_for(system):
        told.append(remind_of_introduction(by=system))

    with as_owner():
        readers = list(Notice.objects.order_by("at").values_list("user_id", "path"))
    assert told == [1, 0, 1]
    assert readers == [(vestegnen.leader.pk, "/introduktion/"), (vestegnen.coordinator.pk, "/introduktion/")]
