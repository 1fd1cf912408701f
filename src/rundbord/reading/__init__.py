"""From the text of a Danish police daily report to incidents; pure, without Django, usable and scored alone."""

from rundbord.reading.incidents import read_report
from rundbord.reading.publication import published_in
from rundbord.reading.report import Flag, Moment, ReadIncident, Report, Span, Times, Unreadable
from rundbord.reading.source import plain_text
from rundbord.reading.vocabulary import Category, FlagKind, Precision, Subcategory

__all__ = [
    "Category",
    "Flag",
    "FlagKind",
    "Moment",
    "Precision",
    "ReadIncident",
    "Report",
    "Span",
    "Subcategory",
    "Times",
    "Unreadable",
    "plain_text",
    "published_in",
    "read_report",
]
