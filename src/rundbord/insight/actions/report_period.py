"""Making a report, writing in it, and approving it: then its numbers, words and file are fixed."""

from __future__ import annotations

from hashlib import sha256

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.insight.models import PeriodReport, ReportTable, ReportWords
from rundbord.insight.printing import report_pdf
from rundbord.insight.queries.reports import file_of, frozen, period_of, sections_of
from rundbord.insight.rules.report_periods import ReportPeriod
from rundbord.insight.rules.report_tables import read_table, told_table
from rundbord.insight.vocabulary import ReportSection
from rundbord.partnership.queries import partnership

IS_FIXED = "Rapporten er godkendt og kan ikke ændres."
NOT_OVER = "Perioden er ikke slut. Rapporten kan godkendes, når den er."
_MADE_MEANWHILE = {"report_once_a_period": {"period": "Der er allerede en rapport for den periode."}}


def make_report(period: ReportPeriod, *, by: Actor) -> PeriodReport:
    """Begin the report on a period."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    with refusing_collisions(_MADE_MEANWHILE):
        report = PeriodReport.objects.create(
            partnership=partnership(),
            authority_id=by.authority_id,
            kind=period.kind.value,
            first=period.first,
            last=period.last,
            made_at=timezone.now(),
        )
    audit.record(Event.REPORT_MADE, about=report, by=by, details={"first": period.first.isoformat()})
    return report


def write_words(report: PeriodReport, section: ReportSection, *, text: str, overridden: list[str], by: Actor) -> None:
    """Say something in a section; the newest words stand."""
    by.must(Permission.DECIDE)
    _refuse_fixed(report)
    ReportWords.objects.create(
        partnership_id=report.partnership_id,
        authority_id=by.authority_id,
        report=report,
        section=section.value,
        text=text,
        written_at=timezone.now(),
    )
    audit.record(Event.REPORT_WRITTEN, about=report, by=by, details={"section": section.value})
    audit.record_overriding(overridden, about=report, by=by)


def write_table(
    report: PeriodReport, section: ReportSection, *, text: str, source: str, overridden: list[str], by: Actor
) -> None:
    """Put numbers of persons from the own statistics into a section; what is too small is never stored."""
    by.must(Permission.DECIDE)
    _refuse_fixed(report)
    counts, faults = read_table(text)
    if faults:
        raise Refused({"text": faults})
    told = told_table(counts)
    ReportTable.objects.create(
        partnership_id=report.partnership_id,
        authority_id=by.authority_id,
        report=report,
        section=section.value,
        lines=told.lines,
        total=told.total,
        source=source,
        written_at=timezone.now(),
    )
    audit.record(Event.REPORT_WRITTEN, about=report, by=by, details={"section": section.value, "lines": len(counts)})
    audit.record_overriding(overridden, about=report, by=by)


def approve_report(report: PeriodReport, *, by: Actor) -> None:
    """Fix the report: its numbers as they stand now, its words, and the bytes of its file."""
    by.must(Permission.VOTE_FOR_PARTY)
    _refuse_fixed(report)
    if report.last >= timezone.localdate():
        raise Refused(NOT_OVER)
    sections = sections_of(report, actor=by)
    now, label = timezone.now(), ", ".join(filter(None, [by.unit_name, by.authority_name]))[:180]
    content = report_pdf(period_of(report), sections, partnership=partnership().name, approved=label, at=now)
    changed = PeriodReport.objects.filter(pk=report.pk, approved_at=None).update(
        approved_at=now,
        approved_label=label,
        figures=frozen(sections),
        pdf=content,
        digest=sha256(content).hexdigest(),
    )
    if not changed:
        raise Refused(IS_FIXED)
    audit.record(Event.REPORT_APPROVED, about=report, by=by)


def print_report(report: PeriodReport, *, by: Actor) -> bytes:
    """Give the file as it was fixed, and log that it left."""
    by.must(Permission.SEE_OVERVIEW)
    content = file_of(report.pk)
    audit.record(Event.REPORT_PRINTED, about=report, by=by)
    return content


def _refuse_fixed(report: PeriodReport) -> None:
    if report.approved_at is not None:
        raise Refused(IS_FIXED)
