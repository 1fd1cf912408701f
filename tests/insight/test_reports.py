"""Half-yearly and yearly reports: numbers that equal their lists, words, approval, and a file that is fixed."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from html import unescape

import pytest
import time_machine
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.insight.models import PeriodReport, ReportTable, ReportWords
from rundbord.partnership.models import Activity, Measure, Plan
from rundbord.partnership.rules.danish_days import at_clock
from rundbord.situation.vocabulary import Category
from rundbord.tasks.models import Task
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen

FIRST, LAST = date(2026, 1, 1), date(2026, 6, 30)
NOON = time(12)


def _at(day: date, clock: time = NOON) -> datetime:
    return at_clock(day, clock)


def _task(vestegnen: Vestegnen, day: date, *, audience: str = "parties", closed: date | None = None) -> Task:
    with as_owner():
        return Task.objects.create(
            partnership=vestegnen.partnership,
            authority=vestegnen.police,
            audience=audience,
            what="Gå en fælles runde",
            owner=vestegnen.herlev_ssp,
            due_on=day + timedelta(days=7),
            decided_at=_at(day),
            decided_by=vestegnen.officer.pk,
            closed_at=_at(closed) if closed else None,
        )


@pytest.fixture
def half_year(vestegnen: Vestegnen) -> PeriodReport:
    """The first half of 2026, with what happened inside it and on both sides of its edges."""
    here = vestegnen.partnership
    inside = {"area": vestegnen.station, "category": Category.BURGLARY}
    for day, clock in ((FIRST, time(0)), (date(2026, 3, 3), NOON), (LAST, time(23, 59))):
        rows.incident(here, vestegnen.gladsaxe, audience="parties", occurred_at=_at(day, clock), **inside)
    rows.incident(here, vestegnen.gladsaxe, audience="partners", occurred_at=_at(date(2026, 5, 1)), area=vestegnen.park)
    rows.incident(here, vestegnen.police, audience="police", occurred_at=_at(date(2026, 4, 1)), **inside)
    for day, clock in ((FIRST - timedelta(days=1), time(23, 59)), (LAST + timedelta(days=1), time(0))):
        rows.incident(here, vestegnen.gladsaxe, audience="parties", occurred_at=_at(day, clock), **inside)
    _task(vestegnen, date(2026, 2, 1), closed=date(2026, 2, 5))
    _task(vestegnen, date(2026, 2, 1), closed=date(2026, 3, 5))
    _task(vestegnen, date(2026, 6, 1))
    _task(vestegnen, date(2026, 6, 1), audience="authority")
    _task(vestegnen, date(2026, 7, 1))
    with as_owner():
        plan = Plan.objects.create(partnership=here, year=2026)
        measure = Measure.objects.create(
            partnership=here, plan=plan, number=1, title="Møder", owner=vestegnen.herlev_ssp, status="running"
        )
        for day in (FIRST, LAST, LAST + timedelta(days=1)):
            Activity.objects.create(partnership=here, authority=vestegnen.herlev, measure=measure, held_on=day, count=2)
        return PeriodReport.objects.create(
            partnership=here,
            authority=vestegnen.gladsaxe,
            kind="half",
            first=FIRST,
            last=LAST,
            made_at=timezone.now(),
        )


def _numbers(page: str) -> dict[str, tuple[int, str]]:
    """Read every number of a report with the address of its list."""
    found = re.findall(
        r'<th scope="row"><a href="([^"]+)">([^<]+)</a></th><td class="number" data-label="Antal">([\d.]+)<', page
    )
    return {unescape(label): (int(count.replace(".", "")), unescape(href)) for href, label, count in found}


@pytest.mark.parametrize("reader", ["officer", "secretary", "herlev_case_worker"])
def test_every_number_equals_the_list_that_it_opens_for_whoever_reads(
    vestegnen: Vestegnen, client_of: ClientOf, half_year: PeriodReport, reader: str
) -> None:
    client = client_of(getattr(vestegnen, reader))

    numbers = _numbers(client.get(f"/overblik/rapporter/{half_year.pk}/").content.decode())

    expected = {
        "Hændelser i alt": 4,
        "Stationen": 3,
        "Parken": 1,
        "Beslutninger truffet": 3,
        "Beslutninger afsluttet": 2,
        "Heraf afsluttet efter fristen": 1,
        "Noterede aktiviteter i planen": 2,
    }
    assert {label: numbers[label][0] for label in expected} == expected
    for label, (count, href) in numbers.items():
        listed = client.get(href).content.decode()
        assert listed.count("<tbody>") <= 1, label
        assert len(re.findall(r"<tr\b", listed.split("<tbody>")[1])) == count if count else "<tbody>" not in listed, (
            label
        )


def test_measures_tell_what_was_held_in_the_period(
    vestegnen: Vestegnen, client_of: ClientOf, half_year: PeriodReport
) -> None:
    text = client_of(vestegnen.officer).get(f"/overblik/rapporter/{half_year.pk}/").content.decode()

    assert "1. Møder: 4 aktiviteter i perioden." in text


def test_words_are_guarded_and_the_newest_stand(
    vestegnen: Vestegnen, client_of: ClientOf, half_year: PeriodReport
) -> None:
    client, address = client_of(vestegnen.secretary), f"/overblik/rapporter/{half_year.pk}/ord/picture/"
    for text in ("Et roligt halvår.", "Et ret roligt halvår."):
        client.post(address, {"text": text})
    stopped = client.post(address, {"text": "Om 610108-0001."}).content.decode()

    page = client.get(f"/overblik/rapporter/{half_year.pk}/").content.decode()
    assert "Et ret roligt halvår." in page
    assert "Et roligt halvår." not in page
    assert "610108-0001" in stopped
    with as_owner():
        assert ReportWords.objects.count() == 2


def test_numbers_of_persons_below_five_are_never_stored(
    vestegnen: Vestegnen, client_of: ClientOf, half_year: PeriodReport
) -> None:
    client = client_of(vestegnen.secretary)

    client.post(
        f"/overblik/rapporter/{half_year.pk}/tal/origin/",
        {"text": "Gladsaxe 12\nHerlev 3\nBallerup 9", "source": "Politiets statistik"},
    )

    with as_owner():
        table = ReportTable.objects.get()
    assert table.lines == [["Gladsaxe", "12"], ["Herlev", "under 5"], ["Ballerup", "skjult"]]
    assert "under 5" in client.get(f"/overblik/rapporter/{half_year.pk}/").content.decode()
    assert client.get(f"/overblik/rapporter/{half_year.pk}/tal/picture/").status_code == 404


def test_a_faulty_table_is_explained_line_by_line(
    vestegnen: Vestegnen, client_of: ClientOf, half_year: PeriodReport
) -> None:
    text = client_of(vestegnen.secretary).post(
        f"/overblik/rapporter/{half_year.pk}/tal/origin/", {"text": "Gladsaxe 12\nHerlev", "source": "Egne tal"}
    )

    assert "Linje 2: skriv en betegnelse" in text.content.decode()


def _approve(client: Client, report: PeriodReport) -> None:
    client.post(f"/overblik/rapporter/{report.pk}/godkend/")


def test_an_approved_report_is_fixed_in_numbers_words_and_bytes(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf, half_year: PeriodReport
) -> None:
    leader, address = client_of(vestegnen.leader), f"/overblik/rapporter/{half_year.pk}/"
    leader.post(f"{address}ord/picture/", {"text": "Et roligt halvår."})

    _approve(leader, half_year)
    before = leader.get(f"{address}pdf/").content
    rows.incident(vestegnen.partnership, vestegnen.gladsaxe, audience="parties", occurred_at=_at(date(2026, 3, 3)))
    leader.post(f"{address}ord/picture/", {"text": "Alt brændte."})
    _approve(leader, half_year)

    page, after = leader.get(address).content.decode(), leader.get(f"{address}pdf/").content
    assert _numbers(page)["Hændelser i alt"][0] == 4
    assert "Alt brændte." not in page
    assert before == after
    assert before.startswith(b"%PDF")
    with as_owner():
        fixed = PeriodReport.objects.get()
    assert fixed.digest == sha256(before).hexdigest()
    assert fixed.approved_label == "SSP Gladsaxe, Gladsaxe Kommune"
    with acting_for(actor_of(vestegnen.dpo)):
        assert len(own_entries(event=Event.REPORT_APPROVED, limit=5)) == 1
        assert len(own_entries(event=Event.REPORT_PRINTED, limit=5)) == 2


def test_the_database_itself_keeps_an_approved_report(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf, half_year: PeriodReport
) -> None:
    _approve(client_of(vestegnen.leader), half_year)

    with acting_for(actor_of(vestegnen.secretary)):
        assert PeriodReport.objects.filter(pk=half_year.pk).update(approved_label="En anden") == 0
        with pytest.raises(DatabaseError), transaction.atomic():
            ReportWords.objects.create(
                partnership=vestegnen.partnership,
                authority=vestegnen.gladsaxe,
                report=half_year,
                section="picture",
                text="Bagefter.",
                written_at=timezone.now(),
            )


def test_a_period_that_runs_is_not_approved(vestegnen: Vestegnen, client_of: ClientOf, half_year: PeriodReport) -> None:
    with time_machine.travel(_at(date(2026, 6, 30)), tick=False):
        _approve(client_of(vestegnen.leader), half_year)

    with as_owner():
        assert PeriodReport.objects.get().approved_at is None


def test_who_may_begin_write_and_approve(vestegnen: Vestegnen, client_of: ClientOf, half_year: PeriodReport) -> None:
    address = f"/overblik/rapporter/{half_year.pk}/"
    worker, secretary = client_of(vestegnen.herlev_case_worker), client_of(vestegnen.secretary)

    assert worker.get(address).status_code == 200
    assert worker.post("/overblik/rapporter/ny/", {}).status_code == 403
    assert worker.post(f"{address}ord/picture/", {"text": "Ro."}).status_code == 403
    assert secretary.post(f"{address}godkend/").status_code == 403
    assert client_of(vestegnen.caretaker).get(address).status_code == 403
    assert client_of(vestegnen.outsider).get(address).status_code == 404


def test_one_report_a_period(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client, year = client_of(vestegnen.secretary), timezone.localdate().year - 1
    period = f"half-{year}-01-01"

    client.post("/overblik/rapporter/ny/", {"period": period})
    again = client.post("/overblik/rapporter/ny/", {"period": period}).content.decode()

    assert "allerede en rapport for den periode" in again
    assert f"1. halvår {year}" in client.get("/overblik/rapporter/").content.decode()


def test_a_report_costs_the_same_however_much_happened(
    vestegnen: Vestegnen,
    client_of: ClientOf,
    half_year: PeriodReport,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(20):
        _task(vestegnen, date(2026, 4, 1))
    client = client_of(vestegnen.officer)

    with django_assert_max_num_queries(34):
        client.get(f"/overblik/rapporter/{half_year.pk}/")
