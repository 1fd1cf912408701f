"""Reports on paper."""

from rundbord.insight.printing.report_pdf import report_pdf

__all__ = ["report_pdf"]
