"""Coming events by day: the next ones with holidays and those that repeat, later ones and past ones by page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone

from rundbord.partnership.vocabulary import Audience
from rundbord.vocabulary import label_of
from rundbord.web.keyset import keyset_page
from rundbord.zones.models import ComingEvent
from rundbord.zones.rules.calendar import Span, holidays_between, occurrences
from rundbord.zones.rules.words import day_in_words
from rundbord.zones.vocabulary import EventKind, Influence

DAYS_AHEAD = 30
PAGE_SIZE = 30
_MARKS = {Influence.NONE: "neutral", Influence.SOME: "info", Influence.GREAT: "warning"}


@dataclass(frozen=True, kw_only=True)
class Happening:
    """A coming event on the days on which it falls this time."""

    event: ComingEvent
    span: Span

    @property
    def kind(self) -> str:
        """The kind in Danish."""
        return label_of(EventKind, self.event.kind)

    @property
    def influence(self) -> str:
        """The expected influence in Danish."""
        return f"{label_of(Influence, self.event.influence)} indflydelse"

    @property
    def mark(self) -> str:
        """How the influence looks; the word stands in it."""
        return _MARKS[Influence(self.event.influence)]

    @property
    def audience(self) -> str:
        """Who may read it, in Danish."""
        return label_of(Audience, self.event.audience)

    @property
    def is_cancelled(self) -> bool:
        """Tell whether it was called off."""
        return self.event.cancelled_at is not None

    @property
    def facts(self) -> list[str]:
        """When and where, in words."""
        return [each for each in (self.span.in_words, *self._where) if each]

    @property
    def facts_under_its_day(self) -> list[str]:
        """The same without the day, unless it lasts more than that one."""
        is_long = self.span.last_day > self.span.first_day
        return self.facts if is_long else [each for each in (self.span.clock_in_words, *self._where) if each]

    @property
    def _where(self) -> tuple[str, str, str]:
        area = self.event.area.name if self.event.area else ""
        return area, self.event.place_text, "hvert år" if self.event.repeats_yearly else ""


@dataclass(frozen=True, kw_only=True)
class Day:
    """One day: its public holiday and what falls on it."""

    day: date
    holiday: str = ""
    happenings: list[Happening] = field(default_factory=list)

    @property
    def heading(self) -> str:
        """The day as a heading: Fredag 20. november."""
        return day_in_words(self.day).capitalize()


@dataclass(frozen=True, kw_only=True)
class EventPage:
    """A page of events and the cursors beside it."""

    rows: list[Happening]
    before: str
    after: str


def happenings_between(since: date, until: date, *, area_id: UUID | None = None) -> list[Happening]:
    """List what falls on the days of an interval, both ends included, in order; what repeats is moved there.

    Of one area alone where it is given.
    """
    events = _events().filter(area_id=area_id) if area_id else _events()
    once = Q(repeats_yearly=False, first_day__lte=until, last_day__gte=since)
    yearly = Q(repeats_yearly=True, first_day__lte=until)
    found = [
        Happening(event=event, span=span)
        for event in events.filter(once | yearly)
        for span in occurrences(span_of(event), repeats_yearly=event.repeats_yearly, since=since, until=until)
    ]
    return sorted(found, key=lambda each: (each.span.first_day, str(each.span.from_clock or ""), each.event.pk))


def days_ahead(*, today: date | None = None) -> list[Day]:
    """List the days of the next weeks on which something falls; what has begun already stands under today."""
    first = today or timezone.localdate()
    last = first + timedelta(days=DAYS_AHEAD - 1)
    days = {day: Day(day=day, holiday=name) for day, name in holidays_between(first, last)}
    for happening in happenings_between(first, last):
        day = max(first, happening.span.first_day)
        days.setdefault(day, Day(day=day)).happenings.append(happening)
    return [days[day] for day in sorted(days)]


def later_events(*, after: str = "", before: str = "") -> EventPage:
    """Give a page of events that begin after the next weeks, the first one first."""
    beyond = timezone.localdate() + timedelta(days=DAYS_AHEAD)
    return _page(_events().filter(first_day__gte=beyond), ("first_day", "id"), after=after, before=before)


def past_events(*, after: str = "", before: str = "") -> EventPage:
    """Give a page of events that are over, the latest first."""
    over = _events().filter(last_day__lt=timezone.localdate())
    return _page(over, ("-first_day", "-id"), after=after, before=before)


def coming_event(event_id: UUID) -> ComingEvent:
    """Find one event; what is out of reach does not exist."""
    event = _events().filter(pk=event_id).first()
    if event is None:
        raise Http404
    return event


def coming_event_to_change(event_id: UUID) -> ComingEvent:
    """Find one event and hold it until the end of the request, so that two who change it come one after the other."""
    if not ComingEvent.objects.select_for_update().filter(pk=event_id).first():
        raise Http404
    return coming_event(event_id)


def list_of(event: ComingEvent) -> str:
    """Tell in which of the three lists an event stands today: naeste, senere or forbi."""
    today = timezone.localdate()
    ahead = occurrences(
        span_of(event),
        repeats_yearly=event.repeats_yearly,
        since=today,
        until=today + timedelta(days=DAYS_AHEAD - 1),
    )
    if ahead:
        return "naeste"
    return "forbi" if event.last_day < today else "senere"


def span_of(event: ComingEvent) -> Span:
    """Give the days of an event as they were written."""
    return Span(
        first_day=event.first_day, last_day=event.last_day, from_clock=event.from_clock, to_clock=event.to_clock
    )


def _page(events: QuerySet[ComingEvent], order: tuple[str, ...], *, after: str, before: str) -> EventPage:
    shown = keyset_page(events, order=order, after=after, before=before, size=PAGE_SIZE)
    return EventPage(rows=_as_written(shown.rows), before=shown.before, after=shown.after)


def _as_written(events: Iterable[ComingEvent]) -> list[Happening]:
    return [Happening(event=event, span=span_of(event)) for event in events]


def _events() -> QuerySet[ComingEvent]:
    return ComingEvent.objects.select_related("area", "authority")
