"""The threads that a picture tells, asked of the apps that keep them and put into plain Danish sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from django.utils.text import capfirst

from rundbord.alerts import queries as alerts
from rundbord.conflicts import queries as conflicts
from rundbord.situation.queries.repeats import repeats_told
from rundbord.situation.queries.unusual import unusual_told
from rundbord.situation.rules.lines import Line
from rundbord.situation.rules.period import DENMARK, Period
from rundbord.situation.vocabulary import EntryKind
from rundbord.zones import queries as zones
from rundbord.zones.queries import ToldKind


def thread_lines(period: Period) -> Iterator[Line]:
    """Give a line for each thread that stands when the period ends, or ended in it."""
    yield from _sudden_events(period)
    yield from _conflicts(period)
    yield from _unusual(period)
    yield from _repeats(period)
    yield from _zones_and_coming_events(period)
    yield from _safety_notices(period)


def _sudden_events(period: Period) -> Iterator[Line]:
    for told in alerts.events_told_in_picture(since=period.starts_at, until=period.ends_at):
        happened = told.happened_at.astimezone(DENMARK)
        state = "Afsluttet." if told.is_closed else "Åben."
        decided = f"{told.decided} skridt er besluttet." if told.decided else "Intet er besluttet endnu."
        sentences = [
            f"Skete {happened.day}/{happened.month} kl. {happened:%H.%M}. {state} {decided}",
            f"{told.pace.told}.",
            *(f"Det ved vi: {words}" for words in told.known),
            *(f"Det ved vi ikke: {words}" for words in told.unknown),
        ]
        yield _line(
            EntryKind.SUDDEN_EVENT, told.audience, told.title, sentences, area=told.area or told.place, key=told.id
        )


def _conflicts(period: Period) -> Iterator[Line]:
    for told in conflicts.told_in_picture(since=period.starts_at, until=period.ends_at):
        state = "Afsluttet." if told.is_closed else f"Spænding: {told.tension.lower()}."
        sentences = [
            f"{told.kind}. {state} {told.tension_reason}".strip(),
            *(f"Nyt: {words}" for words in told.changes),
            *(f"Motiv: {words}" for words in told.hypotheses),
            *(f"Risiko for hævn: {words}" for words in told.windows),
            *(f"I risiko: {words}" for words in told.risks),
            *(["Skal gennemgås: fristen er overskredet."] if told.is_review_overdue else []),
            *([f"Roligt i {told.quiet_days} dage: er konflikten forbi?"] if told.quiet_days else []),
        ]
        yield _line(EntryKind.CONFLICT, told.audience, told.title, sentences, area=", ".join(told.areas), key=told.id)


def _unusual(period: Period) -> Iterator[Line]:
    for found in unusual_told(since=period.starts_at, until=period.ends_at):
        sentences = [*found.text.splitlines(), *([f"Vurdering: {found.reason}"] if found.reason else [])]
        yield _line(EntryKind.UNUSUAL, found.audience, found.heading, sentences, area=found.area.name, key=found.pk)


def _repeats(period: Period) -> Iterator[Line]:
    for told in repeats_told(since=period.starts_at, until=period.ends_at):
        found = told.cluster
        sentences = [*found.text.splitlines(), *([f"Gader: {told.streets}."] if told.streets else [])]
        judged = [f"Vurdering: {found.reason}"] if found.reason else []
        area = found.area.name if found.area else ""
        yield _line(EntryKind.REPEAT, found.audience, found.heading, [*sentences, *judged], area=area, key=found.pk)


def _zones_and_coming_events(period: Period) -> Iterator[Line]:
    for told in zones.told_in_picture(since=period.starts_at, until=period.ends_at):
        sentences = [f"{told.label}. {capfirst(told.when)}", *([f"{told.change}."] if told.change else []), told.text]
        kind = _KIND_OF_PLACE[told.kind]
        area = ", ".join(told.area_names)
        yield _line(kind, told.audience, told.heading, filter(None, sentences), area=area, key=told.id)


_KIND_OF_PLACE: Mapping[ToldKind, EntryKind] = {
    ToldKind.ZONE: EntryKind.ZONE,
    ToldKind.COMING_EVENT: EntryKind.COMING_EVENT,
}


def _safety_notices(period: Period) -> Iterator[Line]:
    for told in alerts.notices_told_in_picture(until=period.ends_at):
        until = told.valid_until.astimezone(DENMARK)
        received = f"{told.received} af {told.sent_to} enheder har kvitteret."
        sentence = f"Gælder til {until.day}/{until.month} kl. {until:%H.%M}. {received}"
        yield _line(EntryKind.SAFETY_NOTICE, told.audience, told.title, [sentence], area=told.area, key=told.id)


def _line(
    kind: EntryKind, audience: str, heading: str, sentences: Iterable[str], *, area: str, key: UUID | None
) -> Line:
    content = {"heading": heading, "text": "\n".join(sentences), "area": area, "thread_id": str(key or "")}
    return Line(kind=kind, audience=audience, content=content)
