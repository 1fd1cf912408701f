"""Whoever reported reads what became of it, without a person in it; who reported from elsewhere learns nothing more."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.concerns.models import Concern, ConcernClosure
from rundbord.notices.models import Notice
from rundbord.situation.models import HandedOver, Report, ReportAnswer
from tests.concerns.raising import typed
from tests.consistency.sameness import seen
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import all_words, logged
from tests.queries import own_queries

ANSWER = "Vi har talt med familien, og der er lavet en aftale. Tak, fordi du så det."
NOTE = "To samtaler er holdt, aftalerne er fulgt, og den unge går til fodbold igen."
PATH = "/mine-indberetninger/"


@pytest.fixture
def report(vestegnen: Vestegnen) -> Report:
    return _report(vestegnen)


def _report(world: Vestegnen) -> Report:
    return rows.report(
        world.partnership, world.gladsaxe_street, reporter_id=world.street_worker.pk, text="Salg ved stationen."
    )


def _raise(client: Client, report: Report, **changes: Any) -> Concern:
    sent = typed(**{"report_text": "Salg ved stationen.", **changes})
    assert client.post(f"/unge/ny/?indberetning={report.pk}", sent).status_code == 302
    with as_owner():
        return Concern.objects.latest("opened_at")


def _close(client: Client, concern: Concern, **changes: Any) -> Any:
    sent = {"outcome": "settled", "note": NOTE, "answer": ANSWER, **changes}
    return client.post(f"/unge/{concern.person_id}/bekymring/{concern.pk}/afslut/", sent)


def test_the_reporter_reads_the_answer_at_the_report(report: Report, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    coordinator, reporter = client_of(vestegnen.coordinator), client_of(vestegnen.street_worker)
    concern = _raise(coordinator, report)
    assert ANSWER not in reporter.get(PATH).content.decode()

    assert _close(coordinator, concern).status_code == 302

    page = reporter.get(PATH).content.decode()
    assert ANSWER in page
    assert vestegnen.coordinator.name not in page
    assert str(concern.person_id) not in page
    with as_owner():
        [notice] = Notice.objects.filter(kind="report_answered")
        assert (notice.user_id, notice.path) == (vestegnen.street_worker.pk, PATH)
        assert ConcernClosure.objects.exists()
    assert logged(Event.REPORTER_ANSWERED, about=report) == 1
    assert ANSWER not in all_words()


def test_a_colleague_of_the_reporter_does_not_read_it(
    report: Report, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    coordinator = client_of(vestegnen.coordinator)
    _close(coordinator, _raise(coordinator, report))

    for user, count in (
        (vestegnen.street_worker, 1),
        (vestegnen.coordinator, 1),
        (vestegnen.leader, 0),
        (vestegnen.officer, 0),
        (vestegnen.herlev_case_worker, 0),
    ):
        with acting_for(actor_of(user)):
            assert ReportAnswer.objects.count() == count


def test_a_number_in_the_answer_is_stopped(report: Report, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    coordinator = client_of(vestegnen.coordinator)
    concern = _raise(coordinator, report)

    page = _close(coordinator, concern, answer="Vi har talt med 610112-4321.")

    assert "answer" in page.context["form"].errors
    with as_owner():
        assert not ReportAnswer.objects.exists()
        assert Concern.objects.get(pk=concern.pk).closed_at is None


def test_an_answer_is_asked_for_where_a_colleague_reported(
    report: Report, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    coordinator = client_of(vestegnen.coordinator)
    concern = _raise(coordinator, report)

    page = _close(coordinator, concern, answer="")

    assert "answer" in page.context["form"].errors


def test_of_another_authoritys_report_no_answer_is_asked_and_none_is_given(
    report: Report, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    officer = client_of(vestegnen.officer)
    concern = _raise(officer, report)

    form = officer.get(f"/unge/{concern.person_id}/bekymring/{concern.pk}/afslut/")
    assert "answer" not in form.context["form"].fields
    assert "barnets lovs § 138" in form.content.decode()
    assert _close(officer, concern).status_code == 302

    with as_owner():
        assert not ReportAnswer.objects.exists()
        assert not Notice.objects.filter(kind="report_answered").exists()


def test_two_world_reporter_elsewhere_sees_the_same_whether_a_concern_was_closed_or_never_opened(
    vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    report = _report(vestegnen)
    reporter, officer = client_of(vestegnen.street_worker), client_of(vestegnen.officer)
    before = [seen(reporter, "get", path, unlike="here") for path in (PATH, "/", "/beskeder/")]

    _close(officer, _raise(officer, report))

    assert [seen(reporter, "get", path, unlike="here") for path in (PATH, "/", "/beskeder/")] == before


def test_nobody_answers_a_report_that_was_not_handed_over_or_in_anothers_name(
    report: Report, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    coordinator = actor_of(vestegnen.coordinator)
    _refused(report, coordinator, by=coordinator)
    with as_owner():
        HandedOver.objects.create(authority=vestegnen.gladsaxe, report=report, at=timezone.now())
    _refused(report, actor_of(vestegnen.leader), by=coordinator)
    _refused(report, actor_of(vestegnen.officer), by=actor_of(vestegnen.officer))


def _refused(report: Report, writer: Actor, *, by: Actor) -> None:
    with acting_for(by), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        ReportAnswer(
            authority_id=by.authority_id,
            report=report,
            text=ANSWER,
            written_at=timezone.now(),
            written_by=writer.user_id,
            written_label="-",
        ).save(force_insert=True)


def test_many_answers_cost_as_much_as_one(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    coordinator, reporter = client_of(vestegnen.coordinator), client_of(vestegnen.street_worker)
    counts = []
    for number in (1, 3):
        for _ in range(number):
            _close(coordinator, _raise(coordinator, _report(vestegnen)))
        with own_queries() as asked:
            reporter.get(PATH)
        counts.append(len(asked))

    assert counts[0] == counts[1]
