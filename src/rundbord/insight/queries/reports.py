"""Reports as they are read: numbers, words and tables by section; a draft reckons, an approved one is fixed."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from uuid import UUID

from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.insight.models import PeriodReport, ReportTable, ReportWords
from rundbord.insight.queries.report_figures import Figure, figures_of
from rundbord.insight.rules.report_periods import ReportPeriod
from rundbord.insight.vocabulary import ReportKind, ReportSection
from rundbord.partnership import queries as partnership
from rundbord.vocabulary import label_of

_NOT_FILES = ("figures", "pdf")


@dataclass(frozen=True, kw_only=True)
class SectionView:
    """One section: its numbers, sentences that follow from rows, a table of persons, and the parties' words."""

    section: ReportSection
    figures: list[Figure]
    facts: list[str]
    table: ReportTable | None
    words: str


def period_of(report: PeriodReport) -> ReportPeriod:
    """Give the period that a report is about."""
    return ReportPeriod(kind=ReportKind(report.kind), first=report.first, last=report.last)


def reports() -> list[tuple[PeriodReport, str]]:
    """List reports with their names, newest first, without their files."""
    rows = PeriodReport.objects.defer(*_NOT_FILES).order_by("-last", "-first", "id")
    return [(each, f"{label_of(ReportKind, each.kind)}, {period_of(each).label.lower()}") for each in rows]


def report(report_id: UUID) -> PeriodReport:
    """Find a report without its file, or raise Http404."""
    found = PeriodReport.objects.defer("pdf").filter(pk=report_id).first()
    if found is None:
        raise Http404
    return found


def file_of(report_id: UUID) -> bytes:
    """Give the bytes that were fixed at approval, or raise Http404."""
    found = PeriodReport.objects.filter(pk=report_id).values_list("pdf", flat=True).first()
    if found is None:
        raise Http404
    return bytes(found)


def sections_of(report: PeriodReport, *, actor: Actor) -> list[SectionView]:
    """Give every section: as fixed when approved, reckoned anew while a draft."""
    fixed = report.figures
    figures = _fixed_figures(fixed) if fixed is not None else figures_of(report, actor=actor)
    facts = fixed["facts"] if fixed is not None else facts_of(report)
    words, tables = _newest_words(report), _newest_tables(report)
    return [
        SectionView(
            section=section,
            figures=[each for each in figures if each.section is section],
            facts=facts.get(section.value, []),
            table=tables.get(section.value),
            words=words.get(section.value, ""),
        )
        for section in ReportSection
    ]


def frozen(sections: list[SectionView]) -> dict[str, object]:
    """Give what is kept of the numbers when a report is approved."""
    figures = [{**asdict(each), "section": each.section.value} for view in sections for each in view.figures]
    return {"figures": figures, "facts": {view.section.value: view.facts for view in sections if view.facts}}


def facts_of(report: PeriodReport) -> dict[str, list[str]]:
    """Say in sentences what the rows of plan, goals and agreement say."""
    return {
        ReportSection.PICTURE.value: ["Hændelser uden område tæller med i alt og i kategorierne."],
        ReportSection.PROACTIVE.value: _measures(report),
        ReportSection.GOALS.value: [
            f"{row.goal.title}: {row.standing.label.lower()}"
            + (f" ({row.newest} mod {row.baseline} fra begyndelsen, målet er {row.target})" if row.newest else "")
            + "."
            for row in partnership.goals(until=min(report.last, timezone.localdate()))
        ],
        ReportSection.GOVERNANCE.value: _governance(report),
    }


def _measures(report: PeriodReport) -> list[str]:
    plan = partnership.plan_of_year(report.first.year)
    if plan is None:
        return []
    rows = partnership.measures_of(plan, first=report.first, last=report.last)
    return [f"{row.measure}: {row.counted} i perioden. {row.status}." for row in rows]


def _governance(report: PeriodReport) -> list[str]:
    in_force = partnership.agreement_in_force(min(report.last, timezone.localdate()))
    agreement = (
        [f"Aftalen gælder til og med {in_force.term.ends_on:%d.%m.%Y}."] if in_force else ["Ingen aftale gælder."]
    )
    efforts = [f"{row.effort.title}: {row.standing.label.lower()}." for row in partnership.efforts()]
    budget = partnership.budget_of(in_force.agreement) if in_force else []
    paid = sum(line.amount for line in budget if line.year == report.first.year)
    money = [f"Budget {report.first.year}: {paid:,} kr.".replace(",", ".")] if paid else []
    return [*agreement, *efforts, *money]


def _fixed_figures(fixed: dict[str, list[dict[str, object]]]) -> list[Figure]:
    return [
        Figure(
            section=ReportSection(str(each["section"])),
            label=str(each["label"]),
            count=int(str(each["count"])),
            href=str(each["href"]),
        )
        for each in fixed["figures"]
    ]


def _newest_words(report: PeriodReport) -> dict[str, str]:
    rows = ReportWords.objects.filter(report=report).order_by("section", "-written_at", "-id").distinct("section")
    return dict(rows.values_list("section", "text"))


def _newest_tables(report: PeriodReport) -> dict[str, ReportTable]:
    rows = ReportTable.objects.filter(report=report).order_by("section", "-written_at", "-id").distinct("section")
    return {row.section: row for row in rows}
