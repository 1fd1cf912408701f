"""Those who map are reminded twice in a season, each side of its own areas, and nobody when nothing waits."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import time_machine
from django.utils import timezone

from rundbord.access.roles import Role
from rundbord.notices.models import Notice
from rundbord.partnership.rules.danish_days import at_clock
from rundbord.streetwork.jobs import remind_who_maps
from rundbord.streetwork.rules.quarters import quarter_on
from tests.database import as_owner
from tests.factories import activity
from tests.factories.situations import Vestegnen

NOW = 0
# Ahead of us, whenever this runs: the database's own clock lets nobody act in the past.
NEXT = quarter_on(timezone.localdate()).next
SEASON, LAST_WEEKS, MID_QUARTER = (
    at_clock(day, time(7, 20))
    for day in (
        NEXT.last_day - timedelta(days=30),
        NEXT.last_day + timedelta(days=2),
        NEXT.first_day + timedelta(days=30),
    )
)


def _remind(at: datetime) -> None:
    with time_machine.travel(at, tick=False):
        remind_who_maps(NOW)


def _told() -> list[Notice]:
    with as_owner():
        return list(Notice.objects.filter(kind="mapping_waits").order_by("at", "role"))


def test_each_role_that_maps_is_told_once_where_its_side_lacks_an_area(vestegnen: Vestegnen) -> None:
    activity.view(vestegnen.park, vestegnen.herlev_ssp, quarter=NEXT)

    _remind(SEASON)
    _remind(SEASON)

    roles = [Role.CASE_WORKER.value, Role.COORDINATOR.value, Role.OFFICER.value]
    assert sorted((each.recipient_id, each.role) for each in _told()) == sorted(
        (authority, role) for authority in (vestegnen.police.pk, vestegnen.gladsaxe.pk) for role in roles
    )
    assert {each.path for each in _told()} == {f"/gadearbejde/kortlaegning/?kvartal={NEXT.key}&vis=jeres"}


def test_the_last_weeks_remind_once_more(vestegnen: Vestegnen) -> None:
    _remind(SEASON)
    first = len(_told())

    _remind(LAST_WEEKS)
    _remind(LAST_WEEKS)

    assert len(_told()) == 2 * first


def test_nobody_is_reminded_out_of_season_or_when_nothing_waits(vestegnen: Vestegnen) -> None:
    _remind(MID_QUARTER)
    activity.agreed(vestegnen.station, vestegnen.local_police, vestegnen.gladsaxe_ssp, quarter=NEXT)
    activity.agreed(vestegnen.park, vestegnen.local_police, vestegnen.herlev_ssp, quarter=NEXT)

    _remind(SEASON)

    assert _told() == []
