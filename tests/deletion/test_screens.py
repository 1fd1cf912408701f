"""The pages of deletion: who sees which names and numbers, approves, proposes, decides, proves."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from rundbord.access.actor import Actor, system_of
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.concerns.models import ArchiveCheck, YoungPerson
from rundbord.deletion import actions
from rundbord.deletion.jobs import foresee_deletions, remind_of_rules
from rundbord.deletion.models import PeriodDecision, PeriodProposal, RulesApproval
from rundbord.deletion.queries.periods import days_of
from rundbord.deletion.queries.standing import fingerprint_here
from rundbord.notices.models import Notice
from tests.database import as_owner
from tests.deletion.rows import WHY, approved, proposal_of
from tests.deletion.worlds import NAME, archive_is_checked, goes_on
from tests.factories.situations import ActorOf, ClientOf, Vestegnen

DAY, RULES = "/sletning/", "/sletning/regler/"


@pytest.fixture
def coordinator(vestegnen: Vestegnen, actor_of: ActorOf) -> Actor:
    return actor_of(vestegnen.coordinator)


@pytest.fixture
def soon(coordinator: Actor) -> YoungPerson:
    """A file of Gladsaxe's that goes in ten days."""
    return goes_on(timezone.localdate() + timedelta(days=10), coordinator)


def _page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_whoever_reaches_the_file_sees_its_name_and_the_officer_its_number(
    soon: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    foresee_deletions(0)
    short = str(soon.pk)[:8]

    mine = _page(client_of(vestegnen.coordinator), DAY)
    officers = _page(client_of(vestegnen.dpo), DAY)

    assert (NAME in mine, f"/unge/{soon.pk}/" in mine) == (True, True)
    assert (NAME in officers, short in officers, str(soon.pk) in officers) == (False, True, False)
    with acting_for(actor_of(vestegnen.dpo)):
        assert own_entries(event=Event.DELETION_DAY_READ)


def test_another_unit_and_another_authority_see_nothing_of_it(
    soon: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    foresee_deletions(0)

    for user in (vestegnen.officer, vestegnen.herlev_case_worker):
        page = _page(client_of(user), DAY)
        assert (NAME in page, str(soon.pk)[:8] in page) == (False, False)
    for user in (vestegnen.street_worker, vestegnen.secretary, vestegnen.caretaker, vestegnen.administrator):
        assert client_of(user).get(DAY).status_code == 403


def test_the_list_asks_no_more_for_many_than_for_few(
    coordinator: Actor, vestegnen: Vestegnen, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for days in range(12):
        goes_on(timezone.localdate() + timedelta(days=days), coordinator)

    with django_assert_max_num_queries(40):
        _page(client_of(vestegnen.coordinator), DAY)


def test_a_file_that_wants_a_look_is_looked_through_from_the_page(
    soon: YoungPerson, coordinator: Actor, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    archive_is_checked(coordinator)
    client, address = client_of(vestegnen.coordinator), f"/unge/{soon.pk}/arkivtjek/"
    assert address in _page(client, DAY)
    assert "Mangler arkivtjek" in _page(client, DAY)

    assert client.post(address, {}).status_code == 200
    sent = client.post(address, {"outcome": "kept"})

    assert sent["Location"] == DAY
    assert address not in _page(client, DAY)
    with as_owner():
        assert ArchiveCheck.objects.get().outcome == "kept"
    assert client_of(vestegnen.officer).get(address).status_code == 404


def test_the_officer_approves_what_was_seen_and_is_told_when_it_is_another(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    officer, dpo = client_of(vestegnen.dpo), actor_of(vestegnen.dpo)
    with acting_for(dpo):
        seen = fingerprint_here(dpo)
    assert "Ikke godkendt" in _page(officer, RULES)

    assert officer.post(RULES, {"seen": seen, "note": "Drøftet med jurist."}).status_code == 302
    page = _page(officer, RULES)
    assert ("Drøftet med jurist." in page, "Godkend alle regler" in page) == (True, False)

    approved(vestegnen.gladsaxe, vestegnen.leader, vestegnen.dpo)
    assert "Ændret siden godkendelsen" in _page(officer, RULES)
    assert "Reglerne er ændret" in officer.post(RULES, {"seen": seen}).content.decode()
    with as_owner():
        assert RulesApproval.objects.get().review_on == timezone.localdate() + timedelta(days=365)


def test_nobody_else_approves(vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf) -> None:
    leader = actor_of(vestegnen.leader)
    with acting_for(leader), pytest.raises(NotPermitted):
        actions.approve_rules(fingerprint_here(leader), by=leader)
    assert client_of(vestegnen.coordinator).get("/sletning/regler/file_closed/").status_code == 403
    assert "Godkend alle regler" not in _page(client_of(vestegnen.leader), RULES)


def test_one_proposes_another_decides_and_the_period_is_in_force(
    vestegnen: Vestegnen, client_of: ClientOf, coordinator: Actor
) -> None:
    leader, officer = client_of(vestegnen.leader), client_of(vestegnen.dpo)

    assert leader.post("/sletning/regler/file_closed/", {"days": "400", "reason": WHY}).status_code == 200
    assert leader.post("/sletning/regler/file_closed/", {"days": "180", "reason": WHY})["Location"] == RULES
    assert (
        "Der venter allerede"
        in leader.post("/sletning/regler/file_closed/", {"days": "90", "reason": WHY}).content.decode()
    )
    with as_owner():
        proposal = PeriodProposal.objects.get()
        assert Notice.objects.filter(kind="period_waits", role="dpo").exists()
    with acting_for(coordinator):
        assert days_of("file_closed", coordinator.authority_id) == 365
    address = f"/sletning/forslag/{proposal.pk}/"
    assert leader.get(address).status_code == 403
    assert client_of(vestegnen.coordinator).get(address).status_code == 403

    assert officer.post(address, {"answer": "ja"})["Location"] == RULES

    with acting_for(coordinator):
        assert days_of("file_closed", coordinator.authority_id) == 180
        assert days_of("file_no_action", coordinator.authority_id) == 30
    assert "Kortere her" in _page(leader, RULES)


def test_nobody_decides_the_own_proposal_on_the_page_or_in_the_database(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    proposal, dpo = proposal_of(vestegnen.gladsaxe, vestegnen.dpo), actor_of(vestegnen.dpo)

    page = _page(client_of(vestegnen.dpo), f"/sletning/forslag/{proposal.pk}/")
    with acting_for(dpo), pytest.raises(Refused, match="Du har selv foreslået"):
        actions.decide_period(proposal, is_approved=True, by=dpo)

    assert "En anden skal afgøre forslaget." in page
    with as_owner():
        assert not PeriodDecision.objects.exists()


def test_a_setting_that_becomes_shorter_counts_at_once(
    vestegnen: Vestegnen, coordinator: Actor, settings: object
) -> None:
    approved(vestegnen.gladsaxe, vestegnen.leader, vestegnen.dpo, rule="file_open", days=300)
    settings.CONCERN_DAYS = 200  # type: ignore[attr-defined]

    with acting_for(coordinator):
        assert days_of("file_open", coordinator.authority_id) == 200


def test_a_number_is_proved_to_the_officer_alone(
    soon: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf, coordinator: Actor
) -> None:
    with acting_for(coordinator):
        actions.record_deletion(
            "file_closed", rows=3, keys=1, number=soon.pk, unit_id=coordinator.unit_id, by=coordinator
        )
    officer, address = client_of(vestegnen.dpo), "/sletning/regnskab/"

    assert "Ja, det er slettet" in officer.post(address, {"number": str(soon.pk)}).content.decode()
    assert "Intet med det nummer" in officer.post(address, {"number": str(coordinator.user_id)}).content.decode()
    assert "Skriv hele nummeret" in officer.post(address, {"number": "123"}).content.decode()
    page = client_of(vestegnen.coordinator).post(address, {"number": str(soon.pk)}).content.decode()
    assert ("Er noget slettet?" in page, "Afsluttet sag" in page) == (False, True)


def test_officers_are_told_on_mondays_until_they_have_approved(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    import time_machine  # noqa: PLC0415

    with time_machine.travel("2026-11-30 05:45+01:00", tick=False):
        remind_of_rules(0)
    with as_owner():
        assert Notice.objects.filter(kind="rules_to_approve", recipient=vestegnen.gladsaxe).count() == 1
    with time_machine.travel("2026-12-01 05:45+01:00", tick=False):
        remind_of_rules(0)
    night = system_of(vestegnen.gladsaxe.pk, partnership_id=vestegnen.partnership.pk)
    with as_owner():
        assert Notice.objects.filter(kind="rules_to_approve", recipient=vestegnen.gladsaxe).count() == 1
    dpo = actor_of(vestegnen.dpo)
    with acting_for(dpo):
        actions.approve_rules(fingerprint_here(dpo), by=dpo)
    with time_machine.travel("2026-12-07 05:45+01:00", tick=False), acting_for(night):
        assert not actions.remind(by=night)
