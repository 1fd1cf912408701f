"""Police reports and what was read from them: the own authority's alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from rundbord.situation.models import ReadIncident, SourceText
from rundbord.web.keyset import KeysetPage, keyset_page

PAGE_SIZE = 25
NEWEST_FIRST = ("-received_at", "-id")


@dataclass(frozen=True, kw_only=True)
class ReadReport:
    """One police report with its incidents in the order of the text."""

    source: SourceText
    incidents: Sequence[ReadIncident]

    @property
    def waiting(self) -> list[ReadIncident]:
        """Those that wait for release."""
        return [each for each in self.incidents if not (each.released_at or each.withheld_at)]


def source_texts(*, after: str = "", before: str = "") -> KeysetPage[SourceText]:
    """Give a page of the authority's police reports with `waiting`, `released` and `withheld` counts, newest first."""
    counted = SourceText.objects.defer("text").annotate(
        waiting=Count("incidents", filter=Q(incidents__released_at=None, incidents__withheld_at=None)),
        released=Count("incidents", filter=Q(incidents__released_at__isnull=False)),
        withheld=Count("incidents", filter=Q(incidents__withheld_at__isnull=False, incidents__released_at=None)),
    )
    return keyset_page(counted, order=NEWEST_FIRST, after=after, before=before, size=PAGE_SIZE)


def waiting_for_release() -> QuerySet[ReadIncident]:
    """Narrow to the incidents that wait, for the start page."""
    return ReadIncident.objects.filter(released_at=None, withheld_at=None)


def read_report(source_id: UUID) -> ReadReport:
    """Find one police report with its incidents; another authority's does not exist."""
    source = SourceText.objects.filter(pk=source_id).first()
    if source is None:
        raise Http404
    incidents = ReadIncident.objects.filter(source_text=source).select_related("report__area").order_by("position")
    return ReadReport(source=source, incidents=list(incidents))


def read_incident(source_id: UUID, position: int) -> ReadIncident:
    """Find one incident of a police report by its number in the text."""
    found = ReadIncident.objects.select_related("report__area", "source_text")
    incident = found.filter(source_text_id=source_id, position=position).first()
    if incident is None:
        raise Http404
    return incident
