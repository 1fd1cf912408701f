"""A concern from a report: the person's words leave the report, its own authority sees it, and nobody else."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.concerns.models import Concern
from rundbord.situation.models import HandedOver, Report
from tests.concerns.raising import typed
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import logged

TEXT = "Dreng på 14 år solgte hash ved stationen."
REWRITTEN = "Salg af hash ved stationen."


@pytest.fixture
def report(vestegnen: Vestegnen) -> Report:
    return rows.report(
        vestegnen.partnership, vestegnen.gladsaxe_street, reporter_id=vestegnen.street_worker.pk, text=TEXT
    )


def _raise_from(report: Report, client: Client, **changes: Any) -> Any:
    return client.post(f"/unge/ny/?indberetning={report.pk}", typed(**changes))


def test_the_inbox_leads_whoever_works_with_concerns_from_a_report_to_one(
    report: Report, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.coordinator)
    link = f"/unge/ny/?indberetning={report.pk}"
    assert link in client.get("/indbakke/").content.decode()

    page = client.get(link)

    form = page.context["form"]
    assert TEXT in page.content.decode()
    assert form["seen"].value() == TEXT
    assert "14 år" not in form["report_text"].value()


def test_the_report_keeps_words_without_the_person_and_says_that_it_was_handed_over(
    report: Report, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    client = client_of(vestegnen.coordinator)

    assert _raise_from(report, client, seen=TEXT, report_text=REWRITTEN).status_code == 302

    with as_owner():
        assert Concern.objects.get().report_id == report.pk
        assert Report.objects.get(pk=report.pk).text == REWRITTEN
    inbox = client.get("/indbakke/").content.decode()
    assert "Overdraget" in inbox
    assert f"indberetning={report.pk}" not in inbox
    assert "Overdraget" in client_of(vestegnen.street_worker).get("/mine-indberetninger/").content.decode()
    assert logged(Event.REPORT_HANDED_OVER, about=report) == 1
    assert logged(Event.REPORT_CORRECTED, about=report) == 1


def test_others_see_the_corrected_words_and_nothing_else(
    report: Report, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    _raise_from(report, client_of(vestegnen.coordinator), report_text=REWRITTEN)

    for user in (vestegnen.officer, vestegnen.herlev_case_worker):
        with acting_for(actor_of(user)):
            assert Report.objects.get(pk=report.pk).text == REWRITTEN
            assert not HandedOver.objects.exists()
            assert not Concern.objects.exists()


def test_words_that_name_somebody_are_stopped_and_nothing_typed_is_lost(
    report: Report, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    answer = _raise_from(report, client_of(vestegnen.coordinator), report_text="Salg fra 610112-4321.")

    assert "report_text" in answer.context["form"].errors
    assert answer.context["form"]["name"].value() == "Ung Eksempel"
    with as_owner():
        assert not HandedOver.objects.exists()
        assert Report.objects.get(pk=report.pk).text == TEXT


def test_another_authoritys_report_is_left_alone_and_its_owner_learns_nothing(
    report: Report, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    client = client_of(vestegnen.officer)
    assert "report_text" not in client.get(f"/unge/ny/?indberetning={report.pk}").context["form"].fields

    assert _raise_from(report, client).status_code == 302

    with as_owner():
        assert Concern.objects.get().report_id == report.pk
        assert Report.objects.get(pk=report.pk).text == TEXT
        assert not HandedOver.objects.exists()
    assert "Overdraget" not in client_of(vestegnen.coordinator).get("/indbakke/").content.decode()


def test_a_report_out_of_reach_is_as_good_as_none(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    narrow = rows.report(vestegnen.partnership, vestegnen.gladsaxe_ssp, audience="authority")
    client = client_of(vestegnen.officer)

    assert client.get(f"/unge/ny/?indberetning={narrow.pk}").status_code == 404
    assert client.get("/unge/ny/?indberetning=noget").status_code == 404


def test_a_report_handed_over_twice_is_handed_over(report: Report, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.coordinator)

    _raise_from(report, client, report_text=REWRITTEN)
    assert _raise_from(report, client, report_text=REWRITTEN).status_code == 302

    with as_owner():
        assert HandedOver.objects.count() == 1
        assert Concern.objects.count() == 2
