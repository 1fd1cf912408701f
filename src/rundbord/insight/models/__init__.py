"""Tables of reports."""

from rundbord.insight.models.period_report import PeriodReport, ReportTable, ReportWords

__all__ = ["PeriodReport", "ReportTable", "ReportWords"]
