"""The police are asked in time whether a zone is still needed, once for each deadline."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from rundbord.access.roles import Role
from rundbord.notices.models import Notice
from rundbord.zones.jobs import remind_police
from rundbord.zones.models import ZoneDecision
from rundbord.zones.vocabulary import Step
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import Vestegnen

NOW = 0


def _reminders() -> list[Notice]:
    with as_owner():
        return list(Notice.objects.filter(kind="zone_expires").order_by("role"))


def test_unit_and_leaders_of_the_police_are_asked_once(vestegnen: Vestegnen) -> None:
    soon = timezone.now() + timedelta(days=2)
    zone = rows.zone(vestegnen.partnership, vestegnen.local_police, ends_at=soon)

    remind_police(NOW)
    remind_police(NOW)

    told = [(each.recipient_id, each.role, each.unit_id, each.path) for each in _reminders()]
    assert told == [
        (vestegnen.police.pk, "", vestegnen.local_police.pk, f"/zoner/{zone.pk}/"),
        (vestegnen.police.pk, Role.LEADER, None, f"/zoner/{zone.pk}/"),
    ]


def test_nobody_is_asked_of_a_zone_with_time_left_or_one_that_is_over(vestegnen: Vestegnen) -> None:
    now = timezone.now()
    rows.zone(vestegnen.partnership, vestegnen.local_police, ends_at=now + timedelta(days=5))
    rows.zone(vestegnen.partnership, vestegnen.local_police, ends_at=now - timedelta(minutes=1))

    remind_police(NOW)

    assert _reminders() == []


def test_a_new_deadline_is_asked_of_anew(vestegnen: Vestegnen) -> None:
    now = timezone.now()
    zone = rows.zone(vestegnen.partnership, vestegnen.local_police, ends_at=now + timedelta(days=1))
    remind_police(NOW)
    with as_owner():
        first = ZoneDecision.objects.get()
        ZoneDecision.objects.create(
            partnership=vestegnen.partnership,
            authority=vestegnen.police,
            audience=first.audience,
            zone=zone,
            number=2,
            step=Step.PROLONGED,
            starts_at=first.ends_at,
            ends_at=first.ends_at + timedelta(days=1),
            reasons="Uro.",
            happened="To episoder.",
            decided_by="Politidirektøren",
            decided_on=timezone.localdate(),
            registered_at=timezone.now(),
        )

    remind_police(NOW)

    assert len(_reminders()) == 4
