"""Reads of the situation, one file per topic, shaped for screens and for other apps."""

from rundbord.situation.queries.reporting import owes_report
from rundbord.situation.queries.reports import OwnReport, own_report, own_reports
from rundbord.situation.queries.source_texts import (
    ReadReport,
    read_incident,
    read_report,
    source_texts,
    waiting_for_release,
)

__all__ = [
    "OwnReport",
    "ReadReport",
    "owes_report",
    "own_report",
    "own_reports",
    "read_incident",
    "read_report",
    "source_texts",
    "waiting_for_release",
]
