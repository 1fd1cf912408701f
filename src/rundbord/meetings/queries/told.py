"""What an item shows by itself: short lines from the published picture, today's shifts and the forum's decisions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.urls import reverse

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.meetings.models import Meeting
from rundbord.meetings.queries.decisions import open_at
from rundbord.partnership.vocabulary import ItemKind
from rundbord.situation.models import Picture
from rundbord.situation.queries.picture_periods import newest_picture
from rundbord.situation.queries.pictures import glance_at, published_pictures
from rundbord.situation.rules.edition import Edition
from rundbord.situation.vocabulary import EntryKind
from rundbord.streetwork.queries import out_tonight

MOST_LINES = 8
_OUTSIDE = (EntryKind.ZONE.label, EntryKind.COMING_EVENT.label)
_TENSE = (EntryKind.SUDDEN_EVENT.label, EntryKind.CONFLICT.label)


@dataclass(frozen=True, kw_only=True)
class Told:
    """One short line: what, a few words more, and where it stands in full."""

    heading: str
    words: str = ""
    href: str = ""
    mark: str = ""
    mark_kind: str = "neutral"


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What the lines are drawn from."""

    meeting: Meeting
    picture: Picture | None
    edition: Edition | None

    @property
    def picture_url(self) -> str:
        """Where the picture stands in full."""
        return reverse("situation:show_picture", args=[self.picture.number]) if self.picture else ""


def told_under(kind: ItemKind, meeting: Meeting, actor: Actor) -> list[Told]:
    """List what an item of a kind shows to this reader; nothing is asked that the role may not see."""
    tell = _TELLERS.get(kind)
    if tell is None:
        return []
    return list(_few(tell(_seen(meeting, actor, wants_picture=kind in _FROM_PICTURE), actor)))


def _seen(meeting: Meeting, actor: Actor, *, wants_picture: bool) -> Seen:
    if not wants_picture or not actor.may(Permission.READ_PICTURE):
        return Seen(meeting=meeting, picture=None, edition=None)
    chosen = published_pictures().filter(pk=meeting.picture_id).first() if meeting.picture_id else newest_picture()
    return Seen(meeting=meeting, picture=chosen, edition=glance_at(chosen, actor=actor) if chosen else None)


def _reporting(seen: Seen, actor: Actor) -> Iterator[Told]:
    if seen.edition is None:
        return
    for source in seen.edition.missing:
        yield Told(heading=source.unit, words=source.authority, mark="Mangler", mark_kind="missing")
    if not seen.edition.missing:
        yield Told(heading="Alle, der skal melde ind, har meldt", href=seen.picture_url)


def _new(seen: Seen, actor: Actor) -> Iterator[Told]:
    if seen.edition is None:
        return
    for words in [*seen.edition.priorities, *seen.edition.summary][:1]:
        yield Told(heading=words.text[:240], href=seen.picture_url)
    for event in seen.edition.newest_events:
        place = ", ".join(each for each in (event.when, event.area) if each)
        href = f"{seen.picture_url}#post-{event.incident_id}"
        yield Told(heading=event.heading, words=place, href=href, mark=event.change.label, mark_kind=event.change_mark)


def _areas(seen: Seen, actor: Actor) -> Iterator[Told]:
    for area in seen.edition.busy_areas if seen.edition else []:
        counts = f"{area.incidents_in_words} hændelser, {area.observations_in_words} observationer"
        words = f"{counts}. {area.standing}" if area.standing else counts
        yield Told(heading=area.name, words=words, href=f"{seen.picture_url}#omraade-{area.anchor}")


def _conflicts(seen: Seen, actor: Actor) -> Iterator[Told]:
    yield from _threads(seen, _TENSE)


def _outreach(seen: Seen, actor: Actor) -> Iterator[Told]:
    if actor.may(Permission.SEE_SHIFTS) and not actor.is_place:
        for row in out_tonight(actor):
            yield Told(
                heading=row.shift.unit.name,
                words=", ".join(row.areas),
                href=reverse("streetwork:show_shift", args=[row.shift.pk]),
                mark=row.state.label,
                mark_kind=row.mark,
            )
    yield from _threads(seen, _OUTSIDE)


def _open_decisions(seen: Seen, actor: Actor) -> Iterator[Told]:
    for row in open_at(seen.meeting, actor, limit=MOST_LINES):
        yield Told(
            heading=row.what,
            words=f"{row.owner}, senest {row.due_on.day}/{row.due_on.month}",
            href=reverse("tasks:show_task", args=[row.id]),
            mark="Over fristen" if row.is_overdue else "",
            mark_kind="overdue",
        )


def _threads(seen: Seen, labels: tuple[str, ...]) -> Iterator[Told]:
    for group in seen.edition.threads if seen.edition else []:
        if group.label in labels:
            for thread in group.threads:
                words = " · ".join([*thread.lines[:1], *([thread.area] if thread.area else [])])
                yield Told(heading=thread.heading, words=words, href=f"{seen.picture_url}#foelges")


def _few(lines: Iterable[Told]) -> Iterator[Told]:
    for count, line in enumerate(lines):
        if count == MOST_LINES:
            return
        yield line


_FROM_PICTURE = frozenset({ItemKind.REPORTING, ItemKind.NEW, ItemKind.AREAS, ItemKind.CONFLICTS, ItemKind.OUTREACH})
_TELLERS: Mapping[ItemKind, Callable[[Seen, Actor], Iterator[Told]]] = {
    ItemKind.REPORTING: _reporting,
    ItemKind.NEW: _new,
    ItemKind.AREAS: _areas,
    ItemKind.CONFLICTS: _conflicts,
    ItemKind.OUTREACH: _outreach,
    ItemKind.OPEN_DECISIONS: _open_decisions,
}
