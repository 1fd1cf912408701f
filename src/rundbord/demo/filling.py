"""Fills the year: reports by their units, the verdict on each, and the incidents that were kept."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import uuid4

from django.utils import timezone

from rundbord.demo.founding import OWNER, Founded
from rundbord.demo.history import Happening, happenings
from rundbord.demo.people import HOUSES
from rundbord.demo.repeats import repeats_after
from rundbord.identity.models import Unit, User
from rundbord.partnership.rules import street_key
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.models import Incident, Report, Triage
from rundbord.situation.vocabulary import (
    Basis,
    Category,
    DismissalReason,
    Nature,
    PointPrecision,
    SourceKind,
    TimePrecision,
    Verdict,
)

_SEED = 232
_BATCH = 1000
_DAYS_WITH_NIL_RETURNS = 24
_SHARE_OF_NIL_RETURNS = 0.88
_NIL_RETURNS_ARRIVE = time(7, 5)
_DISMISSED_OF_TRAFFIC = 0.8
_DISMISSED_OF_OTHERS = 0.06


@dataclass
class Rows:
    """What one year becomes, before it is written."""

    reports: list[Report] = field(default_factory=list)
    incidents: list[Incident] = field(default_factory=list)
    triages: list[Triage] = field(default_factory=list)


def fill(founded: Founded, *, until: date) -> int:
    """Write the year that ends on the day before `until`; give the number of reports."""
    chance = random.Random(_SEED)  # noqa: S311 — invented events, nothing secret
    rows = Rows()
    happened = list(happenings(until))
    for happening in (*happened, *repeats_after(happened, until)):
        _add(happening, founded, chance, rows)
    rows.reports += _nil_returns(founded, chance, rows.reports, until=until)
    Report.objects.using(OWNER).bulk_create(rows.reports, batch_size=_BATCH)
    Incident.objects.using(OWNER).bulk_create(rows.incidents, batch_size=_BATCH)
    Triage.objects.using(OWNER).bulk_create(rows.triages, batch_size=_BATCH)
    return len(rows.reports)


def _nil_returns(founded: Founded, chance: random.Random, reports: list[Report], *, until: date) -> Iterator[Report]:
    """Let most units that had nothing to report say so, on the days that the published pictures cover."""
    arrivals = [(report.unit_id, timezone.localtime(report.created_at)) for report in reports]
    heard = {(unit_id, at.date()) for unit_id, at in arrivals if at.time() < _NIL_RETURNS_ARRIVE}
    for unit, reporter in _who_must_report(founded):
        for back in range(1, _DAYS_WITH_NIL_RETURNS):
            day = until - timedelta(days=back)
            if (unit.pk, day) not in heard and chance.random() < _SHARE_OF_NIL_RETURNS:
                yield _nil_return(founded, unit, reporter, day)


def _who_must_report(founded: Founded) -> Iterator[tuple[Unit, User]]:
    for house in HOUSES:
        for team in (each for each in house.teams if each.reports):
            yield (
                founded.units[f"{house.code}/{team.name}"],
                founded.users[f"{team.people[0].sign_in_name}@{house.code}"],
            )


def _nil_return(founded: Founded, unit: Unit, reporter: User, day: date) -> Report:
    at = timezone.make_aware(datetime.combine(day, _NIL_RETURNS_ARRIVE))
    return Report(
        partnership=founded.partnership,
        unit=unit,
        authority_id=unit.authority_id,
        reporter_id=reporter.pk,
        audience=Audience.PARTIES,
        nature=Nature.NOTHING,
        waits=False,
        source_kind=SourceKind.MUNICIPALITY,
        created_at=at,
        changed_at=at,
    )


def report_of(happening: Happening, unit: Unit, reporter: User, *, arrived_at: datetime) -> Report:
    """Write a happening down as the unit's own report."""
    story = happening.story
    return Report(
        id=uuid4(),
        unit=unit,
        authority_id=unit.authority_id,
        reporter_id=reporter.pk,
        audience=Audience.PARTNERS if story.source == SourceKind.HOUSING else Audience.PARTIES,
        nature=story.nature,
        source_kind=story.source,
        basis=Basis.SEEN if story.nature == Nature.OBSERVATION else "",
        category=story.category,
        subcategory=story.subcategory,
        heading=happening.fill(story.heading),
        text=happening.fill(story.text),
        group_size=story.group or "",
        mood=story.mood or "",
        starts_at=happening.starts_at,
        ends_at=happening.ends_at,
        starts_precision=TimePrecision.MINUTE,
        ends_precision=TimePrecision.MINUTE if happening.ends_at else "",
        place_text=happening.street,
        town=happening.place.municipality,
        lat=happening.lat,
        lon=happening.lon,
        point_precision=PointPrecision.STREET,
        created_at=arrived_at,
        changed_at=arrived_at,
    )


def source_of(happening: Happening, founded: Founded) -> tuple[Unit, User]:
    """Tell which unit would have seen it, and its reporter."""
    code = happening.place.municipality.lower()
    team, name = {
        SourceKind.STREET: (f"{code}/Gadeteam {happening.place.municipality}", f"gade@{code}"),
        SourceKind.SCHOOL_OR_CLUB: (f"{code}/SSP {happening.place.municipality}", f"ssp@{code}"),
        SourceKind.HOUSING: ("vestbo/Boligsocial helhedsplan", "vicevaert@vestbo"),
    }.get(happening.story.source, ("vestegnen/Lokalpoliti Gladsaxe og Herlev", "lokal@vestegnen"))
    return founded.units[team], founded.users[name]


def _add(happening: Happening, founded: Founded, chance: random.Random, rows: Rows) -> None:
    """Add what the coordinators have sorted by now; the last night is told by this morning's inbox."""
    unit, reporter = source_of(happening, founded)
    arrived_at = (happening.ends_at or happening.starts_at) + timedelta(minutes=chance.randint(20, 480))
    judged_at = _next_morning(arrived_at)
    if judged_at > timezone.now():
        return
    report = report_of(happening, unit, reporter, arrived_at=arrived_at)
    report.partnership = founded.partnership
    report.area = founded.areas[happening.place.name]
    rows.reports.append(report)
    dismissed = _DISMISSED_OF_TRAFFIC if happening.story.category == Category.TRAFFIC else _DISMISSED_OF_OTHERS
    if chance.random() < dismissed:
        rows.triages.append(_dismissal(report, founded, judged_at))
        return
    incident = _incident(report, founded, chance, judged_at)
    rows.incidents.append(incident)
    rows.triages.append(_triage(report, founded, judged_at, verdict=Verdict.KEPT, incident=incident))


def _next_morning(arrived_at: datetime) -> datetime:
    local = timezone.localtime(arrived_at)
    morning = local.replace(hour=7, minute=40, second=0, microsecond=0)
    return morning if local < morning else morning + timedelta(days=1)


def _incident(report: Report, founded: Founded, chance: random.Random, judged_at: datetime) -> Incident:
    is_calm = report.nature == Nature.OBSERVATION
    return Incident(
        id=uuid4(),
        partnership=founded.partnership,
        authority_id=report.authority_id,
        unit_id=report.unit_id,
        audience=report.audience,
        first_report=report,
        nature=report.nature,
        category=report.category,
        subcategory=report.subcategory,
        heading=report.heading,
        starts_at=report.starts_at,
        ends_at=report.ends_at,
        starts_precision=report.starts_precision,
        ends_precision=report.ends_precision,
        occurred_at=report.starts_at or report.created_at,
        area=report.area,
        place_text=report.place_text,
        place_key=street_key(report.place_text),
        town=report.town,
        lat=report.lat,
        lon=report.lon,
        point_precision=report.point_precision,
        is_confirmed=not is_calm or chance.random() < 0.3,
        created_at=judged_at,
        changed_at=judged_at,
        closed_at=_closed_at(judged_at, chance),
    )


def _closed_at(judged_at: datetime, chance: random.Random) -> datetime | None:
    """Let half of the incidents be closed within a week, none in the days to come."""
    closed_at = judged_at + timedelta(days=chance.randint(1, 6))
    return closed_at if chance.random() < 0.5 and closed_at < timezone.now() else None


def _dismissal(report: Report, founded: Founded, judged_at: datetime) -> Triage:
    reason = DismissalReason.NOT_FOLLOWED if report.category == Category.TRAFFIC else DismissalReason.KNOWN
    return _triage(report, founded, judged_at, verdict=Verdict.DISMISSED, reason=reason)


def _triage(
    report: Report,
    founded: Founded,
    at: datetime,
    *,
    verdict: Verdict,
    incident: Incident | None = None,
    reason: str = "",
) -> Triage:
    coordinator = founded.users["koordinator@gladsaxe"]
    return Triage(
        partnership=founded.partnership,
        authority_id=report.authority_id,
        unit_id=report.unit_id,
        audience=report.audience,
        report=report,
        incident=incident,
        verdict=verdict,
        reason=reason,
        user_id=coordinator.pk,
        user_label="Koordinator, Gladsaxe Kommune",
        at=at,
        changed_at=at,
    )
