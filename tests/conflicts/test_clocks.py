"""Clocks of a conflict that run by themselves: 72 hours between reviews, windows of revenge, thirty quiet days."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.conflicts import actions, queries
from rundbord.conflicts.jobs import remind_units
from rundbord.conflicts.models import Conflict, RetaliationWindow
from rundbord.conflicts.queries import ToldConflict
from rundbord.notices.models import Notice
from rundbord.situation.queries.thread_lines import thread_lines
from rundbord.situation.rules.period import Period
from tests.database import as_owner
from tests.factories import conflicts
from tests.factories.situations import ActorOf, ClientOf, Vestegnen

NOW = 0
HOUR = timedelta(hours=1)


def _told(vestegnen: Vestegnen, actor_of: ActorOf, *, until: datetime) -> ToldConflict:
    with acting_for(actor_of(vestegnen.coordinator)):
        [told] = queries.told_in_picture(since=until - 24 * HOUR, until=until)
    return told


def _window(conflict: Conflict, *, closes_at: datetime) -> None:
    with as_owner():
        RetaliationWindow.objects.create(
            **conflicts.part(conflict), trigger="Skud i nat", opens_at=closes_at - 72 * HOUR, closes_at=closes_at
        )


def test_the_unit_that_follows_is_reminded_once_of_each_review_that_is_overdue(vestegnen: Vestegnen) -> None:
    now = timezone.now()
    overdue = conflicts.conflict(vestegnen.partnership, vestegnen.herlev_ssp, review_due_at=now - timedelta(hours=1))
    conflicts.conflict(vestegnen.partnership, vestegnen.herlev_ssp, title="I tide")
    conflicts.conflict(
        vestegnen.partnership,
        vestegnen.herlev_ssp,
        title="Forbi",
        review_due_at=now - timedelta(hours=1),
        closed_at=now,
    )

    remind_units(NOW)
    remind_units(NOW)

    with as_owner():
        [notice] = Notice.objects.filter(kind="conflict_review_overdue")
    assert (notice.recipient_id, notice.unit_id) == (vestegnen.herlev.pk, vestegnen.herlev_ssp.pk)
    assert notice.path == f"/konflikter/{overdue.pk}/"


def test_a_review_that_becomes_overdue_again_reminds_again(vestegnen: Vestegnen) -> None:
    now = timezone.now()
    conflicts.conflict(vestegnen.partnership, vestegnen.herlev_ssp, review_due_at=now - timedelta(hours=9))
    remind_units(NOW)
    with as_owner():
        Notice.objects.update(at=now - timedelta(hours=5))
        Conflict.objects.update(review_due_at=now - timedelta(hours=1))

    remind_units(NOW)

    with as_owner():
        assert Notice.objects.filter(kind="conflict_review_overdue").count() == 2


@pytest.mark.parametrize(("days", "told"), [(29, 0), (30, 1), (45, 1)])
def test_thirty_quiet_days_are_told_once_to_whoever_follows(days: int, told: int, vestegnen: Vestegnen) -> None:
    conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp, quiet_since=timezone.now() - timedelta(days=days))

    remind_units(NOW)
    remind_units(NOW)

    with as_owner():
        assert Notice.objects.filter(kind="conflict_quiet", unit=vestegnen.gladsaxe_ssp).count() == told


@pytest.mark.parametrize(("hours_ago", "told"), [(-1, 0), (1, 1), (71, 1), (73, 0)])
def test_whoever_follows_is_asked_once_when_a_window_of_revenge_has_passed(
    hours_ago: int, told: int, vestegnen: Vestegnen
) -> None:
    conflict = conflicts.conflict(vestegnen.partnership, vestegnen.herlev_ssp)
    _window(conflict, closes_at=timezone.now() - hours_ago * HOUR)

    remind_units(NOW)
    remind_units(NOW)

    with as_owner():
        assert Notice.objects.filter(kind="conflict_window_passed", unit=vestegnen.herlev_ssp).count() == told


def test_nobody_is_asked_of_a_passed_window_while_another_is_open(vestegnen: Vestegnen) -> None:
    conflict = conflicts.conflict(vestegnen.partnership, vestegnen.herlev_ssp)
    _window(conflict, closes_at=timezone.now() - HOUR)
    _window(conflict, closes_at=timezone.now() + HOUR)

    remind_units(NOW)

    with as_owner():
        assert not Notice.objects.filter(kind="conflict_window_passed").exists()


def test_a_review_moves_the_deadline_72_hours_and_the_reminder_with_it(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    conflict = conflicts.conflict(vestegnen.partnership, vestegnen.gladsaxe_ssp)
    start, coordinator = timezone.now(), actor_of(vestegnen.coordinator)
    with acting_for(coordinator):
        actions.review_conflict(conflict, looked_at="Spænding og skridt. Uændret.", by=coordinator)

    counts = []
    for hours in (71, 73):
        with time_machine.travel(start + hours * HOUR, tick=False):
            remind_units(NOW)
        with as_owner():
            counts.append(Notice.objects.filter(kind="conflict_review_overdue").count())

    assert counts == [0, 1]


def test_a_picture_judges_the_review_at_its_own_end(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    now = timezone.now()
    conflicts.conflict(
        vestegnen.partnership, vestegnen.gladsaxe_ssp, opened_at=now - 71 * HOUR, review_due_at=now + HOUR
    )

    assert not _told(vestegnen, actor_of, until=now).is_review_overdue
    assert _told(vestegnen, actor_of, until=now + 2 * HOUR).is_review_overdue


@pytest.mark.parametrize(("days", "asked"), [(29, 0), (30, 30), (41, 41)])
def test_a_picture_asks_whether_a_quiet_conflict_is_over(
    days: int, asked: int, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    # At noon, which is the same Danish day before and after the clocks are changed.
    now = timezone.localtime().replace(hour=12)
    conflicts.conflict(
        vestegnen.partnership,
        vestegnen.gladsaxe_ssp,
        opened_at=now - timedelta(days=60),
        quiet_since=now - timedelta(days=days),
    )

    assert _told(vestegnen, actor_of, until=now).quiet_days == asked


def test_the_sentences_of_the_picture_say_what_waits(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    now = timezone.now()
    conflicts.conflict(
        vestegnen.partnership,
        vestegnen.gladsaxe_ssp,
        opened_at=now - timedelta(days=60),
        quiet_since=now - timedelta(days=33),
        review_due_at=now - HOUR,
    )

    with acting_for(actor_of(vestegnen.coordinator)):
        [line] = thread_lines(Period(starts_at=now - 24 * HOUR, ends_at=now))

    assert "Skal gennemgås: fristen er overskredet." in line.content["text"]
    assert "Roligt i 33 dage: er konflikten forbi?" in line.content["text"]


def test_thirty_quiet_days_propose_a_closing_and_close_nothing(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    conflict = conflicts.conflict(
        vestegnen.partnership, vestegnen.gladsaxe_ssp, quiet_since=timezone.now() - timedelta(days=31)
    )
    remind_units(NOW)

    page = client_of(vestegnen.coordinator).get(f"/konflikter/{conflict.pk}/").content.decode()

    assert "Er konflikten forbi?" in page
    with as_owner():
        assert Conflict.objects.get(pk=conflict.pk).closed_at is None
