"""Nightly work: each authority in turn, once, and nothing across them."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from rundbord.identity.models import Unit
from rundbord.notices.models import Notice
from rundbord.situation.jobs import delete_originals
from rundbord.situation.models import SourceText
from rundbord.tasks.jobs import remind_units
from rundbord.tasks.models import Task
from tests.database import as_owner
from tests.factories.situations import Vestegnen

NOW = 0


def _task(vestegnen: Vestegnen, owner: Unit, *, due_in: int, is_closed: bool = False) -> Task:
    with as_owner():
        return Task.objects.create(
            partnership=vestegnen.partnership,
            authority=vestegnen.police,
            audience="parties",
            what="Gå en fælles runde",
            owner=owner,
            due_on=timezone.localdate() + timedelta(days=due_in),
            decided_at=timezone.now(),
            decided_by=vestegnen.officer.pk,
            closed_at=timezone.now() if is_closed else None,
        )


def _reminders() -> list[Notice]:
    with as_owner():
        return list(Notice.objects.filter(kind="task_overdue"))


def _source(vestegnen: Vestegnen, *, delete_in: int) -> SourceText:
    now = timezone.now()
    with as_owner():
        return SourceText.objects.create(
            partnership=vestegnen.partnership,
            authority=vestegnen.police,
            name="Døgnrapport",
            text="Der har været ro i kredsen.",
            digest=str(delete_in).encode(),
            published_on=timezone.localdate(),
            received_at=now,
            received_by=vestegnen.officer.pk,
            delete_at=now + timedelta(days=delete_in),
        )


def test_a_unit_is_reminded_once_of_a_deadline_that_has_passed(vestegnen: Vestegnen) -> None:
    task = _task(vestegnen, vestegnen.herlev_ssp, due_in=-1)

    remind_units(NOW)
    remind_units(NOW)

    reminders = _reminders()
    assert [(each.recipient_id, each.unit_id) for each in reminders] == [(vestegnen.herlev.pk, vestegnen.herlev_ssp.pk)]
    assert reminders[0].path == f"/opgaver/{task.pk}/"


def test_nobody_is_reminded_of_what_is_due_today_or_done(vestegnen: Vestegnen) -> None:
    _task(vestegnen, vestegnen.herlev_ssp, due_in=0)
    _task(vestegnen, vestegnen.herlev_ssp, due_in=-3, is_closed=True)

    remind_units(NOW)

    assert _reminders() == []


def test_originals_lose_their_words_when_their_time_is_up(vestegnen: Vestegnen) -> None:
    old, young = _source(vestegnen, delete_in=-1), _source(vestegnen, delete_in=1)

    delete_originals(NOW)

    with as_owner():
        old.refresh_from_db()
        young.refresh_from_db()
    assert (old.text, old.deleted_at is not None) == ("", True)
    assert young.text == "Der har været ro i kredsen."
