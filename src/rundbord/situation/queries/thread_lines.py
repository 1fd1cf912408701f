"""The threads that a picture tells, asked of the apps that keep them and put into plain Danish sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from rundbord.alerts import queries as alerts
from rundbord.situation.rules.lines import Line
from rundbord.situation.rules.period import DENMARK, Period
from rundbord.situation.vocabulary import EntryKind


def thread_lines(period: Period) -> Iterator[Line]:
    """Give a line for each thread that stands when the period ends, or ended in it."""
    yield from _sudden_events(period)
    yield from _safety_notices(period)


def _sudden_events(period: Period) -> Iterator[Line]:
    for told in alerts.events_told_in_picture(since=period.starts_at, until=period.ends_at):
        happened = told.happened_at.astimezone(DENMARK)
        state = "Afsluttet." if told.is_closed else "Åben."
        decided = f"{told.decided} skridt er besluttet." if told.decided else "Intet er besluttet endnu."
        sentences = [
            f"Skete {happened.day}/{happened.month} kl. {happened:%H.%M}. {state} {decided}",
            *(f"Det ved vi: {words}" for words in told.known),
            *(f"Det ved vi ikke: {words}" for words in told.unknown),
        ]
        yield _line(
            EntryKind.SUDDEN_EVENT, told.audience, told.title, sentences, area=told.area or told.place, key=told.id
        )


def _safety_notices(period: Period) -> Iterator[Line]:
    for told in alerts.notices_told_in_picture(until=period.ends_at):
        until = told.valid_until.astimezone(DENMARK)
        received = f"{told.received} af {told.sent_to} enheder har kvitteret."
        sentence = f"Gælder til {until.day}/{until.month} kl. {until:%H.%M}. {received}"
        yield _line(EntryKind.SAFETY_NOTICE, told.audience, told.title, [sentence], area=told.area, key=told.id)


def _line(kind: EntryKind, audience: str, heading: str, sentences: Iterable[str], *, area: str, key: UUID) -> Line:
    content = {"heading": heading, "text": "\n".join(sentences), "area": area, "thread_id": str(key)}
    return Line(kind=kind, audience=audience, content=content)
