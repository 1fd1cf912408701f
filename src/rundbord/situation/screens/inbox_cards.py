"""One card of the inbox: what waits, in words, and the ways on from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from uuid import UUID

from rundbord.partnership.vocabulary import Audience
from rundbord.reading.vocabulary import FlagKind
from rundbord.situation.models import Incident, Report, Triage
from rundbord.situation.queries.inbox import Waiting
from rundbord.situation.queries.likely_duplicates import Suggestion
from rundbord.situation.queries.proposals import proposed_facts
from rundbord.situation.rules.time_words import span_in_words
from rundbord.situation.screens.inbox_return import ways_to
from rundbord.situation.vocabulary import Basis, Category, GroupSize, Mood, Nature, PointPrecision, SourceKind
from rundbord.vocabulary import label_of

NO_PLACE = "Uden sted"


@dataclass(frozen=True, kw_only=True)
class Ways:
    """Where the buttons of a card lead."""

    keep: str
    edit: str
    merge: str
    dismiss: str
    place: str


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """Another account that may tell of the same event, as shown beside the report."""

    target: str
    heading: str
    when: str
    where: str
    text: str
    why: str
    state: str


@dataclass(frozen=True, kw_only=True)
class Card:
    """A report as a coordinator judges it."""

    id: UUID
    heading: str
    category: str
    nature: str
    when: str
    where: str
    source: str
    text: str
    readers: str
    details: Sequence[str]
    flags: Sequence[tuple[str, str]]
    photo_ids: Sequence[UUID]
    is_urgent: bool
    is_placed: bool
    is_handed_over: bool
    report: Report
    proposal: Proposal | None
    ways: Ways


def cards_of(waiting: Sequence[Waiting], *, listed_as: str) -> list[Card]:
    """Make a card of each report; each knows the one after it, where the eye goes next."""
    return [
        card_of(each, listed_as=listed_as, next_id=following.report.pk if following else None)
        for each, following in zip_longest(waiting, waiting[1:])
    ]


def card_of(waiting: Waiting, *, listed_as: str = "", next_id: UUID | None = None) -> Card:
    """Make the card of one report."""
    report = waiting.report
    return Card(
        id=report.pk,
        heading=proposed_facts(report).heading,
        category=label_of(Category, report.category) if report.category else "",
        nature=label_of(Nature, report.nature),
        when=when_of(report),
        where=where_of(report),
        source=source_of(report, waiting.unit_name),
        text=report.text,
        readers=label_of(Audience, report.audience),
        details=details_of(report),
        flags=[(label_of_flag(kind), words) for kind, words in waiting.flags],
        photo_ids=waiting.photo_ids,
        is_urgent=report.is_urgent,
        is_placed=report.area_id is not None or report.lat is not None,
        is_handed_over=waiting.is_handed_over,
        report=report,
        proposal=_proposal(waiting.suggestion) if waiting.suggestion else None,
        ways=_ways(report, listed_as=listed_as, next_id=next_id),
    )


def proposal_of(row: Incident | Report, *, target: str, why: str = "") -> Proposal:
    """Show another account, with the text that the reader may read."""
    is_incident = isinstance(row, Incident)
    heading = row.heading if isinstance(row, Incident) else proposed_facts(row).heading
    return Proposal(
        target=target,
        heading=heading,
        when=when_of(row),
        where=where_of(row),
        text="" if isinstance(row, Incident) else row.text,
        why=why,
        state="Hændelse" if is_incident else "Venter også i indbakken",
    )


def heading_of(triage: Triage) -> str:
    """Name what was judged: the incident, or the report where there is none."""
    return triage.incident.heading if triage.incident else proposed_facts(triage.report).heading


def when_of(row: Report | Incident) -> str:
    """Tell when it happened, as precisely as the source knows."""
    return span_in_words(
        row.starts_at, row.ends_at, starts_precision=row.starts_precision, ends_precision=row.ends_precision
    )


def where_of(row: Report | Incident) -> str:
    """Tell where it happened, the finest first."""
    names = [row.place_text, row.area.name if row.area else "", row.town]
    told = ", ".join(dict.fromkeys(name for name in names if name))
    point = f"punkt på kortet ({label_of(PointPrecision, row.point_precision or 'point').lower()})"
    return told or (point if row.lat is not None else NO_PLACE)


def source_of(report: Report, unit_name: str) -> str:
    """Name the source: what kind, which unit, whose."""
    names = [label_of(SourceKind, report.source_kind), unit_name, report.authority.short_name]
    return " · ".join(dict.fromkeys(name for name in names if name))


def details_of(report: Report) -> list[str]:
    """List how the source knows, how many were seen, and how it felt."""
    told = ((Basis, report.basis), (GroupSize, report.group_size), (Mood, report.mood))
    words = [label_of(vocabulary, value) for vocabulary, value in told if value]
    return [f"Gruppe: {word}" if word in {each.label for each in GroupSize} else word for word in words]


def label_of_flag(kind: str) -> str:
    """Name a contradiction in the source."""
    return FlagKind(kind).label if kind in set(FlagKind) else kind


def _proposal(suggestion: Suggestion) -> Proposal:
    return proposal_of(suggestion.other, target=suggestion.target, why=suggestion.why)


def _ways(report: Report, *, listed_as: str, next_id: UUID | None) -> Ways:
    screens = ("keep_report", "merge_report", "dismiss_report", "place_report")
    keep, merge, dismiss, place = ways_to(screens, report, listed_as=listed_as, next_id=next_id)
    return Ways(keep=keep, edit=keep, merge=merge, dismiss=dismiss, place=place)
