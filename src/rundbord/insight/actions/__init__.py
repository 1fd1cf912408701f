"""What can be done with reports."""

from rundbord.insight.actions.report_period import approve_report, make_report, print_report, write_table, write_words

__all__ = ["approve_report", "make_report", "print_report", "write_table", "write_words"]
