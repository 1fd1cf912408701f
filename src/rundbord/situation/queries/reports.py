"""Reports as their own reporters see them, and the photos that a reader may see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from rundbord.access.actor import Actor
from rundbord.situation.models import Entry, Photo, Picture, Report, ReportAnswer, Triage
from rundbord.situation.queries.handed_over import answers_to, handed_over_among
from rundbord.situation.rules.outcomes import Judged, Outcome, outcome
from rundbord.situation.rules.time_words import span_in_words
from rundbord.situation.vocabulary import Category, Nature, SourceKind
from rundbord.vocabulary import label_of
from rundbord.web.keyset import KeysetPage, keyset_page

PAGE_SIZE = 30
NEWEST_FIRST = ("-created_at", "-id")


@dataclass(frozen=True, kw_only=True)
class OwnReport:
    """One own report and what became of it."""

    report: Report
    outcome: Outcome
    is_open: bool
    photo_ids: tuple[UUID, ...]
    is_handed_over: bool = False
    answers: tuple[ReportAnswer, ...] = ()

    @property
    def title(self) -> str:
        """What and where, in a few words."""
        report = self.report
        what = report.heading or label_of(Category, report.category) or label_of(Nature, report.nature)
        where = report.area.name if report.area else report.place_text
        return what if not where or where in what else f"{what}, {where}"

    @property
    def when(self) -> str:
        """When it happened, in words."""
        report = self.report
        if report.starts_at is None:
            return ""
        return span_in_words(
            report.starts_at,
            report.ends_at,
            starts_precision=report.starts_precision,
            ends_precision=report.ends_precision,
        )


@dataclass(frozen=True, kw_only=True)
class OwnReports:
    """A page of own reports, newest first, with cursors."""

    reports: list[OwnReport]
    newer: str
    older: str


def own_reports(actor: Actor, *, after: str = "", before: str = "") -> OwnReports:
    """Give a page of the actor's reports; those read from police reports have a screen of their own."""
    rows = _own(actor).select_related("area").exclude(source_kind=SourceKind.PRESS_REPORT)
    found: KeysetPage[Report] = keyset_page(rows, order=NEWEST_FIRST, after=after, before=before, size=PAGE_SIZE)
    handed_over = _handed_over(actor, found.rows)
    reports = _with_answers(with_outcomes(found.rows, handed_over=handed_over), handed_over)
    return OwnReports(reports=reports, newer=found.before, older=found.after)


def own_report(actor: Actor, report_id: UUID) -> OwnReport:
    """Find one of the actor's own reports; another's does not exist."""
    report = _own(actor).select_related("area").filter(pk=report_id).first()
    if report is None:
        raise Http404
    return with_outcomes([report], handed_over=_handed_over(actor, [report]))[0]


def newly_saved(actor: Actor, report_ids: Iterable[str]) -> list[Report]:
    """Find own reports by the identifiers that an address carries after saving; what is none is passed over."""
    known = [identifier for each in report_ids if (identifier := _uuid(each))]
    return list(_own(actor).select_related("area").filter(pk__in=known).order_by("created_at", "id")) if known else []


def with_outcomes(reports: list[Report], *, handed_over: Collection[UUID] = ()) -> list[OwnReport]:
    """Add to each what became of it: four queries, however many reports."""
    verdicts = {each.report_id: each for each in Triage.objects.filter(report__in=reports, undone_at=None)}
    pictures = _pictures_of(verdicts.values())
    photos = _photos_of(reports)
    told = [_own_report(each, verdicts.get(each.pk), pictures, photos) for each in reports]
    return [replace(each, is_handed_over=each.report.pk in handed_over) for each in told]


def _with_answers(reports: list[OwnReport], handed_over: Collection[UUID]) -> list[OwnReport]:
    """Add what the reporter was answered; asked only where something was handed over."""
    if not handed_over:
        return reports
    answers = answers_to(list(handed_over))
    return [replace(each, answers=tuple(answers.get(each.report.pk, ()))) for each in reports]


def _handed_over(actor: Actor, reports: list[Report]) -> set[UUID]:
    """Tell from which reports a concern was opened; partners of the place raise none, and their login cannot ask."""
    return set() if actor.is_place else handed_over_among([report.pk for report in reports])


def readable_photo(photo_id: UUID) -> Photo:
    """Find a photo within reach of the actor in session, which is that of its report."""
    photo = Photo.objects.filter(pk=photo_id).first()
    if photo is None:
        raise Http404
    return photo


def _own(actor: Actor) -> QuerySet[Report]:
    return Report.objects.filter(authority_id=actor.authority_id, reporter_id=actor.user_id)


def _own_report(
    report: Report, verdict: Triage | None, pictures: _Pictures, photos: Mapping[UUID, list[UUID]]
) -> OwnReport:
    return OwnReport(
        report=report,
        outcome=outcome(report.nature, report.audience, _judged(verdict, pictures)),
        is_open=verdict is None,
        photo_ids=tuple(photos.get(report.pk, ())),
    )


@dataclass(frozen=True, kw_only=True)
class _Pictures:
    """Numbers of pictures by the incident that stands in them, and when the last picture was published."""

    numbers: Mapping[UUID, list[int]]
    last_at: datetime | None


def _judged(verdict: Triage | None, pictures: _Pictures) -> Judged | None:
    if verdict is None:
        return None
    return Judged(
        verdict=verdict.verdict,
        reason=verdict.reason,
        note=verdict.note,
        picture_numbers=pictures.numbers.get(verdict.incident_id, []) if verdict.incident_id else [],
        is_since_last_picture=pictures.last_at is None or verdict.at > pictures.last_at,
    )


def _pictures_of(verdicts: Iterable[Triage]) -> _Pictures:
    """Find the published pictures in which each verdict's incident stands, as far as the actor reads them."""
    incidents = [each.incident_id for each in verdicts if each.incident_id]
    published = Picture.objects.filter(published_at__isnull=False)
    entries = Entry.objects.filter(incident_id__in=incidents, picture__in=published)
    found: defaultdict[UUID, list[int]] = defaultdict(list)
    for incident, number in (
        entries.order_by("picture__number").values_list("incident_id", "picture__number").distinct()
    ):
        if number is not None:
            found[incident].append(number)
    last = published.order_by("-published_at").values_list("published_at", flat=True).first()
    return _Pictures(numbers=found, last_at=last)


def _photos_of(reports: list[Report]) -> defaultdict[UUID, list[UUID]]:
    found: defaultdict[UUID, list[UUID]] = defaultdict(list)
    stored = Photo.objects.filter(report__in=reports).order_by("created_at", "id")
    for report_id, photo_id in stored.values_list("report_id", "id"):
        found[report_id].append(photo_id)
    return found


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
