"""What the picture tells of zones and coming events: plain words with their audience, ready to be frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from rundbord.partnership.rules.danish_days import danish_day
from rundbord.partnership.vocabulary import Audience
from rundbord.vocabulary import Term
from rundbord.zones.models import Zone, ZoneDecision, ZonePlace
from rundbord.zones.queries.coming_events import Happening, happenings_between
from rundbord.zones.queries.corrections import changes_since
from rundbord.zones.queries.zone_row import ZoneRow
from rundbord.zones.queries.zones import standings_of
from rundbord.zones.rules.calendar import holidays_between
from rundbord.zones.rules.words import day_in_words, written
from rundbord.zones.vocabulary import Step, ZoneState

DAYS_TOLD = 7


class ToldKind(Term):
    """Told kind — what a line of the picture is about."""

    ZONE = "zone", "Zone"
    COMING_EVENT = "coming_event", "Kommende begivenhed"


@dataclass(frozen=True, kw_only=True)
class Told:
    """One line for the picture; `change` is empty where nothing is new, `id` where it is a public holiday."""

    kind: ToldKind
    id: UUID | None
    audience: Audience
    area_ids: tuple[UUID, ...]
    area_names: tuple[str, ...]
    label: str
    heading: str
    when: str
    text: str
    change: str = ""


def told_in_picture(*, since: datetime, until: datetime) -> list[Told]:
    """Tell the zones in force and what changed with them, then what falls on the next seven days."""
    return [*_told_zones(since, until), *_told_events(since, until)]


def _told_zones(since: datetime, until: datetime) -> list[Told]:
    told_of = ZoneDecision.objects.filter(zone=OuterRef("pk")).filter(Q(ends_at__gt=since) | Q(registered_at__gt=since))
    moved = ZonePlace.objects.filter(zone=OuterRef("pk"), registered_at__gt=since)
    rows = standings_of(Zone.objects.filter(Exists(told_of) | Exists(moved)), now=until)
    return [_zone(row, since) for row in rows if row.is_live or row.standing.ends_at > since or _is_told_of(row, since)]


def _is_told_of(row: ZoneRow, since: datetime) -> bool:
    """A zone that is over is told once more when its end, or anything that stood of it, was registered since."""
    return _is_new(row, since) or bool(changes_since(row, since))


def _zone(row: ZoneRow, since: datetime) -> Told:
    return Told(
        kind=ToldKind.ZONE,
        id=row.zone.pk,
        # A published decision is known to everybody; what is not stays with the parties.
        audience=Audience.PARTNERS if row.is_published else Audience(row.zone.audience),
        area_ids=row.area_ids,
        area_names=row.area_names,
        label=f"{row.kind}, {row.basis.section}",
        heading=row.name,
        when=f"{row.countdown} ({written(row.deadline)})",
        text=_borders_of(row),
        change=_change_of_zone(row, since),
    )


def _borders_of(row: ZoneRow) -> str:
    named = ", ".join(line.strip() for line in row.place.borders.splitlines() if line.strip())
    return f"Grænser: {named}" if named else ""


def _change_of_zone(row: ZoneRow, since: datetime) -> str:
    corrected = ", ".join(change.told for change in changes_since(row, since))
    told = (_step_of_zone(row, since), f"Rettet: {corrected}" if corrected else "")
    return ". ".join(each for each in told if each)


def _step_of_zone(row: ZoneRow, since: datetime) -> str:
    if row.state is ZoneState.EXPIRED:
        return "Udløbet"
    if not _is_new(row, since):
        return ""
    if row.newest.step == Step.PROLONGED:
        return f"Forlænget for {row.prolongations}. gang, til {written(row.newest.ends_at)}"
    return "Ophævet før tid" if row.newest.step == Step.ENDED else "Ny zone"


def _is_new(row: ZoneRow, since: datetime) -> bool:
    """Tell whether a decision came since; a correction of one that was known is no new decision."""
    known = {link.number for link in row.registered if link.registered_at <= since}
    return row.newest.number not in known


def _told_events(since: datetime, until: datetime) -> list[Told]:
    first = danish_day(until)
    last = first + timedelta(days=DAYS_TOLD - 1)
    known = [each for each in happenings_between(first, last) if each.event.created_at <= until]
    lines = [(each.span.first_day, _event(each, since)) for each in known if _is_told(each, since)]
    lines += [(day, _holiday(name, day_in_words(day))) for day, name in holidays_between(first, last)]
    return [line for _, line in sorted(lines, key=lambda each: each[0])]


def _is_told(each: Happening, since: datetime) -> bool:
    """A cancelled event is told once."""
    return each.event.cancelled_at is None or each.event.cancelled_at > since


def _event(each: Happening, since: datetime) -> Told:
    event = each.event
    return Told(
        kind=ToldKind.COMING_EVENT,
        id=event.pk,
        audience=Audience(event.audience),
        area_ids=(event.area_id,) if event.area_id else (),
        area_names=(event.area.name,) if event.area else (),
        label=f"{each.kind}. {each.influence}",
        heading=event.title,
        when=each.span.in_words,
        text=" ".join(part for part in (event.expected, event.planned and f"Planlagt: {event.planned}") if part),
        change=_change_of_event(each, since),
    )


def _change_of_event(each: Happening, since: datetime) -> str:
    if each.is_cancelled:
        return "Aflyst"
    if each.event.created_at > since:
        return "Ny"
    return "Ændret" if each.event.changed_at > since else ""


def _holiday(name: str, when: str) -> Told:
    return Told(
        kind=ToldKind.COMING_EVENT,
        id=None,
        audience=Audience.PARTNERS,
        area_ids=(),
        area_names=(),
        label="Helligdag",
        heading=name,
        when=when,
        text="",
    )
