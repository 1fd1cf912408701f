"""From a report to its incidents: cut by layout, understood one by one, masked, with evidence and flags."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from rundbord.reading.burglary_lines import BurglaryLine, read_burglary_line
from rundbord.reading.categories import Judgement, judged
from rundbord.reading.layouts import Item, Layout, chosen_layout, items_of, sections_of
from rundbord.reading.notices import advice_in, is_introduction, is_summary, says_nothing_happened
from rundbord.reading.persons import mask
from rundbord.reading.places import Scene, canonical_town, scene_in
from rundbord.reading.places.gazetteer import is_town, town_of_area
from rundbord.reading.report import Flag, ReadIncident, Report, Span, Unreadable
from rundbord.reading.source import Document, document_of
from rundbord.reading.times import Context, Telling, told_times
from rundbord.reading.times.roles import Role
from rundbord.reading.times.telling import told_in
from rundbord.reading.vocabulary import Category, FlagKind, Precision, Subcategory

_MOST_EVENTS = 600
"""Ten times what the longest report known tells; each is looked at for itself and written down for itself."""
_TOO_MANY = f"Teksten er delt i mere end {_MOST_EVENTS} stykker og er for lang til én døgnrapport. Del den i flere."


def read_report(source: str | bytes, *, published: date, district: str | None = None) -> Report:
    """Read a daily report that was published on a day; raise Unreadable when it cannot be read."""
    document = document_of(source)
    layout = chosen_layout(document, district)
    items = list(islice(_items(document, layout, published), _MOST_EVENTS + 1))
    if len(items) > _MOST_EVENTS:
        raise Unreadable(_TOO_MANY)
    incidents = tuple(incident for item in items for incident in _incidents(document, item, published))
    return Report(document.text, layout.name, incidents)


def _items(document: Document, layout: Layout, published: date) -> Iterator[Item]:
    for section in sections_of(document):
        yield from items_of(section, published, layout.grammar)


@dataclass(frozen=True)
class _Understood:
    """What was understood of one item, before it is decided whether it is an incident."""

    judgement: Judgement
    scene: Scene
    telling: Telling


def _incidents(document: Document, item: Item, published: date) -> Iterator[ReadIncident]:
    text = document.text
    story = "\n".join(span.of(text) for span in item.body)
    if (
        not item.is_row
        and item.happened is None
        and (says_nothing_happened(story) or is_summary(story) or is_introduction(story))
    ):
        return
    understood = _understood(text, item, published)
    if item.is_list_line or item.is_row or _is_event(understood, story):
        yield _incident(text, item, story, understood)


def _understood(text: str, item: Item, published: date) -> _Understood:
    judgement = _judged(text, item)
    if item.is_list_line:
        line = read_burglary_line(item.body[0].of(text), published)
        return _Understood(
            judgement, _scene_of_line(line, item.body[0].start), _telling_of_line(line, item.body[0].start)
        )
    return _Understood(judgement, _scene(text, item, judgement), _told(text, item, published))


def _judged(text: str, item: Item) -> Judgement:
    judgement = judged(text, _kind(text, item), item.body)
    if item.is_list_line and judgement.weight == 0:
        return Judgement(Category.BURGLARY, Subcategory.DWELLING, 1.0, ())
    return judgement


def _kind(text: str, item: Item) -> Span | None:
    """The words that name the kind of event; a table's cell only where it speaks for one ("Villa" does not)."""
    kind = item.parts.kind
    if kind is None or (item.is_row and judged(text, kind, ()).weight == 0):
        return item.heading
    return kind


def _is_event(understood: _Understood, story: str) -> bool:
    """An event is told by an offence and at least a time or a place, and not mostly by advice."""
    times, scene, weight = understood.telling.times, understood.scene, understood.judgement.weight
    exact = any(m and m.precision is Precision.MINUTE for m in (times.start, times.reported))
    vague = (times.start or times.reported) is not None and not _lies_ahead(understood.telling)
    known = sum((exact, vague, scene.place is not None, scene.town is not None))
    advice = advice_in(story)
    if advice and (not known or (advice >= 2 and not exact and weight < 3 * advice)):
        return False
    return bool(known or weight >= 4) if weight > 0 else exact and known >= 3


def _lies_ahead(telling: Telling) -> bool:
    """Tell whether the time is still to come, as in advice before New Year."""
    return any(flag.kind is FlagKind.IN_THE_FUTURE for flag in telling.flags)


def _scene(text: str, item: Item, judgement: Judgement) -> Scene:
    found = scene_in(
        text, item.body, heading=item.heading, prefers_heading=judgement.subcategory is Subcategory.TRAFFIC_CONTROL
    )
    parts = item.parts
    headed = None if found.town and is_town(found.town) and not _is_known(text, parts.town) else parts.town
    town = headed or (item.group if item.group and not found.town and is_town(item.group.of(text)) else None)
    return Scene(
        place=parts.place.of(text) if parts.place else found.place,
        town=_town(text, town) if town else found.town,
        place_spans=(parts.place,) if parts.place else found.place_spans,
        town_spans=(town,) if town else found.town_spans,
    )


def _is_known(text: str, town: Span | None) -> bool:
    return town is not None and is_town(town.of(text))


def _town(text: str, span: Span) -> str:
    return town_of_area(span.of(text)) or canonical_town(span.of(text))


def _told(text: str, item: Item, published: date) -> Telling:
    context = Context(published, round_began=item.day, is_calendar_day=item.is_calendar_day)
    known = (
        *(told_in(text, item.parts.when, context, Role.EVENT, is_headline=True) if item.parts.when else ()),
        *(told_in(text, item.happened, context, Role.EVENT) if item.happened else ()),
        *(told_in(text, item.reported, context, Role.REPORTED) if item.reported else ()),
    )
    return told_times(text, item.body, context, known=known)


def _scene_of_line(line: BurglaryLine, start: int) -> Scene:
    evidence = _moved(line, start)
    return Scene(line.place, line.town, evidence.get("place", ()), evidence.get("town", ()))


def _telling_of_line(line: BurglaryLine, start: int) -> Telling:
    flags = tuple(Flag(flag.kind, Span(flag.span.start + start, flag.span.end + start)) for flag in line.flags)
    return Telling(line.times, {k: v for k, v in _moved(line, start).items() if k not in {"place", "town"}}, flags)


def _moved(line: BurglaryLine, start: int) -> dict[str, tuple[Span, ...]]:
    return {
        name: tuple(Span(span.start + start, span.end + start) for span in spans)
        for name, spans in line.evidence.items()
    }


def _incident(text: str, item: Item, story: str, understood: _Understood) -> ReadIncident:
    scene, judgement, telling = understood.scene, understood.judgement, understood.telling
    heading = item.heading.of(text).strip(" :\n").removesuffix(".") if item.heading else None
    strictest = judgement.category is Category.SEXUAL_OFFENCE or _is_court(f"{heading} {story}")
    places = frozenset(name for name in (scene.place, scene.town) if name)
    return ReadIncident(
        heading=heading,
        category=judgement.category,
        subcategory=judgement.subcategory,
        town=scene.town,
        place=scene.place,
        times=telling.times,
        original=story,
        masked=mask(story, strictest=strictest, places=places),
        masked_heading=mask(heading, strictest=strictest, places=places) if heading else None,
        evidence=_evidence(item, understood),
        flags=(*telling.flags, *_place_flags(text, item, scene)),
        span=item.span,
    )


def _is_court(words: str) -> bool:
    return any(word in words.lower() for word in ("grundlovsforhør", "fremstill", "varetægtsfængs"))


def _evidence(item: Item, understood: _Understood) -> dict[str, tuple[Span, ...]]:
    found = {
        **understood.telling.evidence,
        "place": understood.scene.place_spans,
        "town": understood.scene.town_spans,
        "category": understood.judgement.spans,
        "heading": (item.heading,) if item.heading else (),
    }
    return {name: spans for name, spans in found.items() if spans}


def _place_flags(text: str, item: Item, scene: Scene) -> tuple[Flag, ...]:
    """Flag a heading that names another town than the one told in the text."""
    if item.heading is None or item.is_list_line or item.is_row:
        return ()
    told = scene_in(text, item.body).town
    headed = scene_in(text, (), heading=item.heading).town if item.parts.town is None else _town(text, item.parts.town)
    if not told or not headed or not (is_town(told) and is_town(headed)) or told in headed or headed in told:
        return ()
    return (Flag(FlagKind.HEADING_AND_TEXT_DISAGREE, item.parts.town or item.heading),)
