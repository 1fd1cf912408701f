"""Finds the scene in a story: the street or crossing first, then the town that goes with it."""

from dataclasses import dataclass

from rundbord.reading.places.gazetteer import canonical_town, town_of_area
from rundbord.reading.places.other_places import area_in, other_place
from rundbord.reading.places.streets import streets_in
from rundbord.reading.places.towns_told import (
    town_after,
    town_anywhere,
    town_in_heading,
    town_of_landmark_before,
    town_within,
)
from rundbord.reading.report import Span


@dataclass(frozen=True)
class Scene:
    """A place and a town, each with the words it was read from."""

    place: str | None = None
    town: str | None = None
    place_spans: tuple[Span, ...] = ()
    town_spans: tuple[Span, ...] = ()


def scene_in(
    text: str, spans: tuple[Span, ...], *, heading: Span | None = None, prefers_heading: bool = False
) -> Scene:
    """Read the story for place and town, then its heading; a control over a whole quarter is named by its heading."""
    area = area_in(text, (*_one(heading), *spans)) if prefers_heading else None
    place, place_spans = area or next(iter(streets_in(text, spans)), (None, ()))
    near = town_after(text, place_spans[-1].end) if place_spans else None
    if near is None and len(place_spans) > 1:
        near = town_after(text, place_spans[0].end)
    town_span = near or town_anywhere(text, spans, place_spans) or (town_in_heading(text, heading) if heading else None)
    if place is None:
        place, place_spans = other_place(text, spans, heading, town_span)
        if town_span is None and place_spans:
            town_span = town_after(text, place_spans[-1].end)
    town_span = town_span or town_within(text, place_spans) or town_of_landmark_before(text, place_spans)
    return Scene(
        place, canonical_town(_town_name(text, town_span)) if town_span else None, place_spans, _one(town_span)
    )


def _town_name(text: str, span: Span) -> str:
    written = span.of(text)
    return town_of_area(written) or written


def _one(span: Span | None) -> tuple[Span, ...]:
    return (span,) if span else ()
