"""From which reports a concern was opened, and what their reporters are answered, in the report's own authority."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from rundbord.access.actor import Actor
from rundbord.situation.models import HandedOver, Report, ReportAnswer


def handed_over_among(report_ids: Sequence[UUID]) -> set[UUID]:
    """Tell which of these were handed over; the database tells it to the report's own authority alone."""
    return set(HandedOver.objects.filter(report__in=report_ids).values_list("report_id", flat=True))


def answerable_report(report_id: UUID | None, actor: Actor) -> Report | None:
    """Give the own authority's report that was handed over, for its reporter to be answered; None for any other."""
    if report_id is None:
        return None
    handed_over = HandedOver.objects.filter(report_id=report_id).values("report_id")
    return Report.objects.filter(authority_id=actor.authority_id, pk__in=handed_over).first()


def answers_to(report_ids: Sequence[UUID]) -> Mapping[UUID, list[ReportAnswer]]:
    """Give the answers to each of these reports, the oldest first."""
    found = defaultdict[UUID, list[ReportAnswer]](list)
    for each in ReportAnswer.objects.filter(report__in=report_ids).order_by("written_at", "id"):
        found[each.report_id].append(each)
    return found
