"""Reads of published pictures: the list, and one reader's edition of one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from rundbord.access.actor import Actor
from rundbord.situation.models import BlackOut, Correction, Entry, Picture
from rundbord.situation.rules.edition import Edition, edition_of
from rundbord.situation.rules.facts import Event
from rundbord.situation.rules.freezing import FrozenLine, is_intact
from rundbord.situation.rules.lines import Line
from rundbord.situation.rules.period import Period
from rundbord.situation.vocabulary import EntryKind
from rundbord.web.keyset import KeysetPage, keyset_page

PAGE_SIZE = 30


@dataclass(frozen=True, kw_only=True)
class PublishedPicture:
    """A picture as one reader sees it."""

    picture: Picture
    edition: Edition
    corrections: list[Correction]
    black_outs: list[BlackOut]
    is_intact: bool

    @property
    def period(self) -> Period:
        """What the picture covers."""
        assert self.picture.covers_to is not None  # noqa: S101 — publishing sets it, and the query asks for published ones
        return Period(starts_at=self.picture.covers_from, ends_at=self.picture.covers_to)


def published_pictures() -> QuerySet[Picture]:
    """Narrow to what has been published in the partnership in session."""
    return Picture.objects.exclude(published_at=None)


def picture_page(*, after: str = "", before: str = "") -> KeysetPage[Picture]:
    """Give a page of published pictures, newest first."""
    pictures = published_pictures().select_related("authority")
    return keyset_page(pictures, order=("-number", "-id"), after=after, before=before, size=PAGE_SIZE)


def published_picture(number: int, *, actor: Actor) -> PublishedPicture:
    """Find a picture by its number, in the reader's own edition; a draft does not exist here."""
    picture = published_pictures().select_related("authority").filter(number=number).first()
    if picture is None:
        raise Http404
    entries = list(Entry.objects.filter(picture=picture).order_by("position", "id"))
    return PublishedPicture(
        picture=picture,
        edition=edition_of(map(line_of, entries), is_for_partners=actor.is_place),
        corrections=list(Correction.objects.filter(picture=picture).order_by("number")),
        black_outs=list(BlackOut.objects.filter(picture=picture).order_by("at")),
        is_intact=is_intact(
            map(frozen_line_of, entries), digests=picture.digests, seal=bytes(picture.seal) if picture.seal else None
        ),
    )


def glance_at(picture: Picture, *, actor: Actor) -> Edition:
    """Give the reader's edition without the sources' own words: enough to count and to name what matters."""
    entries = Entry.objects.filter(picture=picture).exclude(kind=EntryKind.ACCOUNT).order_by("position", "id")
    return edition_of(map(line_of, entries), is_for_partners=actor.is_place)


def numbers_around(number: int) -> set[int]:
    """Tell which of this picture's neighbours exist, and the newest of all."""
    newest = published_pictures().order_by("-number").values_list("number", flat=True)[:1]
    beside = published_pictures().filter(number__in=[number - 1, number, number + 1]).values_list("number", flat=True)
    return {found for found in beside.union(newest) if found}


def line_of(entry: Entry) -> Line:
    """Read an entry as the line it was frozen from."""
    return Line(
        kind=EntryKind(entry.kind), audience=entry.audience, content=entry.content, incident_id=entry.incident_id
    )


def frozen_line_of(entry: Entry) -> FrozenLine:
    """Read an entry as the seal covers it."""
    return FrozenLine(
        id=entry.pk,
        audience=entry.audience,
        kind=entry.kind,
        position=entry.position,
        incident_id=entry.incident_id,
        content=entry.content,
    )


def events_on_map(events: Iterable[Event]) -> dict[str, Any]:
    """Give events as points for a map; each leads to its place on the page."""
    return {"type": "FeatureCollection", "features": [_point(event) for event in events if event.lat is not None]}


def _point(event: Event) -> dict[str, Any]:
    kind = "observation" if event.is_observation else ("incident" if event.is_confirmed else "unconfirmed")
    properties = {"label": f"{event.heading}, {event.when}", "href": f"#post-{event.incident_id}", "kind": kind}
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [event.lon, event.lat]},
        "properties": properties,
    }
