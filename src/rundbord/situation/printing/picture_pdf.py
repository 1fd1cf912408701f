"""From an edition to a tagged PDF (PDF/UA-1): the facts go to Typst as JSON, the layout stands in picture.typ."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from rundbord.situation.printing.map_drawing import drawn_map
from rundbord.situation.queries.pictures import PublishedPicture
from rundbord.situation.rules.edition import Edition
from rundbord.situation.rules.facts import AreaFacts, Event, Source, TaskFacts
from rundbord.situation.rules.period import DENMARK
from rundbord.situation.rules.threads import ThreadGroup
from rundbord.ui.tags.danish import clock, day, day_short, moment
from rundbord.web.typesetting import typeset

_LAYOUT = Path(__file__).with_name("picture.typ")
# Of the design system's own package; without it Typst's built-in letters stand in.


def picture_pdf(
    published: PublishedPicture,
    *,
    areas: Mapping[str, Any],
    land: Mapping[str, Any],
    printed_by: str,
    printed_at: datetime,
) -> bytes:
    """Typeset the edition; nothing is read from the network and nothing is written to disk."""
    printed = f"Udskrevet {_danish(printed_at):%d.%m.%Y kl. %H.%M} af {printed_by}"
    told = _told(published) | {"printed": printed}
    return typeset(_LAYOUT, picture=told, drawn={"map": drawn_map(areas, published.edition.events, land=land)})


def _danish(at: datetime) -> datetime:
    return at.astimezone(DENMARK)


def _told(published: PublishedPicture) -> dict[str, Any]:
    edition, period = published.edition, published.period
    return {
        "number": published.picture.number,
        "known_at": moment(_danish(period.ends_at)),
        "known_day": day(_danish(period.ends_at)),
        "known_clock": clock(_danish(period.ends_at)),
        "covers": f"{moment(_danish(period.starts_at))} – {moment(_danish(period.ends_at))} ({period.length_in_words})",
        "publisher": published.picture.publisher_label,
        "for_partners": edition.is_for_partners,
        "missing": [_source(source) for source in edition.missing],
        "received": [f"{source.unit} ({source.authority})" for source in edition.received],
        "summary": [words.text for words in edition.summary],
        "priorities": [words.text for words in edition.priorities],
        "counts": _counts(edition),
        "areas": [_area(area) for area in edition.areas],
        "incidents": [_event(event) for event in edition.incidents],
        "observations": [_event(event) for event in edition.observations],
        "no_incidents": edition.no_incidents,
        "no_observations": edition.no_observations,
        "tasks": [_task(task) for task in edition.tasks],
        "threads": [_threads(group) for group in edition.threads],
        "corrections": [
            f"Rettelse {each.number} ({moment(_danish(each.at))}): {each.text}" for each in published.corrections
        ],
        "black_outs": len(published.black_outs),
    }


def _counts(edition: Edition) -> list[list[Any]]:
    if edition.is_for_partners:
        return []
    named = ((edition.new, "nye"), (edition.changed, "ændrede"), (edition.closed, "afsluttede"))
    return [[count, label] for count, label in (*named, (edition.unconfirmed, "ubekræftede"))]


def _source(source: Source) -> str:
    days = ", ".join(day_short(each) for each in source.silent_on)
    return f"{source.unit} ({source.authority}): intet modtaget {days}, skulle være her kl. {source.expected_by}"


def _area(area: AreaFacts) -> dict[str, Any]:
    return {
        "name": area.name,
        "status": area.standing or "–",
        "incidents": area.incidents_in_words,
        "observations": area.observations_in_words,
        "quiet": area.is_quiet,
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "change": event.change.label,
        "heading": event.heading,
        "category": event.category,
        "when": event.when,
        "area": event.area,
        "place": event.place,
        "confirmed": event.is_confirmed,
        "readers": event.audience_label if event.is_narrow else "",
        "accounts": [
            {"source": f"{account.source}, {account.unit}", "text": account.text, "basis": account.basis}
            for account in event.accounts
            if account.text
        ],
    }


def _threads(group: ThreadGroup) -> dict[str, object]:
    told = [{"heading": thread.heading, "lines": list(thread.lines), "area": thread.area} for thread in group.threads]
    return {"label": group.label, "threads": told}


def _task(task: TaskFacts) -> dict[str, Any]:
    state = task.outcome or ("Over fristen" if task.is_overdue else "I gang")
    return {"what": task.what, "owner": task.owner, "due": day(task.due_on), "state": state}
