"""Shifts in the street: one that runs with somebody late, one planned for tonight, and the last four weeks."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.demo.actors import actor_named
from rundbord.demo.founding import OWNER, Founded
from rundbord.identity.models import Unit
from rundbord.partnership.models import Area
from rundbord.partnership.rules.danish_days import at_clock
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.models import Report
from rundbord.situation.vocabulary import Nature
from rundbord.streetwork.actions import Plan, count_contact, enter_area, plan_shift, start_shift
from rundbord.streetwork.models import AreaVisit, RouteArea, Shift, ShiftReport, ShiftSheet, TeamMember
from rundbord.streetwork.queries.staff import staff_of
from rundbord.streetwork.rules.route import hours_of
from rundbord.streetwork.vocabulary import Contact, SeenKind

_SEED = 8
_WEEKS = 4
_INTERVAL = 60
_EVENING = time(19, 0)
# On which weekdays (Monday is 1) each team is out, and its areas in the order of the walk.
TEAMS = (
    ("gladsaxe", "Gadeteam Gladsaxe", (2, 5, 6), ("Høje Gladsaxe", "Værebro Park")),
    ("herlev", "Gadeteam Herlev", (4, 5), ("Herlev Station", "Hjortespring")),
    ("ballerup", "Gadeteam Ballerup", (3, 5, 6), ("Hedeparken og Grantoften", "Måløv")),
)
TONIGHT, RUNNING = "Fest på torvet, tørvejr", "Urolig nat i går, regn"
CLOSING = (
    "Rolig aften. Flere af de unge var i klubben.",
    "God kontakt ved boldbanen, regnen sendte de fleste hjem.",
    "Mange på gaden efter kampen, ingen optrin.",
    "Koldt og stille. Vi talte om fritidsjob.",
)
WORDS = (TONIGHT, RUNNING, *CLOSING)


@dataclass(frozen=True, kw_only=True)
class _Evening:
    """One shift that is over: aware times, whose, where."""

    code: str
    unit: Unit
    areas: list[Area]
    begins: datetime
    ends: datetime


def walk_the_streets(founded: Founded) -> None:
    """Write the past as its owner, and let today's teams act through the ordinary actions."""
    chance = random.Random(_SEED)  # noqa: S311 — invented evenings, nothing secret
    for code, team, weekdays, names in TEAMS:
        areas = [founded.areas[name] for name in names]
        for begins in _evenings(weekdays, chance):
            unit, ends = founded.units[f"{code}/{team}"], begins + timedelta(hours=4)
            _write(_Evening(code=code, unit=unit, areas=areas, begins=begins, ends=ends), founded, chance)
    _plan_tonight(founded)
    _run(founded)


def _evenings(weekdays: tuple[int, ...], chance: random.Random) -> Iterator[datetime]:
    """Give when the shifts of the last weeks began: on these weekdays, between 17.30 and 19."""
    today = timezone.localdate()
    for back in range(1, _WEEKS * 7):
        day = today - timedelta(days=back)
        if day.isoweekday() in weekdays:
            yield at_clock(day, _EVENING) - timedelta(minutes=30 * chance.randrange(4))


def _write(evening: _Evening, founded: Founded, chance: random.Random) -> None:
    own: dict[str, Any] = {"partnership": founded.partnership, "authority_id": evening.unit.authority_id}
    reports = _reports_of(evening)
    shift = Shift.objects.using(OWNER).create(
        **own,
        unit=evening.unit,
        audience=Audience.PARTIES,
        planned_from=evening.begins,
        planned_until=evening.ends,
        planned_at=evening.begins - timedelta(days=2),
        started_at=evening.begins,
        ended_at=evening.ends,
        told_observations=len(reports),
    )
    _write_route(shift, evening, own)
    _write_team(shift, evening, founded, own)
    ShiftSheet.objects.using(OWNER).create(
        **own,
        shift=shift,
        interval_minutes=_INTERVAL,
        team_size=2,
        new_contacts=chance.randrange(4),
        continued_contacts=chance.randrange(3, 12),
        closing_words=chance.choice(CLOSING),
    )
    ShiftReport.objects.using(OWNER).bulk_create(
        ShiftReport(**own, shift=shift, report=report, kind=SeenKind.GROUP.value, at=report.created_at)
        for report in reports
    )


def _write_route(shift: Shift, evening: _Evening, own: dict[str, Any]) -> None:
    """Let the team stay two hours in each of two areas."""
    half = (evening.ends - evening.begins) / 2
    for position, area in enumerate(evening.areas):
        entered_at = evening.begins + half * position
        AreaVisit.objects.using(OWNER).create(**own, shift=shift, area=area, entered_at=entered_at)
        RouteArea.objects.using(OWNER).create(
            **own,
            audience=shift.audience,
            shift=shift,
            area=area,
            position=position + 1,
            hours=hours_of(entered_at, entered_at + half),
        )


def _reports_of(evening: _Evening) -> list[Report]:
    """Find what the unit saw in these hours: the shift is told as having led to it."""
    reports = Report.objects.using(OWNER).filter(unit=evening.unit, nature=Nature.OBSERVATION)
    return list(reports.filter(starts_at__range=(evening.begins, evening.ends)).order_by("created_at", "id"))


def _write_team(shift: Shift, evening: _Evening, founded: Founded, own: dict[str, Any]) -> None:
    """Let the street worker have walked with the SSP consultant."""
    for name in ("gade", "ssp"):
        user = founded.users[f"{name}@{evening.code}"]
        TeamMember.objects.using(OWNER).create(
            **own,
            shift=shift,
            user_id=user.pk,
            user_label=user.name,
            checked_in_at=evening.begins,
            heard_at=evening.ends,
            checked_out_at=evening.ends,
            delete_on=timezone.localdate(evening.ends) + timedelta(days=settings.SHIFT_TEAM_DAYS),
        )


def _plan_tonight(founded: Founded) -> None:
    street = actor_named("gade@herlev", founded)
    now = timezone.localtime()
    begins = max(at_clock(now.date(), _EVENING), now.replace(second=0, microsecond=0) + timedelta(hours=1))
    with acting_for(street):
        plan = Plan(
            starts_at=begins,
            ends_at=begins + timedelta(hours=4),
            team=staff_of(street),
            areas=[founded.areas["Herlev Station"], founded.areas["Hjortespring"]],
            occasion=TONIGHT,
        )
        plan_shift(plan, by=street)


def _run(founded: Founded) -> None:
    """Let Ballerup be out since an hour and a half; one of the two has not been heard from."""
    street = actor_named("gade@ballerup", founded)
    now = timezone.localtime().replace(second=0, microsecond=0)
    with acting_for(street):
        plan = Plan(
            starts_at=now,
            ends_at=now + timedelta(hours=4),
            team=[each for each in staff_of(street) if "gade" in each.label.lower() or "klub" in each.label.lower()],
            areas=[founded.areas["Hedeparken og Grantoften"], founded.areas["Måløv"]],
            occasion=RUNNING,
        )
        shift = plan_shift(plan, by=street)
        start_shift(shift, by=street)
        shift = Shift.objects.get(pk=shift.pk)
        enter_area(shift, founded.areas["Hedeparken og Grantoften"], by=street)
        for contact in (Contact.NEW, Contact.CONTINUED, Contact.CONTINUED):
            count_contact(shift, contact, by=street)
    _set_back(shift, now)


def _set_back(shift: Shift, now: datetime) -> None:
    """Let it have begun ninety minutes ago; who tapped »start« was heard from a quarter of an hour ago."""
    begun = now - timedelta(minutes=90)
    Shift.objects.using(OWNER).filter(pk=shift.pk).update(started_at=begun, planned_from=begun)
    AreaVisit.objects.using(OWNER).filter(shift=shift).update(entered_at=begun + timedelta(minutes=10))
    team = TeamMember.objects.using(OWNER).filter(shift=shift)
    team.filter(heard_at=None).update(due_at=begun + timedelta(minutes=_INTERVAL))
    heard = now - timedelta(minutes=15)
    team.exclude(heard_at=None).update(checked_in_at=begun, heard_at=heard, due_at=heard + timedelta(minutes=_INTERVAL))
