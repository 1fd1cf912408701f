"""This year's plan and last year's, what was held, and the goals with what was measured; all of it invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from rundbord.demo.founding import OWNER, Founded
from rundbord.partnership.models import Activity, FocusPoint, Goal, Measure, MeasuredValue, Plan
from rundbord.partnership.vocabulary import MeasureStatus


@dataclass(frozen=True, kw_only=True)
class Promised:
    """One measure of the plan; `focus` is the place of its focus point in the partnership's order."""

    title: str
    team: str
    target: int
    counted: str
    focus: int
    held: int


PROMISED = (
    Promised(
        title="Fælles gadevagter i weekenden",
        team="gladsaxe/Gadeteam Gladsaxe",
        target=40,
        counted="vagter",
        focus=3,
        held=26,
    ),
    Promised(
        title="Tryghedsmøder i boligområderne", team="herlev/SSP Herlev", target=6, counted="møder", focus=3, held=4
    ),
    Promised(
        title="Forældrenetværk på skolerne", team="ballerup/SSP Ballerup", target=10, counted="aftener", focus=4, held=7
    ),
    Promised(
        title="Fritidsjob til unge", team="gladsaxe/SSP Gladsaxe", target=30, counted="aftalte job", focus=5, held=19
    ),
    Promised(
        title="Temamøder for frontmedarbejdere",
        team="vestegnen/Forebyggende afdeling",
        target=4,
        counted="møder",
        focus=1,
        held=0,
    ),
)
# Title, indicator, unit, baseline, target, source, and what was measured half-year by half-year.
GOALS = (
    ("Flere er trygge", "Andel utrygge beboere", "procent", 22, 15, "Tryghedsmåling", (20, 18)),
    ("Færre unge sigtes", "Sigtede på 10–17 år pr. 1.000", "pr. 1.000", 14, 11, "Politiets statistik", (15,)),
    ("Hurtigere kontakt", "Dage fra bekymring til kontakt", "dage", 9, 5, "Enhedernes tal", ()),
)


def plan_the_year(founded: Founded) -> None:
    """Write it as the owner: it lies in the past."""
    today = timezone.localdate()
    for year in (today.year - 1, today.year):
        _plan(founded, year, today)
    for each in GOALS:
        _goal(founded, *each, today=today)


def _plan(founded: Founded, year: int, today: date) -> None:
    plan = Plan.objects.using(OWNER).create(
        partnership=founded.partnership,
        year=year,
        focus_places="Værebro Park, Hedeparken og Grantoften, Herlev Station.",
        target_groups="Unge på 13–17 år, der hænger ud sent. Forældre i boligområderne. Unge voksne på vej ud.",
    )
    points = list(FocusPoint.objects.using(OWNER).filter(partnership=founded.partnership).order_by("position"))
    is_over = year < today.year
    for number, promised in enumerate(PROMISED, start=1):
        owner = founded.units[promised.team]
        status = MeasureStatus.DONE if is_over else MeasureStatus.RUNNING if promised.held else MeasureStatus.PLANNED
        measure = Measure.objects.using(OWNER).create(
            partnership=founded.partnership,
            plan=plan,
            number=number,
            title=promised.title,
            owner=owner,
            focus_point=points[promised.focus - 1],
            target=promised.target,
            counted=promised.counted,
            status=status,
        )
        count = promised.target if is_over else promised.held
        last = date(year, 12, 20) if is_over else today
        Activity.objects.using(OWNER).bulk_create(
            Activity(partnership=founded.partnership, authority_id=owner.authority_id, measure=measure, held_on=day)
            for day in _days(count, date(year, 1, 8), last)
        )


def _days(count: int, first: date, last: date) -> list[date]:
    """Spread activities evenly over a stretch of days."""
    stretch = max((last - first).days, 0)
    return [first + timedelta(days=stretch * number // max(count, 1)) for number in range(count)]


def _goal(  # noqa: PLR0913, PLR0917 - one row of a table
    founded: Founded,
    title: str,
    indicator: str,
    measured_in: str,
    baseline: int,
    target: int,
    source: str,
    values: tuple[int, ...],
    *,
    today: date,
) -> None:
    goal = Goal.objects.using(OWNER).create(
        partnership=founded.partnership,
        title=title,
        indicator=indicator,
        measured_in=measured_in,
        baseline=Decimal(baseline),
        baseline_on=today - timedelta(days=500),
        target=Decimal(target),
        target_on=date(today.year + 1, 12, 31),
        source=source,
    )
    MeasuredValue.objects.using(OWNER).bulk_create(
        MeasuredValue(
            partnership=founded.partnership,
            authority=founded.authorities["Herlev"],
            goal=goal,
            value=Decimal(value),
            first=today - timedelta(days=400 - 180 * number),
            last=today - timedelta(days=221 - 180 * number),
            source=source,
            noted_on=today - timedelta(days=210 - 180 * number),
        )
        for number, value in enumerate(values)
    )
