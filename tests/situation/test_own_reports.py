"""Own reports — mine indberetninger: what became of each, and putting words right until they are triaged."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from rundbord.audit import Event
from rundbord.identity.models import User
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.models import Entry, Picture, Report, Triage
from rundbord.situation.vocabulary import EntryKind, Verdict
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ClientOf, Vestegnen
from tests.logs import logged


def _own(vestegnen: Vestegnen, **columns: Any) -> Report:
    told = {"reporter_id": vestegnen.street_worker.pk, "area": vestegnen.station, **columns}
    return rows.report(vestegnen.partnership, vestegnen.gladsaxe_street, **told)


def _judge(report: Report, verdict: Verdict, **columns: Any) -> Triage:
    with as_owner():
        return Triage.objects.create(
            **{
                "partnership_id": report.partnership_id,
                "authority_id": report.authority_id,
                "unit_id": report.unit_id,
                "audience": report.audience,
                "report": report,
                "verdict": verdict,
                "user_id": report.reporter_id,
                "at": timezone.now(),
                **columns,
            }
        )


def _use_in_picture(
    vestegnen: Vestegnen, report: Report, *, number: int, audience: Audience = Audience.PARTIES
) -> None:
    now = timezone.now()
    incident = rows.incident(vestegnen.partnership, vestegnen.gladsaxe, audience=audience)
    _judge(report, Verdict.KEPT, incident=incident)
    with as_owner():
        picture = Picture.objects.create(
            partnership=vestegnen.partnership,
            authority=vestegnen.gladsaxe,
            number=number,
            covers_from=now - timedelta(days=1),
            covers_to=now,
            started_at=now,
            published_at=now,
        )
        Entry.objects.create(
            partnership=vestegnen.partnership,
            authority=vestegnen.gladsaxe,
            audience=audience,
            picture=picture,
            kind=EntryKind.INCIDENT,
            position=1,
            incident=incident,
            content={},
        )


def _list(client_of: ClientOf, user: User) -> str:
    return client_of(user).get("/mine-indberetninger/").content.decode()


def test_a_used_report_leads_to_the_picture(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _use_in_picture(vestegnen, _own(vestegnen), number=231)

    page = _list(client_of, vestegnen.street_worker)

    assert "Brugt" in page
    assert '<a href="/situationsbillede/231/">Situationsbillede nr. 231</a>' in page


def test_a_dismissed_report_says_why(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _judge(_own(vestegnen), Verdict.DISMISSED, reason="known", note="Vi har den fra politiet.")

    page = _list(client_of, vestegnen.street_worker)

    assert "Ikke brugt: Allerede kendt" in page
    assert "Vi har den fra politiet." in page


def test_a_report_that_waits_can_be_put_right(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    report = _own(vestegnen)
    client = client_of(vestegnen.street_worker)
    assert "Venter på sortering" in client.get("/mine-indberetninger/").content.decode()

    response = client.post(f"/mine-indberetninger/{report.pk}/ret/", {"text": "Det var to grupper."})

    with as_owner():
        report.refresh_from_db()
    assert response.headers["Location"] == f"/mine-indberetninger/?gemt={report.pk}"
    assert report.text == "Det var to grupper."
    assert logged(Event.REPORT_CORRECTED, about=report)


@pytest.mark.parametrize(("text", "says"), [("", "Skriv kort"), ("x" * 4001, "4000"), ("Bil AB 12 345", "Nummerplade")])
def test_a_correction_is_judged_like_a_report(
    *, text: str, says: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    report = _own(vestegnen)

    response = client_of(vestegnen.street_worker).post(f"/mine-indberetninger/{report.pk}/ret/", {"text": text})

    assert says in str(response.context["form"].errors["text"])


def test_a_triaged_report_stays_as_it_is(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    report = _own(vestegnen)
    _judge(report, Verdict.DISMISSED, reason="unclear")

    response = client_of(vestegnen.street_worker).post(f"/mine-indberetninger/{report.pk}/ret/", {"text": "Nyt"})

    assert "sorteret" in response.content.decode()
    with as_owner():
        report.refresh_from_db()
    assert report.text != "Nyt"


@pytest.mark.parametrize("who", ["coordinator", "officer", "herlev_case_worker", "caretaker", "outsider"])
def test_nobody_else_finds_the_report_among_their_own(*, who: str, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    report = _own(vestegnen)
    client = client_of(getattr(vestegnen, who))

    assert report.text not in client.get("/mine-indberetninger/").content.decode()
    assert client.get(f"/mine-indberetninger/{report.pk}/ret/").status_code == 404


def test_a_housing_partner_learns_the_fate_of_a_report_though_not_of_the_picture(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    with as_owner():
        unit = vestegnen.caretaker.duties.get().unit
    report = rows.report(vestegnen.partnership, unit, reporter_id=vestegnen.caretaker.pk)
    _use_in_picture(vestegnen, report, number=231)

    page = _list(client_of, vestegnen.caretaker)

    assert "Beholdt" in page
    assert "231" not in page


def test_an_empty_list_says_what_will_appear(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    assert "Du har ikke indberettet endnu" in _list(client_of, vestegnen.street_worker)


def test_the_list_costs_the_same_however_long(
    vestegnen: Vestegnen, client_of: ClientOf, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(35):
        _own(vestegnen)
    client = client_of(vestegnen.street_worker)

    with django_assert_max_num_queries(16):
        page = client.get("/mine-indberetninger/")

    assert len(page.context["found"].reports) == 30
    older = client.get(f"/mine-indberetninger/{page.context['older']}")
    assert len(older.context["found"].reports) == 5
